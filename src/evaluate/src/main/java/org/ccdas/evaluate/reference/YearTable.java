package org.ccdas.evaluate.reference;

import java.time.YearMonth;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.time.MonthAxis;

/**
 * A table with a row a year, without gaps.
 *
 * @param rows in the order of years
 * @param months all months of these years
 */
record YearTable(List<CsvTable.Row> rows, MonthAxis months) {
  private static final String YEAR = "Year";

  /** Reads a table with a column {@value #YEAR} and the required columns. */
  static YearTable read(Location file, String... required) {
    CsvTable table = CsvTable.read(file, required);
    int first = table.rows().get(0).integer(YEAR);
    for (int i = 0; i < table.rows().size(); i++) {
      CsvTable.Row row = table.rows().get(i);
      if (row.integer(YEAR) != first + i) {
        throw row.problem(
            "the year is " + row.integer(YEAR) + " where " + (first + i) + " is next",
            "Give a row for every year, in order");
      }
    }
    return new YearTable(
        table.rows(), new MonthAxis(YearMonth.of(first, 1), 12 * table.rows().size()));
  }

  /** A number of each row. */
  double[] values(ToDoubleFunction<CsvTable.Row> value) {
    return rows.stream().mapToDouble(value).toArray();
  }
}
