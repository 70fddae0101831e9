package org.ccdas.bethy.weather;

/**
 * The course of the sun over one day. Spec section 5.1.
 *
 * @param sinPart S = sin(lat) sin(delta)
 * @param cosPart C = cos(lat) cos(delta)
 * @param dayLength D, h, 0..24
 * @param distanceFactor E0, squared ratio of mean to actual distance of the sun
 */
public record Astronomy(double sinPart, double cosPart, double dayLength, double distanceFactor) {
  /** Sine of the elevation below which the sun counts as down. */
  public static final double HORIZON = 1e-3;

  private static final double OBLIQUITY = -23.4;
  private static final double DAYS_PER_YEAR = 365.0;

  /**
   * The sun at a latitude on a day.
   *
   * @param latitude degrees north, -90..90
   * @param dayOfYear 1..366
   */
  public static Astronomy of(double latitude, int dayOfYear) {
    // delta = -23.4 deg cos(2 pi (doy + 10) / 365)
    double declination =
        Math.toRadians(OBLIQUITY) * Math.cos(2 * Math.PI * (dayOfYear + 10) / DAYS_PER_YEAR);
    double phi = Math.toRadians(latitude);
    double sinPart = Math.sin(phi) * Math.sin(declination);
    double cosPart = Math.cos(phi) * Math.cos(declination);
    // D = (24 / pi) acos(-S / C), 0 or 24 when the argument leaves [-1, 1]
    double sunset = Math.max(-1, Math.min(1, -sinPart / cosPart));
    double dayLength = 24 / Math.PI * Math.acos(sunset);
    // E0 = 1.00011 + 0.034221 cos a + 0.00128 sin a + 0.000719 cos 2a + 0.000077 sin 2a
    double a = 2 * Math.PI * (dayOfYear - 1) / DAYS_PER_YEAR;
    double cos = Math.cos(a);
    double sin = Math.sin(a);
    double distanceFactor =
        1.00011
            + 0.034221 * cos
            + 0.00128 * sin
            + 0.000719 * (2 * cos * cos - 1)
            + 0.000077 * (2 * sin * cos);
    return new Astronomy(sinPart, cosPart, dayLength, distanceFactor);
  }

  /** Sine of the sun's elevation mu at a solar hour, -1..1. */
  public double sun(double hour) {
    // mu(h) = S - C cos(pi h / 12)
    return sinPart - cosPart * Math.cos(Math.PI * hour / 12);
  }

  /** Sine of the sun's elevation at noon mu_noon; negative in deep polar night. */
  public double noon() {
    return sinPart + cosPart;
  }
}
