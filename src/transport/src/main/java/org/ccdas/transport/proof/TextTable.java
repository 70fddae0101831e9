package org.ccdas.transport.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/**
 * A table of columns parted by blanks, as station series are passed around: comment lines begin
 * with {@code #}, the first other line names the columns, {@code nan} and {@code NA} are missing.
 */
final class TextTable {
  private final Location file;
  private final List<String> names;
  private final List<double[]> rows;

  private TextTable(Location file, List<String> names, List<double[]> rows) {
    this.file = file;
    this.names = names;
    this.rows = rows;
  }

  /**
   * Reads a table.
   *
   * @throws InputException when it is absent or empty, or a line has another number of columns or
   *     something else than numbers
   */
  static TextTable read(Location file) {
    List<String> lines;
    try {
      lines = StoredFiles.readText(file).lines().toList();
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "", "The file cannot be read", "Give the folder of the data", e);
    }
    List<String> names = null;
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = Arrays.asList(line.split("\\s+"));
      if (names == null) {
        names = cells;
        continue;
      }
      if (cells.size() != names.size()) {
        throw new InputException(
            file.toString(),
            "line " + (i + 1),
            cells.size() + " values for " + names.size() + " columns",
            "Give a value for every column, NA where there is none");
      }
      rows.add(numbers(file, i + 1, cells));
    }
    if (names == null || rows.isEmpty()) {
      throw new InputException(file.toString(), "", "The table is empty", "Give a table");
    }
    return new TextTable(file, names, rows);
  }

  private static double[] numbers(Location file, int line, List<String> cells) {
    double[] row = new double[cells.size()];
    for (int j = 0; j < row.length; j++) {
      String text = cells.get(j).toLowerCase(Locale.ROOT);
      try {
        row[j] = text.equals("nan") || text.equals("na") ? Double.NaN : Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new InputException(
            file.toString(),
            "line " + line + ", column " + (j + 1),
            cells.get(j) + " is no number",
            "Correct the line",
            e);
      }
    }
    return row;
  }

  int size() {
    return rows.size();
  }

  List<String> names() {
    return names;
  }

  /** Index of a column. */
  int column(String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw new InputException(
          file.toString(), "", "The column " + name + " is missing", "Give that table");
    }
    return column;
  }

  double value(int row, int column) {
    return rows.get(row)[column];
  }

  int integer(int row, int column) {
    return (int) value(row, column);
  }
}
