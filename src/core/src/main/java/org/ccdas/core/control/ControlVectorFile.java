package org.ccdas.core.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
import org.apache.commons.csv.DuplicateHeaderMode;
import org.ccdas.core.InputException;

/**
 * Reads the control vector from CSV (UTF-8, columns {@code
 * no,symbol,scope,prior,sigma,unit,transform,source}, lines that begin with {@code #} are
 * comments). Rows may be left out, then the rest is numbered anew; what is left out keeps its table
 * value.
 */
public final class ControlVectorFile {
  /** The column names, in the order of the default table. */
  public static final List<String> COLUMNS =
      List.of("no", "symbol", "scope", "prior", "sigma", "unit", "transform", "source");

  /** Symbol of the CO2 offset, whose prior may be {@value #FROM_OBSERVATIONS}. */
  public static final String CO2_OFFSET = "c0";

  /** Stands for a prior that is taken from the observations. */
  public static final String FROM_OBSERVATIONS = "obs";

  private static final String DEFAULT = "control_vector.csv";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setCommentMarker('#')
          .setTrim(true)
          .get();

  private final String file;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  private ControlVectorFile(String file) {
    this.file = file;
  }

  /** The default table of spec section 18.1: 101 parameters, the CO2 offset without prior. */
  public static ControlVector standard() {
    try (InputStream stream = ControlVectorFile.class.getResourceAsStream(DEFAULT)) {
      return new ControlVectorFile(DEFAULT).parse(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws InputException naming file and line
   */
  public static ControlVector read(Path path) {
    try {
      return new ControlVectorFile(path.toString()).parse(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      throw new InputException(
          path.toString(),
          "",
          "there is no such file",
          "Correct the path of the control vector",
          e);
    } catch (IOException e) {
      throw new InputException(
          path.toString(), "", "the file cannot be read: " + e, "Check that it is readable", e);
    }
  }

  private ControlVector parse(byte[] bytes) throws IOException {
    String text = decode(bytes);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      List<String> missing =
          COLUMNS.stream().filter(name -> !parser.getHeaderNames().contains(name)).toList();
      if (!missing.isEmpty()) {
        throw new InputException(
            file,
            "header",
            "the column " + String.join(", ", missing) + " is missing",
            "The first line must name the columns " + String.join(",", COLUMNS));
      }
      for (CSVRecord row : parser) {
        addRow(row, parser.getCurrentLineNumber());
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      // commons-csv reports a repeated column and an open quotation mark so
      throw new InputException(
          file, "", "it is not well-formed CSV: " + e.getMessage(), "Correct the file", e);
    }
    if (parameters.isEmpty()) {
      throw new InputException(
          file, "", "it holds no parameter", "Give at least one row below the header");
    }
    return new ControlVector(parameters);
  }

  private String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InputException(file, "", "the text is not UTF-8", "Save the file as UTF-8", e);
    }
  }

  private void addRow(CSVRecord row, long line) {
    if (!row.isConsistent()) {
      throw error(
          line,
          row.size() + " values under a header of another length",
          "Give one value for each column; text with a comma needs quotation marks");
    }
    Parameter parameter = parameter(row, line);
    int expected = parameters.size() + 1;
    if (parameter.number() != expected) {
      throw error(
          line,
          "the number is " + parameter.number() + ", expected " + expected,
          "Number the rows 1, 2, 3, ... without gaps");
    }
    for (Parameter earlier : parameters) {
      if (parameter.collidesWith(earlier)) {
        throw error(
            line,
            parameter.label()
                + " repeats "
                + earlier.label()
                + " of line "
                + lines.get(earlier.number() - 1),
            "Give each symbol scopes that do not overlap");
      }
    }
    parameters.add(parameter);
    lines.add(line);
  }

  private Parameter parameter(CSVRecord row, long line) {
    String symbol = row.get("symbol");
    if (!symbol.equals(CO2_OFFSET) && !TileSymbols.actsOnTiles(symbol)) {
      throw error(
          line,
          "unknown symbol '" + symbol + "'",
          "Known are " + String.join(" ", TileSymbols.all()) + " " + CO2_OFFSET);
    }
    String prior = row.get("prior");
    boolean observed = symbol.equals(CO2_OFFSET) && prior.equals(FROM_OBSERVATIONS);
    try {
      return new Parameter(
          (int) number(row, "no", line),
          symbol,
          Scope.parse(row.get("scope")),
          observed ? Double.NaN : number(row, "prior", line),
          number(row, "sigma", line),
          row.get("unit"),
          Transform.parse(row.get("transform")),
          row.get("source"));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          file, "line " + line, symbol + ": " + e.getMessage(), "Correct this row", e);
    }
  }

  private double number(CSVRecord row, String column, long line) {
    String text = row.get(column);
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InputException(
          file,
          "line " + line + ", column " + column,
          "'" + text + "' is not a number",
          "Give a number with a decimal point",
          e);
    }
    if (!Double.isFinite(value) || column.equals("no") && value != Math.rint(value)) {
      throw error(
          line,
          String.format(Locale.ROOT, "%s is %s", column, text),
          column.equals("no") ? "Give a whole number" : "Give a finite number");
    }
    return value;
  }

  private InputException error(long line, String problem, String remedy) {
    return new InputException(file, "line " + line, problem, remedy);
  }
}
