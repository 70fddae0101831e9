package org.ccdas.core.file;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ccdas.core.InputException;

/**
 * A comma-separated table with a header line, UTF-8; lines that start with {@code #} are comments.
 * Numbers are read with a decimal point whatever the locale; errors name file, line and column.
 */
public final class CsvTable {
  private final String file;
  private final List<String> columns;
  private final List<Row> rows;

  private CsvTable(String file, List<String> columns, List<Row> rows) {
    this.file = file;
    this.columns = columns;
    this.rows = rows;
  }

  /** Reads a local file that must have these columns, and may have more. */
  public static CsvTable read(Path path, String... required) {
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      return parse(path.toString(), reader, required);
    } catch (IOException e) {
      throw new InputException(
          path.toString(),
          "",
          Files.exists(path) ? "cannot be read: " + e.getMessage() : "there is no such file",
          "Check the path in the configuration",
          e);
    }
  }

  /** As {@link #read}, from an open reader; {@code file} is the name for errors. */
  public static CsvTable parse(String file, Reader reader, String... required) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      Map<String, Integer> header = parser.getHeaderMap();
      for (String column : required) {
        if (header == null || !header.containsKey(column)) {
          throw new InputException(
              file,
              "header",
              "there is no column " + column,
              "Give the columns " + String.join(",", required));
        }
      }
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        long line = parser.getCurrentLineNumber();
        if (!record.isConsistent()) {
          throw new InputException(
              file,
              "line " + line,
              record.size() + " fields where the header has " + header.size(),
              "Correct the line");
        }
        rows.add(new Row(file, line, record));
      }
      return new CsvTable(file, parser.getHeaderNames(), List.copyOf(rows));
    } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
      throw new InputException(
          file, "", "is not a table: " + e.getMessage(), "Correct header and quotes", e);
    }
  }

  /** Name for errors. */
  public String file() {
    return file;
  }

  /** Names of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** The rows, in the order of the file. */
  public List<Row> rows() {
    return rows;
  }

  /** One line of a table. */
  public static final class Row {
    private final String file;
    private final long line;
    private final CSVRecord fields;

    private Row(String file, long line, CSVRecord fields) {
      this.file = file;
      this.line = line;
      this.fields = fields;
    }

    /** Text of a column, empty when the column is absent or blank. */
    public Optional<String> find(String column) {
      return fields.isMapped(column) && !fields.get(column).isBlank()
          ? Optional.of(fields.get(column))
          : Optional.empty();
    }

    /** Text of a column that must not be blank. */
    public String text(String column) {
      return find(column).orElseThrow(() -> problem("column " + column + " is empty", "Fill it"));
    }

    /** A finite number. */
    public double number(String column) {
      String text = text(column);
      try {
        double value = Double.parseDouble(text);
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new InputException(file, place(), notA(column, text, "number"), "Correct it", e);
      }
      throw problem(notA(column, text, "finite number"), "Correct it");
    }

    /** A whole number. */
    public int integer(String column) {
      String text = text(column);
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new InputException(
            file, place(), notA(column, text, "whole number"), "Correct it", e);
      }
    }

    private static String notA(String column, String text, String kind) {
      return "column " + column + " is '" + text + "', not a " + kind;
    }

    /** The line, as errors name it. */
    public String place() {
      return "line " + line;
    }

    /** An error at this line. */
    public InputException problem(String problem, String remedy) {
      return new InputException(file, place(), problem, remedy);
    }
  }
}
