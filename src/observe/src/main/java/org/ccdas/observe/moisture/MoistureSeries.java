package org.ccdas.observe.moisture;

import java.io.Serializable;

/**
 * Observed soil moisture of one cell on the days that are used.
 *
 * @param days of the window, from 0, rising
 * @param value m3 m-3
 * @param sigma standard error, m3 m-3, above 0
 */
public record MoistureSeries(int[] days, double[] value, double[] sigma) implements Serializable {
  /** Checks sizes, order and errors. */
  public MoistureSeries {
    if (days.length != value.length || days.length != sigma.length) {
      throw new IllegalArgumentException(
          days.length + " days, " + value.length + " values, " + sigma.length + " errors");
    }
    for (int k = 0; k < days.length; k++) {
      if (days[k] < 0 || k > 0 && days[k] <= days[k - 1]) {
        throw new IllegalArgumentException("Day " + days[k] + " of value " + k);
      }
      if (!(sigma[k] > 0) || !Double.isFinite(value[k])) {
        throw new IllegalArgumentException(
            "Value " + k + " is " + value[k] + " with error " + sigma[k]);
      }
    }
  }

  /** Number of values. */
  public int count() {
    return days.length;
  }
}
