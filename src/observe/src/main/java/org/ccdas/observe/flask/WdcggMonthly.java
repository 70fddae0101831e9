package org.ccdas.observe.flask;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;

/**
 * Reads monthly CO2 files of the World Data Centre for Greenhouse Gases (spec sections 16 and
 * 19.3).
 *
 * <p>A header of {@code REM} lines names station, place, unit and columns; then one line a month.
 * Only the columns {@code M} (year and month) and {@code CO2} must be there; their order is that of
 * the header. Missing values are runs of nines after a minus sign (-9999999, -999.99, -99999). Text
 * is UTF-8 or else Latin-1; line ends of any kind.
 */
public final class WdcggMonthly {
  /** CO2 outside these bounds (ppm) is a damaged file, not air. */
  static final double LOWEST = 200;

  static final double HIGHEST = 600;

  private static final Pattern MISSING = Pattern.compile("-9{2,}(\\.9*0*)?");

  private WdcggMonthly() {}

  /**
   * Reads one file.
   *
   * @throws InputException when the file is absent or its header or one of its lines is bad
   */
  public static FlaskRecord read(Location file) {
    return parse(file.toString(), FlaskText.bytes(file));
  }

  /**
   * Reads the bytes of one file.
   *
   * @param file its name, which errors carry and which may hold the station code
   * @throws InputException as {@link #read}
   */
  public static FlaskRecord parse(String file, byte[] bytes) {
    List<String> lines = FlaskText.lines(bytes);
    WdcggHeader header = WdcggHeader.parse(file, lines);
    TreeMap<YearMonth, FlaskMonth> months = new TreeMap<>();
    TreeMap<YearMonth, Integer> places = new TreeMap<>();
    for (int i = header.lines(); i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Line line = new Line(header, i + 1, lines.get(i));
      FlaskMonth month = line.month();
      Integer earlier = places.putIfAbsent(month.month(), i + 1);
      if (earlier != null) {
        throw line.error(
            "Month " + month.month() + " stands already in line " + earlier,
            "Keep one line a month");
      }
      months.put(month.month(), month);
    }
    if (months.isEmpty()) {
      throw new InputException(
          file,
          "after line " + header.lines(),
          "The file has a header but no months",
          "Get the complete file");
    }
    return new FlaskRecord(
        header.stationCode(),
        header.optional("STATION"),
        header.optional("SUBMITTED BY"),
        header.latitude(),
        header.longitude(),
        header.altitude(),
        header.entry("UNIT"),
        header.optional("SAMPLING TYPE"),
        header.optional("CALIBRATION"),
        List.copyOf(months.values()));
  }

  /** One line of data with the place that its errors name. */
  private static final class Line {
    private final WdcggHeader header;
    private final int number;
    private final String[] fields;

    Line(WdcggHeader header, int number, String text) {
      this.header = header;
      this.number = number;
      this.fields = text.strip().split("\\s+");
      // The column M holds two fields, year and month.
      int expected = header.columns().size() + 1;
      if (fields.length != expected) {
        throw error(
            "Found " + fields.length + " fields, expected " + expected,
            "Give year and month, then one field for each of "
                + String.join(" ", header.columns().subList(1, header.columns().size())));
      }
    }

    FlaskMonth month() {
      int at = header.columns().indexOf("M");
      int year = integer(fields[at], "year", 1900, 2200);
      int month = integer(fields[at + 1], "month", 1, 12);
      for (String ratio : List.of("RATIO_A", "RATIO_B")) {
        double identity = ratio.equals("RATIO_A") ? 1 : 0;
        if (has(ratio) && number(ratio, Double.NEGATIVE_INFINITY, 1e9) != identity) {
          throw error(
              ratio + " is not " + identity + ": the values are not on the scale they are given in",
              "Convert them to the WMO scale first");
        }
      }
      double samples = number("ND", 0, 1e6);
      if (!Double.isNaN(samples) && samples != Math.rint(samples)) {
        throw error("ND is not a whole number: " + samples, "Correct the line");
      }
      return new FlaskMonth(
          YearMonth.of(year, month),
          number("CO2", LOWEST, HIGHEST),
          Double.isNaN(samples) ? -1 : (int) samples,
          number("SD", 0, HIGHEST),
          has("F") ? field("F") : FlaskMonth.NO_FLAG);
    }

    private boolean has(String column) {
      return header.columns().contains(column);
    }

    private String field(String column) {
      int index = header.columns().indexOf(column);
      return fields[index > header.columns().indexOf("M") ? index + 1 : index];
    }

    /** The number in a column; NaN when the column or the value is missing. */
    private double number(String column, double lowest, double highest) {
      if (!has(column)) {
        return Double.NaN;
      }
      String text = field(column);
      if (MISSING.matcher(text).matches()) {
        return Double.NaN;
      }
      double value = parse(text, column);
      if (!(value >= lowest && value <= highest)) {
        throw error(
            column + " " + text + " is implausible, expected " + lowest + " to " + highest,
            "Correct the line, or mark the value as missing with -999.99");
      }
      return value;
    }

    private double parse(String text, String column) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw error(
            column + " is not a number: \"" + text + "\"",
            "Correct the line, or mark the value as missing with -999.99");
      }
    }

    private int integer(String text, String what, int lowest, int highest) {
      int value;
      try {
        value = Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw error("The " + what + " is not a whole number: \"" + text + "\"", "Correct the line");
      }
      if (value < lowest || value > highest) {
        throw error(
            "The " + what + " is " + text + ", expected " + lowest + " to " + highest,
            "Correct the line");
      }
      return value;
    }

    InputException error(String problem, String remedy) {
      return new InputException(header.file(), "line " + number, problem, remedy);
    }
  }
}
