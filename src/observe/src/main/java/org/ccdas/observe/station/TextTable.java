package org.ccdas.observe.station;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;

/**
 * A text table with a header of {@code #} lines, then lines of fields between blanks: of NOAA's
 * Global Monitoring Laboratory, of WDCGG since 2018, of ObsPack. The names of the columns stand in
 * {@code # data_fields:} (NOAA before 2021), in the last header line after {@code # VARIABLE ORDER}
 * (WDCGG), or in the first line below the header.
 *
 * @param file name of the file, for errors
 * @param attributes texts of the header by key in lower case
 * @param header its lines
 * @param columns names of the columns in the order of the fields, in lower case
 * @param index place of a column among the fields; of a name that stands twice, the first
 * @param rows the lines of data
 */
record TextTable(
    String file,
    Map<String, String> attributes,
    List<String> header,
    List<String> columns,
    Map<String, Integer> index,
    List<RecordLine> rows)
    implements RecordTable {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ENTRY =
      Pattern.compile("#\\s*([A-Za-z0-9_-]+(?::[A-Za-z0-9_-]+)?)\\s*:(?:\\s+(.*))?");
  private static final Pattern TIGHT = Pattern.compile("#\\s*([A-Za-z0-9_-]+)\\s*:\\s*(.*)");
  private static final Pattern FLAG = Pattern.compile("flag|\\bvalid|invalid");
  private static final Pattern OTHER_FLAG =
      Pattern.compile("#\\s*(obs_flag|\\w*country_flag)\\b.*");
  private static final String ORDER = "variable order";

  static TextTable parse(String file, List<String> lines) {
    List<String> header = new ArrayList<>();
    int next = 0;
    while (next < lines.size()
        && (lines.get(next).isBlank() || lines.get(next).strip().startsWith("#"))) {
      header.add(lines.get(next).strip());
      next++;
    }
    Map<String, String> attributes = attributes(header);
    String names = attributes.get("data_fields");
    if (names == null) {
      names = lastOfOrder(header);
    }
    int length = (int) header.stream().filter(line -> line.startsWith("#")).count();
    if (names == null && next < lines.size()) {
      names = lines.get(next);
      length++;
      next++;
    }
    if (header.isEmpty() || names == null || names.isBlank()) {
      throw new InputException(
          file,
          "",
          "This is no table of a station: no header of '#' lines that ends with the names of"
              + " columns",
          "Get the whole file");
    }
    requireLength(file, attributes, length);
    List<String> columns = Arrays.asList(BLANKS.split(names.strip().toLowerCase(Locale.ROOT)));
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      index.putIfAbsent(columns.get(i), i);
    }
    List<RecordLine> rows =
        RecordLine.of(file, lines, next, BLANKS).stream()
            .filter(row -> !row.text(0).startsWith("#"))
            .toList();
    if (rows.isEmpty()) {
      throw new InputException(
          file, "", "The file has a header but no lines of data", "Get the whole file");
    }
    rows.forEach(row -> row.require(columns.size()));
    return new TextTable(file, attributes, header, columns, index, rows);
  }

  private static Map<String, String> attributes(List<String> header) {
    Map<String, String> attributes = new HashMap<>();
    for (String line : header) {
      Matcher entry = ENTRY.matcher(line);
      Matcher tight = TIGHT.matcher(line);
      if (entry.matches()) {
        String text = entry.group(2) == null ? "" : entry.group(2).strip();
        attributes.putIfAbsent(entry.group(1).toLowerCase(Locale.ROOT), text);
      } else if (tight.matches()) {
        attributes.putIfAbsent(tight.group(1).toLowerCase(Locale.ROOT), tight.group(2).strip());
      }
    }
    return attributes;
  }

  /** The last line below {@code # VARIABLE ORDER} that has something, or null. */
  private static String lastOfOrder(List<String> header) {
    String last = null;
    boolean below = false;
    for (String line : header) {
      String content = line.isEmpty() ? "" : line.substring(1).strip();
      if (content.toLowerCase(Locale.ROOT).equals(ORDER)) {
        below = true;
      } else if (below && !content.isEmpty()) {
        last = content;
      }
    }
    return last;
  }

  private static void requireLength(String file, Map<String, String> attributes, int found) {
    String said = attributes.getOrDefault("header_lines", attributes.get("number_of_header_lines"));
    if (said != null && !said.equals(Integer.toString(found))) {
      throw new InputException(
          file,
          "header",
          "The header should have "
              + said
              + " lines and has "
              + found
              + ", with the names of the columns",
          "Get the whole file");
    }
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  @Override
  public String placeOfAttribute(String name) {
    for (int i = 0; i < header.size(); i++) {
      if (attributes(header.subList(i, i + 1)).containsKey(name)) {
        return "line " + (i + 1);
      }
    }
    return name;
  }

  @Override
  public List<String> notesOnFlags() {
    return header.stream()
        .filter(line -> FLAG.matcher(line.toLowerCase(Locale.ROOT)).find())
        .filter(line -> !OTHER_FLAG.matcher(line).matches())
        .map(line -> line.replaceFirst("^#\\s*", ""))
        .toList();
  }

  @Override
  public String text(int row, String column) {
    return rows.get(row).text(index.get(column));
  }

  @Override
  public double number(int row, String column) {
    return isFill(row, column) ? Double.NaN : rows.get(row).number(index.get(column));
  }

  @Override
  public double coordinate(int row, String column) {
    return isFill(row, column) ? Double.NaN : rows.get(row).coordinate(index.get(column));
  }

  /**
   * Whether a field is what the header declares as missing: {@code # value:_FillValue : -1e+34}.
   */
  private boolean isFill(int row, String column) {
    String fill = attributes.get(column + ":_fillvalue");
    return fill != null && rows.get(row).equals(index.get(column), fill);
  }

  private int place(String... names) {
    return column(names)
        .map(index::get)
        .orElseThrow(
            () ->
                new InputException(
                    file,
                    "",
                    "There is no column "
                        + String.join(" or ", names)
                        + " among "
                        + String.join(" ", columns),
                    "Get the whole file"));
  }

  @Override
  public LocalDateTime time(int row) {
    RecordLine line = rows.get(row);
    YearMonth month =
        line.month(
            place("year", "st_year", "sample_year"), place("month", "st_month", "sample_month"));
    if (monthsOnly()) {
      return month.atDay(1).atStartOfDay();
    }
    int day = line.integer(place("day", "st_day", "sample_day"), "day", 1, 31);
    int hour = clock(line, "hour", 24);
    int minute = clock(line, "minute", 59);
    int second = clock(line, "second", 60);
    try {
      return month
          .atDay(day)
          .atStartOfDay()
          .plusHours(hour)
          .plusMinutes(minute)
          .plusSeconds(second);
    } catch (DateTimeException e) {
      throw line.error("There is no day " + day + " in " + month, "Correct the line");
    }
  }

  /** Part of the time of day; 0 when it is absent or missing. */
  private int clock(RecordLine line, String part, int highest) {
    Optional<String> name = column(part, "st_" + part, "sample_" + part, "sample_" + part + "s");
    if (name.isEmpty() || FlagTable.missing(line.text(index.get(name.get())))) {
      return 0;
    }
    double value = line.number(index.get(name.get()), "The " + part, 0, highest);
    return Double.isNaN(value) ? 0 : (int) value;
  }

  @Override
  public boolean monthsOnly() {
    return column("day", "st_day", "sample_day").isEmpty();
  }

  @Override
  public String place(int row) {
    return "line " + rows.get(row).number();
  }
}
