package org.ccdas.transport;

import java.util.TreeMap;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;

/** Global totals by year, PgC yr-1 to the atmosphere. */
final class YearlyTotals {
  private final String file;
  private final String column;
  private final TreeMap<Integer, Double> totals;

  private YearlyTotals(String file, String column, TreeMap<Integer, Double> totals) {
    this.file = file;
    this.column = column;
    this.totals = totals;
  }

  static YearlyTotals read(Location folder, BackgroundSource.Totals source) {
    CsvTable table = BackgroundSource.table(folder, source.file(), "year", source.column());
    TreeMap<Integer, Double> totals = new TreeMap<>();
    for (CsvTable.Row row : table.rows()) {
      int year = row.integer("year");
      double total = source.factor() * row.number(source.column()) + source.offset();
      if (totals.put(year, total) != null) {
        throw row.problem("the year " + year + " stands twice", "Keep one line a year");
      }
    }
    return new YearlyTotals(table.file(), source.column(), totals);
  }

  double total(int year) {
    Double total = totals.get(year);
    if (total == null) {
      throw new InputException(
          file,
          "column " + column,
          "the year " + year + " is missing",
          "The file has " + totals.firstKey() + " to " + totals.lastKey() + "; add the year");
    }
    return total;
  }
}
