package org.ccdas.inputs.forcing;

/** What rain does to the other weather of its day [CHOICE]; docs/weather-generator.md. */
final class WetAndDry {
  /** Diurnal range of wet days, as a share of what it is without that contrast. */
  static final double WET_RANGE = 0.85;

  /** Light of wet days, as a share. */
  static final double WET_LIGHT = 0.75;

  /** The most by which a dry day is raised. */
  static final double MOST_DRY = 1.3;

  /** Radiation under a clear sky, as a share of that above the atmosphere. */
  static final double CLEAR_SKY = 0.75;

  private WetAndDry() {}

  /**
   * Multiplies wet days of a month by {@code wetFactor} and dry days by what keeps the sum, at most
   * {@code mostDry}; where that limit holds, wet days are lowered less.
   *
   * @param values of days, the month's from {@code start} on
   * @param rain of the days of the month
   */
  static void contrast(
      double[] values, int start, double[] rain, double wetFactor, double mostDry) {
    double wet = 0;
    double dry = 0;
    for (int d = 0; d < rain.length; d++) {
      if (rain[d] > 0) {
        wet += values[start + d];
      } else {
        dry += values[start + d];
      }
    }
    if (!(wet > 0 && dry > 0)) {
      return;
    }
    // f_wet W + f_dry D = W + D
    double dryFactor = Math.min(1 + (1 - wetFactor) * wet / dry, mostDry);
    double keptWet = (wet + dry - dryFactor * dry) / wet;
    for (int d = 0; d < rain.length; d++) {
      values[start + d] *= rain[d] > 0 ? keptWet : dryFactor;
    }
  }
}
