package org.ccdas.inputs.control;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;

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

  /** Symbol of the factor on a background flux, before the name of the flux. */
  public static final String BACKGROUND_FACTOR = "f_";

  /** Stands for a prior that is taken from the observations. */
  public static final String FROM_OBSERVATIONS = "obs";

  private static final String DEFAULT = "control_vector.csv";

  private final List<Parameter> parameters = new ArrayList<>();
  private final List<CsvTable.Row> rows = new ArrayList<>();

  private ControlVectorFile() {}

  /** The default table of spec section 18.1: 101 parameters, the CO2 offset without prior. */
  public static ControlVector standard() {
    return of(CsvTable.resource(ControlVectorFile.class, DEFAULT, COLUMNS.toArray(String[]::new)));
  }

  /**
   * Reads a file.
   *
   * @throws org.ccdas.inputs.InputException naming file and line
   */
  public static ControlVector read(Location path) {
    return of(CsvTable.read(path, COLUMNS.toArray(String[]::new)));
  }

  private static ControlVector of(CsvTable table) {
    ControlVectorFile file = new ControlVectorFile();
    table.rows().forEach(file::addRow);
    return new ControlVector(file.parameters);
  }

  private void addRow(CsvTable.Row row) {
    Parameter parameter = parameter(row);
    int expected = parameters.size() + 1;
    if (parameter.number() != expected) {
      throw row.problem(
          "the number is " + parameter.number() + ", expected " + expected,
          "Number the rows 1, 2, 3, ... without gaps");
    }
    for (Parameter earlier : parameters) {
      if (parameter.collidesWith(earlier)) {
        throw row.problem(
            parameter.label()
                + " repeats "
                + earlier.label()
                + " of "
                + rows.get(earlier.number() - 1).place(),
            "Give each symbol scopes that do not overlap");
      }
    }
    parameters.add(parameter);
    rows.add(row);
  }

  private static Parameter parameter(CsvTable.Row row) {
    String symbol = row.text("symbol");
    if (!symbol.equals(CO2_OFFSET) && !TileSymbols.actsOnTiles(symbol)) {
      throw row.problem(
          "unknown symbol '" + symbol + "'",
          "Known are " + String.join(" ", TileSymbols.all()) + " " + CO2_OFFSET);
    }
    boolean observed = symbol.equals(CO2_OFFSET) && row.text("prior").equals(FROM_OBSERVATIONS);
    try {
      return new Parameter(
          row.integer("no"),
          symbol,
          Scope.parse(row.text("scope")),
          observed ? Double.NaN : row.number("prior"),
          row.number("sigma"),
          row.find("unit").orElse(""),
          Transform.parse(row.text("transform")),
          row.find("source").orElse(""));
    } catch (IllegalArgumentException e) {
      throw row.problem(symbol + ": " + e.getMessage(), "Correct this row", e);
    }
  }
}
