package org.ccdas.observe.local;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Observed values of one cell on the days that are used.
 *
 * @param days of the window, from 0, rising
 * @param value in the units of the stream
 * @param sigma standard error, in the units of the stream, above 0
 */
public record LocalSeries(int[] days, double[] value, double[] sigma) implements Serializable {
  /** Checks sizes, order and errors. */
  public LocalSeries {
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

  /** The part at these indices, rising. */
  LocalSeries at(int[] indices) {
    return new LocalSeries(
        Arrays.stream(indices).map(k -> days[k]).toArray(),
        Arrays.stream(indices).mapToDouble(k -> value[k]).toArray(),
        Arrays.stream(indices).mapToDouble(k -> sigma[k]).toArray());
  }
}
