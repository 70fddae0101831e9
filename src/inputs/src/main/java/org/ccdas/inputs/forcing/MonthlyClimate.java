package org.ccdas.inputs.forcing;

import java.io.Serializable;

/**
 * Mean climate of one place, January to December. The arrays are not copied.
 *
 * @param temperature monthly mean, degC
 * @param precipitation monthly total, mm
 * @param sunshine share of the possible sunshine, 0..1
 */
public record MonthlyClimate(double[] temperature, double[] precipitation, double[] sunshine)
    implements Serializable {
  /** Months of a year. */
  public static final int MONTHS = 12;

  /** Checks lengths and ranges. */
  public MonthlyClimate {
    check(temperature, -90, 60, "temperature", "degC");
    check(precipitation, 0, 5000, "precipitation", "mm");
    check(sunshine, 0, 1, "sunshine", "as a share");
  }

  private static void check(double[] values, double low, double high, String what, String unit) {
    if (values.length != MONTHS) {
      throw new IllegalArgumentException(what + " of " + values.length + " months");
    }
    for (int m = 0; m < MONTHS; m++) {
      if (!(values[m] >= low && values[m] <= high)) {
        throw new IllegalArgumentException(
            what + " of month " + (m + 1) + " is " + values[m] + " " + unit);
      }
    }
  }
}
