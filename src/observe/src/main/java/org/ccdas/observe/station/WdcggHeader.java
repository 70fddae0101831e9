package org.ccdas.observe.station;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;

/**
 * The header of a WDCGG monthly file: its {@code REM} lines at the top, however many they are.
 *
 * @param file name of the file, for errors
 * @param lines number of header lines
 * @param entries text by key in upper case, for example {@code LATITUDE}
 * @param entryLines line number of each entry
 * @param notesOnFlags lines that speak of flags
 * @param columns names of the data columns in order; the first is {@code M}, the month
 * @param columnLine line number of the column names
 */
record WdcggHeader(
    String file,
    int lines,
    Map<String, String> entries,
    Map<String, Integer> entryLines,
    List<String> notesOnFlags,
    List<String> columns,
    int columnLine) {
  private static final Pattern LINE = Pattern.compile("REM(\\d*)\\s?(.*)");
  private static final Pattern ENTRY = Pattern.compile("([A-Z][A-Z /()-]*):\\s*(.*)");
  private static final Pattern COLUMNS = Pattern.compile("M\\s+\\S.*");
  private static final Pattern FLAG = Pattern.compile("flag|\\bvalid|invalid");
  private static final Pattern CODE_IN_NAME = Pattern.compile("[a-z0-9]+_([a-z][a-z0-9]{2,})_.*");

  static WdcggHeader parse(String file, List<String> text) {
    Map<String, String> entries = new HashMap<>();
    Map<String, Integer> entryLines = new HashMap<>();
    List<String> columns = List.of();
    int columnLine = 0;
    int lines = 0;
    List<String> notes = new ArrayList<>();
    for (String line : text) {
      Matcher header = LINE.matcher(line.strip());
      if (!header.matches() && !line.isBlank()) {
        break;
      }
      lines++;
      if (line.isBlank()) {
        continue;
      }
      if (FLAG.matcher(line.toLowerCase(Locale.ROOT)).find()) {
        notes.add(header.group(2).strip());
      }
      String content = header.group(2).strip();
      Matcher entry = ENTRY.matcher(content);
      if (entry.matches()) {
        entries.putIfAbsent(entry.group(1), entry.group(2).strip());
        entryLines.putIfAbsent(entry.group(1), lines);
      } else if (COLUMNS.matcher(content).matches()) {
        columns = List.of(content.split("\\s+"));
        columnLine = lines;
      }
    }
    if (entries.isEmpty() && columns.isEmpty()) {
      throw new InputException(
          file,
          "line 1",
          "Expected a header line that starts with REM",
          "Give a monthly file in the format of the World Data Centre for Greenhouse Gases");
    }
    WdcggHeader header =
        new WdcggHeader(file, lines, entries, entryLines, notes, columns, columnLine);
    header.check();
    return header;
  }

  private void check() {
    if (columns.isEmpty()) {
      throw new InputException(
          file,
          "lines 1 to " + lines,
          "No header line names the columns",
          "Give a line such as \"REM24 M CO2 V ND SD F\" above the data");
    }
    for (String required : List.of("M", "CO2")) {
      if (!columns.contains(required)) {
        throw new InputException(
            file,
            "line " + columnLine,
            "Column " + required + " is missing",
            "Name at least the columns M and CO2, found " + String.join(" ", columns));
      }
    }
    if (columns.stream().distinct().count() < columns.size()) {
      throw new InputException(
          file, "line " + columnLine, "A column name stands twice", "Name each column once");
    }
    requireEntry("PARAMETER", "CO2");
    requireEntry("UNIT", "ppm");
  }

  private void requireEntry(String key, String expected) {
    String found = entry(key);
    if (!found.equalsIgnoreCase(expected)) {
      throw new InputException(
          file,
          place(key),
          key + " is \"" + found + "\", expected \"" + expected + "\"",
          "Give a CO2 file in ppm");
    }
  }

  /** The text of an entry that must be there. */
  String entry(String key) {
    String text = entries.get(key);
    if (text == null) {
      throw new InputException(
          file,
          "lines 1 to " + lines,
          "The header has no entry " + key,
          "Give a line such as \"REM05 " + key + ": ...\"");
    }
    return text;
  }

  /** The text of an entry, or empty. */
  String optional(String key) {
    return entries.getOrDefault(key, "");
  }

  private String place(String key) {
    return "line " + entryLines.get(key);
  }

  /** Station code in upper case, from the entry FILENAME or from the name of the file. */
  String stationCode() {
    Matcher declared = CODE_IN_NAME.matcher(optional("FILENAME").toLowerCase(Locale.ROOT));
    if (declared.matches()) {
      return declared.group(1).toUpperCase(Locale.ROOT);
    }
    String name = file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
    Matcher own = CODE_IN_NAME.matcher(name.toLowerCase(Locale.ROOT));
    if (own.matches()) {
      return own.group(1).toUpperCase(Locale.ROOT);
    }
    if (name.matches("[A-Za-z]{3}[0-9].*")) {
      return name.substring(0, 3).toUpperCase(Locale.ROOT);
    }
    throw new InputException(
        file,
        "header",
        "Neither the entry FILENAME nor the name of the file carries a station code",
        "Name the file like co2_alt_surface-flask.txt or alt482n1.dat");
  }

  /** Degrees north. */
  double latitude() {
    return located("LATITUDE", CoordinateText::latitude);
  }

  /** Degrees east. */
  double longitude() {
    return located("LONGITUDE", CoordinateText::longitude);
  }

  /** Metres above sea level. */
  double altitude() {
    return located("ALTITUDE", text -> Double.parseDouble(text.replaceFirst("\\s*m(etres)?$", "")));
  }

  private double located(String key, ToDoubleFunction<String> parser) {
    String text = entry(key);
    try {
      return parser.applyAsDouble(text);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          file,
          place(key),
          key + " cannot be understood: \"" + text + "\"",
          "Write it like 71 19' N, 156 37' W or 11 m, or in decimal degrees",
          e);
    }
  }
}
