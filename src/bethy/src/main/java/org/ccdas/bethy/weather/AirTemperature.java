package org.ccdas.bethy.weather;

/**
 * Course of air temperature over a day: a cosine with its peak at 14 h by day, a straight line to
 * the minimum at sunrise by night. Spec section 5.3.
 *
 * @param mean Tm, degC
 * @param range dT between the daily extremes, K, at least 0
 * @param dayLength D, h, 0..24
 */
public record AirTemperature(double mean, double range, double dayLength) {
  private static final double WARMEST_HOUR = 14;
  private static final double SHORTEST_DAY = 4;
  private static final double LONGEST_DAY = 20;

  /** Temperature at a solar hour 0..24, degC; never below the daily minimum. */
  public double at(double hour) {
    if (dayLength < SHORTEST_DAY) {
      return mean;
    }
    double sunset = 12 + dayLength / 2;
    if (dayLength > LONGEST_DAY || (hour > 12 - dayLength / 2 && hour < sunset)) {
      return byDay(hour);
    }
    double evening = byDay(sunset);
    double sinceSunset = hour >= sunset ? hour - sunset : hour + 24 - sunset;
    return evening + (mean - range / 2 - evening) * sinceSunset / (24 - dayLength);
  }

  private double byDay(double hour) {
    // T = Tm + (dT / 2) cos(2 pi (h - 14) / (D + 4))
    return mean
        + range / 2 * Math.cos(2 * Math.PI * (hour - WARMEST_HOUR) / (dayLength + SHORTEST_DAY));
  }
}
