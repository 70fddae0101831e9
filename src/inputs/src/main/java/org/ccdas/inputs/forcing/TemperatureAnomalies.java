package org.ccdas.inputs.forcing;

import java.time.YearMonth;

/**
 * Day-to-day anomalies of temperature within a month, K, of mean 0 [CHOICE]: autoregressive with
 * lag one day 0.7. The chain of a month runs in through the month before, so that months join, and
 * the mean is removed by a bump that is small at the ends of the month.
 */
final class TemperatureAnomalies {
  private static final int STREAM = 2;
  private static final double LAG_ONE = 0.7;
  private static final double TAPER_DAYS = 4;

  private final KeyedRandom past;
  private final int pastDays;
  private final KeyedRandom present;

  private TemperatureAnomalies(KeyedRandom past, int pastDays, KeyedRandom present) {
    this.past = past;
    this.pastDays = pastDays;
    this.present = present;
  }

  /**
   * The anomalies of a cell in a month.
   *
   * @param repeatYear whether the month before is that of the same year, which is then no leap year
   */
  static TemperatureAnomalies of(long seed, int cell, YearMonth month, boolean repeatYear) {
    YearMonth before = month.minusMonths(1);
    int yearBefore = repeatYear ? month.getYear() : before.getYear();
    return new TemperatureAnomalies(
        KeyedRandom.of(seed, cell, yearBefore, before.getMonthValue(), STREAM),
        repeatYear ? before.getMonth().minLength() : before.lengthOfMonth(),
        KeyedRandom.of(seed, cell, month.getYear(), month.getMonthValue(), STREAM));
  }

  /** Standard deviation, K, where the monthly means of a year are these. */
  static double deviation(double[] monthlyMeans) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : monthlyMeans) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    // s = min(5, 1 + 0.1 R)
    return Math.min(5, 1 + 0.1 * (high - low));
  }

  /** The anomalies of the first days of the month; to be called once. */
  double[] days(int days, double deviation) {
    double innovation = deviation * StrictMath.sqrt(1 - LAG_ONE * LAG_ONE);
    double state = 0;
    for (int d = 0; d < pastDays; d++) {
      state = LAG_ONE * state + innovation * past.normal();
    }
    double[] anomalies = new double[days];
    double[] taper = new double[days];
    double sum = 0;
    double taperSum = 0;
    for (int d = 0; d < days; d++) {
      state = LAG_ONE * state + innovation * present.normal();
      anomalies[d] = state;
      sum += state;
      double fromEnd = Math.min(d + 0.5, days - d - 0.5);
      taper[d] = Math.min(1, fromEnd / TAPER_DAYS);
      taperSum += taper[d];
    }
    for (int d = 0; d < days; d++) {
      anomalies[d] -= sum * taper[d] / taperSum;
    }
    return anomalies;
  }
}
