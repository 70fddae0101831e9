package org.ccdas.inputs.forcing;

/** Sunlight above the atmosphere. */
public final class TopOfAtmosphere {
  /** Total solar irradiance at mean distance, W m-2 [CHOICE: Kopp and Lean 2011]. */
  private static final double SOLAR_CONSTANT = 1361;

  private TopOfAtmosphere() {}

  /**
   * Mean over 24 h on a horizontal plane, W m-2; declination and distance as spec section 5.1.
   *
   * @param lat degrees north
   * @param dayOfYear 1..366
   */
  public static double dailyMean(double lat, int dayOfYear) {
    // delta = -23.4 deg cos(2 pi (doy+10)/365)
    double delta =
        StrictMath.toRadians(-23.4 * StrictMath.cos(2 * StrictMath.PI * (dayOfYear + 10) / 365));
    // E0 = 1.00011 + 0.034221 cos a + 0.00128 sin a + 0.000719 cos 2a + 0.000077 sin 2a
    double a = 2 * StrictMath.PI * (dayOfYear - 1) / 365;
    double distance =
        1.00011
            + 0.034221 * StrictMath.cos(a)
            + 0.00128 * StrictMath.sin(a)
            + 0.000719 * StrictMath.cos(2 * a)
            + 0.000077 * StrictMath.sin(2 * a);
    double phi = StrictMath.toRadians(lat);
    // S = sin(lat) sin(delta), C = cos(lat) cos(delta), half day w = acos(-S/C)
    double s = StrictMath.sin(phi) * StrictMath.sin(delta);
    double c = StrictMath.cos(phi) * StrictMath.cos(delta);
    double halfDay = s >= c ? StrictMath.PI : s <= -c ? 0 : StrictMath.acos(-s / c);
    // H0 = S0 E0 (w S + C sin w)/pi
    double mean = halfDay * s + c * StrictMath.sin(halfDay);
    return StrictMath.max(0, SOLAR_CONSTANT * distance * mean / StrictMath.PI);
  }
}
