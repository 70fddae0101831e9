package org.ccdas.observe.flask;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;

/**
 * Reads monthly means of NOAA's flask network, {@code co2_SITE_surface-flask_1_ccgg_month.txt}
 * (spec section 19.3): {@code site year month value} a line. Such files give neither numbers of
 * samples nor their spread; those of before about 2021 give no coordinates either.
 */
public final class NoaaMonthly {
  private NoaaMonthly() {}

  /**
   * Reads one file. Coordinates that it does not give are NaN.
   *
   * @throws InputException when the file is absent or its header or one of its lines is bad
   */
  public static FlaskRecord read(Location file) {
    return parse(file.toString(), FlaskText.bytes(file));
  }

  /** Reads the bytes of one file; {@code file} is its name, which errors carry. */
  public static FlaskRecord parse(String file, byte[] bytes) {
    NoaaTable table = NoaaTable.parse(file, FlaskText.lines(bytes));
    int year = table.column("year");
    int month = table.column("month");
    int value = table.column("value");
    List<FlaskMonth> months = new ArrayList<>();
    for (FlaskLine row : table.rows()) {
      row.require(table.columns().size());
      row.append(months, FlaskMonth.of(row.month(year, month), row.monthlyMean(value)));
    }
    return NoaaStation.record(table, table.site(table.column("site", "site_code")), months);
  }
}
