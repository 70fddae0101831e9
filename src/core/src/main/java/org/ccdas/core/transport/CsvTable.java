package org.ccdas.core.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ccdas.core.InputException;

/**
 * A table of numbers with a header line; {@code #} starts a comment, a byte order mark is skipped.
 * Column names are compared without case.
 */
final class CsvTable {
  /** One line of numbers. */
  record Row(long line, double[] values) {}

  private final String file;
  private final List<String> columns;
  private final List<Row> rows;

  private CsvTable(String file, List<String> columns, List<Row> rows) {
    this.file = file;
    this.columns = columns;
    this.rows = rows;
  }

  /** Reads a file, or a table of this package when the name starts with {@code resource:}. */
  static CsvTable read(Path folder, String name) {
    if (!name.startsWith(BackgroundSource.RESOURCE)) {
      Path path = folder.resolve(name);
      try (InputStream stream = Files.newInputStream(path)) {
        return parse(path.toString(), stream);
      } catch (NoSuchFileException e) {
        throw new InputException(path.toString(), "", "There is no such file", "Check the path", e);
      } catch (IOException e) {
        throw unreadable(path.toString(), e);
      }
    }
    String resource = name.substring(BackgroundSource.RESOURCE.length());
    try (InputStream stream = CsvTable.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new InputException(
            name,
            "",
            "No such table comes with the system",
            "Use resource:fossil-bands.csv, landuse-bands.csv or ocean-bands.csv");
      }
      return parse(name, stream);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static InputException unreadable(String file, IOException e) {
    return new InputException(
        file,
        "",
        "The table cannot be read (" + e.getMessage() + ")",
        "Save it as comma-separated UTF-8 text",
        e);
  }

  private static CsvTable parse(String file, InputStream stream) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    List<String> columns = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(reader, format)) {
      for (CSVRecord record : parser) {
        if (columns.isEmpty()) {
          record.forEach(column -> columns.add(column));
        } else {
          rows.add(row(file, columns, record, parser.getCurrentLineNumber()));
        }
      }
    }
    if (rows.isEmpty()) {
      throw new InputException(file, "", "The table has no rows", "Get the complete file");
    }
    return new CsvTable(file, columns, rows);
  }

  private static Row row(String file, List<String> columns, CSVRecord record, long line) {
    if (record.size() != columns.size()) {
      throw new InputException(
          file,
          "line " + line,
          "Found " + record.size() + " fields, the header has " + columns.size(),
          "Give every column a number");
    }
    double[] values = new double[record.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = Double.parseDouble(record.get(i));
      } catch (NumberFormatException e) {
        values[i] = Double.NaN;
      }
      if (!Double.isFinite(values[i])) {
        throw new InputException(
            file,
            "line " + line + ", column " + columns.get(i),
            "\"" + record.get(i) + "\" is not a number",
            "Correct the value");
      }
    }
    return new Row(line, values);
  }

  /** Path or name, for errors. */
  String file() {
    return file;
  }

  /** The rows in order. */
  List<Row> rows() {
    return rows;
  }

  /** Names of the columns in order. */
  List<String> columns() {
    return columns;
  }

  /** Index of a column that must be there. */
  int column(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    throw new InputException(
        file,
        "header",
        "Column \"" + name + "\" is missing",
        "Choose among " + String.join(", ", columns));
  }
}
