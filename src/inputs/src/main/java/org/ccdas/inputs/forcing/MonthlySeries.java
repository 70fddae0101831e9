package org.ccdas.inputs.forcing;

import java.util.Optional;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Real months of one place, every array with one value a month. The arrays are not copied.
 *
 * @param months the months
 * @param temperature mean, degC
 * @param precipitation mean rate, mm d-1
 * @param light mean shortwave radiation, W m-2, or sunshine as a share of the possible, 0..1
 * @param lightIsSunshine which of the two
 * @param diurnalRange mean difference of the daily extremes, K; empty: by the formula
 * @param wetDays number of days with rain; empty: by the formula
 */
record MonthlySeries(
    MonthAxis months,
    double[] temperature,
    double[] precipitation,
    double[] light,
    boolean lightIsSunshine,
    Optional<double[]> diurnalRange,
    Optional<double[]> wetDays) {
  /** Checks the lengths. */
  MonthlySeries {
    for (double[] values :
        new double[][] {
          temperature,
          precipitation,
          light,
          diurnalRange.orElse(temperature),
          wetDays.orElse(temperature)
        }) {
      if (values.length != months.count()) {
        throw new IllegalArgumentException(
            values.length + " values of " + months.count() + " months");
      }
    }
  }
}
