package org.ccdas.observe.flask;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;

/**
 * A text table of NOAA's Global Monitoring Laboratory: a header of {@code #} lines, then lines of
 * fields between blanks. Files since about 2021 begin with {@code # header_lines : N} and name
 * their columns in the last line of the header; older ones begin with {@code #
 * number_of_header_lines: N} and name them in {@code # data_fields:}.
 *
 * @param file name of the file, for errors
 * @param entries texts of the header by key, for example {@code site_latitude}
 * @param columns names of the columns in the order of the fields
 * @param rows the lines of data
 */
record NoaaTable(
    String file, Map<String, String> entries, List<String> columns, List<FlaskLine> rows) {
  private static final Pattern LENGTH =
      Pattern.compile("#\\s*(?:number_of_)?header_lines\\s*:\\s*(\\d+)\\s*");
  private static final Pattern ENTRY = Pattern.compile("#\\s*([A-Za-z0-9_-]+)\\s*:\\s*(.*)");
  private static final String OLD_COLUMNS = "data_fields";

  static NoaaTable parse(String file, List<String> lines) {
    Map<String, String> entries = new HashMap<>();
    int header = 0;
    while (header < lines.size() && lines.get(header).startsWith("#")) {
      Matcher entry = ENTRY.matcher(lines.get(header));
      if (entry.matches()) {
        entries.putIfAbsent(entry.group(1), entry.group(2).strip());
      }
      header++;
    }
    String names = entries.get(OLD_COLUMNS);
    if (names == null && header < lines.size()) {
      names = lines.get(header);
      header++;
    }
    if (lines.isEmpty() || !lines.get(0).startsWith("#") || names == null || names.isBlank()) {
      throw new InputException(
          file,
          "",
          "This is no table of NOAA: no header of '#' lines that ends with the names of columns",
          "Check observations.co2.format, or get the whole file");
    }
    requireLength(file, lines.get(0), header);
    List<String> columns =
        Arrays.stream(names.strip().toLowerCase(Locale.ROOT).split("\\s+")).toList();
    return new NoaaTable(file, entries, columns, FlaskLine.of(file, lines, header, "\\s+"));
  }

  private static void requireLength(String file, String first, int found) {
    Matcher length = LENGTH.matcher(first);
    if (length.matches() && !length.group(1).equals(Integer.toString(found))) {
      throw new InputException(
          file,
          "line 1",
          "The header should have "
              + length.group(1)
              + " lines and has "
              + found
              + ", with the names of the columns",
          "Get the whole file");
    }
  }

  /**
   * Index of the column that has one of these names.
   *
   * @throws InputException when there is none
   */
  int column(String... names) {
    for (String name : names) {
      if (columns.contains(name)) {
        return columns.indexOf(name);
      }
    }
    throw new InputException(
        file,
        "",
        "There is no column " + String.join(" or ", names) + " among " + String.join(" ", columns),
        "Check observations.co2.format, or get the whole file");
  }

  /** Text of an entry of the header, or nothing. */
  String entry(String key) {
    return entries.getOrDefault(key, "");
  }

  /** Number of an entry of the header; NaN when it is absent. */
  double number(String key) {
    String text = entry(key);
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InputException(
          file, key, "This is not a number: \"" + text + "\"", "Correct the header", e);
    }
  }

  /**
   * The site of all lines, in upper case.
   *
   * @throws InputException when there is no line or one is of another site
   */
  String site(int column) {
    if (rows.isEmpty()) {
      throw new InputException(
          file, "", "The file has a header but no lines of data", "Get the whole file");
    }
    String site = rows.get(0).text(column).toUpperCase(Locale.ROOT);
    for (FlaskLine row : rows) {
      if (!row.text(column).toUpperCase(Locale.ROOT).equals(site)) {
        throw row.error(
            "Site " + row.text(column) + " follows lines of site " + site,
            "Give each station a file of its own");
      }
    }
    return site;
  }
}
