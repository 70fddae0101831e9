package org.ccdas.inputs.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.ccdas.inputs.InputException;

/**
 * A comma-separated table with a header line and at least one row, UTF-8 with or without byte order
 * mark; lines that start with {@code #} are comments. Column names are compared without case.
 * Numbers are read with a decimal point whatever the locale; errors name file, line and column.
 */
public final class CsvTable {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setCommentMarker('#')
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final String file;
  private final List<String> columns;
  private final List<Row> rows;

  private CsvTable(String file, List<String> columns, List<Row> rows) {
    this.file = file;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Reads a local file that must have these columns, and may have more.
   *
   * @throws InputException naming file, line and column
   */
  public static CsvTable read(Location path, String... required) {
    try {
      return parse(path.toString(), StoredFiles.read(path), required);
    } catch (NoSuchFileException e) {
      throw new InputException(
          path.toString(), "", "there is no such file", "Check the path in the configuration", e);
    } catch (IOException e) {
      throw new InputException(
          path.toString(), "", "the file cannot be read: " + e, "Check that it is readable", e);
    }
  }

  /**
   * As {@link #read}, from a table that comes with the system.
   *
   * @param owner class beside which the resource stands
   * @param name of the resource, for errors too
   */
  public static CsvTable resource(Class<?> owner, String name, String... required) {
    try (InputStream stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("There is no resource " + name + " beside " + owner);
      }
      return parse(name, stream.readAllBytes(), required);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #read}, from the bytes of a file; {@code file} is its name for errors. */
  public static CsvTable parse(String file, byte[] bytes, String... required) {
    try (CSVParser parser =
        CSVParser.builder()
            .setReader(new StringReader(text(file, bytes)))
            .setFormat(FORMAT)
            .get()) {
      List<String> header = parser.getHeaderNames();
      requireColumns(file, header, required);
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        long line = parser.getCurrentLineNumber();
        if (record.size() != header.size()) {
          throw new InputException(
              file,
              "line " + line,
              record.size() + " fields where the header has " + header.size(),
              "Give one field for each column; text with a comma needs quotation marks");
        }
        rows.add(new Row(file, line, record));
      }
      if (rows.isEmpty()) {
        throw new InputException(
            file, "", "the table has no rows", "Give at least one line below the header");
      }
      return new CsvTable(file, header, List.copyOf(rows));
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | IllegalStateException e) {
      // commons-csv reports a repeated column and an open quotation mark so
      throw new InputException(
          file, "", "it is not well-formed CSV: " + e.getMessage(), "Correct header and quotes", e);
    }
  }

  private static String text(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InputException(file, "", "the text is not UTF-8", "Save the file as UTF-8", e);
    }
  }

  private static void requireColumns(String file, List<String> header, String... required) {
    List<String> missing = new ArrayList<>();
    for (String column : required) {
      if (header.stream().noneMatch(column::equalsIgnoreCase)) {
        missing.add(column);
      }
    }
    if (!missing.isEmpty()) {
      throw new InputException(
          file,
          "header",
          "there is no column " + String.join(", ", missing),
          header.isEmpty()
              ? "The first line must name the columns " + String.join(",", required)
              : "The header has " + String.join(",", header) + "; add or rename a column");
    }
  }

  /** Name for errors. */
  public String file() {
    return file;
  }

  /** Names of the columns, as the file has them. */
  public List<String> columns() {
    return columns;
  }

  /** The rows, in the order of the file; at least one. */
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
      return find(column).orElseThrow(() -> bad(column, "the field is empty", null));
    }

    /** A finite number. */
    public double number(String column) {
      String text = text(column);
      double value;
      try {
        value = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw bad(column, "'" + text + "' is not a number", e);
      }
      if (!Double.isFinite(value)) {
        throw bad(column, "'" + text + "' is not a finite number", null);
      }
      return value;
    }

    /** A whole number. */
    public int integer(String column) {
      String text = text(column);
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw bad(column, "'" + text + "' is not a whole number", e);
      }
    }

    private InputException bad(String column, String problem, Exception cause) {
      return new InputException(
          file, place() + ", column " + column, problem, "Correct the field", cause);
    }

    /** The line, as errors name it. */
    public String place() {
      return "line " + line;
    }

    /** An error at this line. */
    public InputException problem(String problem, String remedy) {
      return new InputException(file, place(), problem, remedy);
    }

    /** As above, with the cause kept for the log. */
    public InputException problem(String problem, String remedy, Throwable cause) {
      return new InputException(file, place(), problem, remedy, cause);
    }
  }
}
