package org.ccdas.inputs.land;

import java.util.HashMap;
import java.util.Map;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.grid.Cell;

/** The rows of a table by its column {@code cell}. */
final class CellRows {
  private final String file;
  private final Map<Integer, CsvTable.Row> rows;

  private CellRows(String file, Map<Integer, CsvTable.Row> rows) {
    this.file = file;
    this.rows = rows;
  }

  static CellRows of(CsvTable table) {
    Map<Integer, CsvTable.Row> rows = new HashMap<>();
    for (CsvTable.Row row : table.rows()) {
      CsvTable.Row before = rows.putIfAbsent(row.integer("cell"), row);
      if (before != null) {
        throw row.problem(
            "cell " + row.integer("cell") + " is also at " + before.place(), "Remove one");
      }
    }
    return new CellRows(table.file(), rows);
  }

  CsvTable.Row require(Cell cell) {
    CsvTable.Row row = rows.get(cell.id());
    if (row == null) {
      throw new InputException(
          file, "", "there is no row for cell " + cell.id(), "Add it, or leave this file out");
    }
    return row;
  }
}
