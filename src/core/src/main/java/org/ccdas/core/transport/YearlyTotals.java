package org.ccdas.core.transport;

import java.nio.file.Path;
import java.util.TreeMap;
import org.ccdas.core.InputException;

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

  static YearlyTotals read(Path folder, BackgroundSource.Totals source) {
    CsvTable table = CsvTable.read(folder, source.file());
    int year = table.column("year");
    int value = table.column(source.column());
    TreeMap<Integer, Double> totals = new TreeMap<>();
    for (CsvTable.Row row : table.rows()) {
      double number = row.values()[year];
      if (number != Math.rint(number)) {
        throw new InputException(
            table.file(),
            "line " + row.line(),
            "The year " + number + " is not a whole number",
            "Correct the line");
      }
      double total = source.factor() * row.values()[value] + source.offset();
      if (totals.put((int) number, total) != null) {
        throw new InputException(
            table.file(),
            "line " + row.line(),
            "The year " + (int) number + " stands twice",
            "Keep one line a year");
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
          "The year " + year + " is missing",
          "The file has " + totals.firstKey() + " to " + totals.lastKey() + "; add the year");
    }
    return total;
  }
}
