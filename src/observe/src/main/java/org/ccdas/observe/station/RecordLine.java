package org.ccdas.observe.station;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;

/**
 * One line of data of a text file, with the place that its errors name.
 *
 * @param file name of the file
 * @param number number of the line, from 1
 * @param fields its fields, without blanks around them
 */
record RecordLine(String file, int number, List<String> fields) {
  /** CO2 outside these bounds (ppm) is a damaged file, not air. */
  static final double LOWEST = 200;

  static final double HIGHEST = 600;

  private static final String CORRECT = "Correct the line, or get the whole file";
  private static final Pattern MISSING = Pattern.compile("(?i:nan|na)|-9{2,}(\\.9*0*)?");
  private static final Pattern MISSING_COORDINATE = Pattern.compile("(?i:nan|na)|-9{3,}(\\.9*0*)?");

  /** The lines from an index on that are not blank. */
  static List<RecordLine> of(String file, List<String> lines, int from, Pattern separator) {
    List<RecordLine> rows = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(new RecordLine(file, i + 1, List.of(separator.split(lines.get(i).strip(), -1))));
      }
    }
    return rows;
  }

  /**
   * This line, when it has as many fields as there are columns.
   *
   * @throws InputException otherwise
   */
  RecordLine require(int columns) {
    if (fields.size() != columns) {
      throw error("Found " + fields.size() + " fields, expected " + columns, CORRECT);
    }
    return this;
  }

  /** A field, from 0. */
  String text(int column) {
    if (column >= fields.size()) {
      throw error("There is no field " + (column + 1), CORRECT);
    }
    return fields.get(column);
  }

  /** Whether a field is this number, or this text, however it is written. */
  boolean equals(int column, String other) {
    String text = text(column);
    try {
      return text.equals(other) || Double.parseDouble(text) == Double.parseDouble(other);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** A number; NaN when it is missing: NaN or a run of nines after a minus sign. */
  double number(int column) {
    return number(text(column), "The value");
  }

  /** A coordinate, for which -99 may stand; NaN when it is missing: three or more nines. */
  double coordinate(int column) {
    String text = text(column);
    return MISSING_COORDINATE.matcher(text).matches() ? Double.NaN : parse(text, "The coordinate");
  }

  private double number(String text, String what) {
    if (MISSING.matcher(text).matches()) {
      return Double.NaN;
    }
    return parse(text, what);
  }

  private double parse(String text, String what) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw error(
        what + " is not a number: \"" + text + "\"",
        "Correct the line, or mark the value as missing with -999.99");
  }

  /**
   * A number in a range; NaN when it is missing.
   *
   * @param what it is, for errors
   */
  double number(int column, String what, double lowest, double highest) {
    double value = number(text(column), what);
    if (value < lowest || value > highest) {
      throw implausible(what, text(column), lowest, highest);
    }
    return value;
  }

  private InputException implausible(String what, String text, double lowest, double highest) {
    return error(
        what + " " + text + " is implausible, expected " + lowest + " to " + highest,
        "Correct the line, or mark the value as missing with -999.99");
  }

  /** A monthly mean, ppm; NaN when it is missing. */
  double monthlyMean(int column) {
    return number(column, "CO2", LOWEST, HIGHEST);
  }

  /** A whole number in a range. */
  int integer(int column, String what, int lowest, int highest) {
    String text = text(column);
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

  /** The month of two fields. */
  YearMonth month(int year, int month) {
    return YearMonth.of(integer(year, "year", 1900, 2200), integer(month, "month", 1, 12));
  }

  /** An error at this line. */
  InputException error(String problem, String remedy) {
    return new InputException(file, "line " + number, problem, remedy);
  }
}
