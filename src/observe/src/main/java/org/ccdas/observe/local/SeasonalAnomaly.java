package org.ccdas.observe.local;

/**
 * Values without their mean seasonal cycle: from each value the mean of all values of any year is
 * taken whose day of the year is within 15 days of its own (spec section 20).
 */
public final class SeasonalAnomaly {
  private static final int HALF_WINDOW = 15;
  private static final int YEAR = 365;

  private SeasonalAnomaly() {}

  /**
   * The anomalies.
   *
   * @param dayOfYear of each value, 1..366
   * @param values of any unit
   */
  public static double[] of(int[] dayOfYear, double[] values) {
    double[] sums = new double[YEAR];
    int[] counts = new int[YEAR];
    for (int k = 0; k < values.length; k++) {
      int day = (dayOfYear[k] - 1) % YEAR;
      sums[day] += values[k];
      counts[day]++;
    }
    double[] anomalies = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      double sum = 0;
      int count = 0;
      for (int offset = -HALF_WINDOW; offset <= HALF_WINDOW; offset++) {
        int day = Math.floorMod(dayOfYear[k] - 1 + offset, YEAR);
        sum += sums[day];
        count += counts[day];
      }
      anomalies[k] = values[k] - sum / count;
    }
    return anomalies;
  }
}
