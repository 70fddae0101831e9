package org.ccdas.bethy.weather;

import static org.ccdas.bethy.process.PhysicalConstants.STANDARD_PRESSURE;

/**
 * Split of a day's mean shortwave radiation over its hours, into PAR and the rest, into direct and
 * diffuse light. The mean over the points of the scheme is the given mean. Spec section 5.2; after
 * Weiss and Norman (1985).
 */
final class Light {
  private static final double POTENTIAL_PAR = 600;
  private static final double PAR_SHARE = 0.43;
  private static final double CLEAR_RATIO = 0.9;
  private static final double DARK = 1e-3;

  private final Astronomy sky;
  private final double pressure;
  private final double[] sun;
  private final double[] weight;
  private final double[] transmission;
  private final double brightness;
  private final double parRise;
  private final double cloud;
  private final double directFactor;

  private Light(
      Astronomy sky,
      double pressure,
      double[] sun,
      double[] weight,
      double[] transmission,
      double shortwave) {
    this.sky = sky;
    this.pressure = pressure;
    this.sun = sun;
    this.weight = weight;
    this.transmission = transmission;
    double potential = 0;
    for (int i = 0; i < sun.length; i++) {
      potential += weight[i] * potentialPar(sun[i], transmission[i]);
    }
    if (potential <= 0 || shortwave <= DARK) {
      brightness = 0;
      parRise = 0;
      cloud = 0;
      directFactor = 0;
      return;
    }
    // r = R_s / mean24(P_pot / 0.43), r' = min(r, 0.9)
    double clear = Math.min(shortwave / (potential / PAR_SHARE), CLEAR_RATIO);
    // n = min((0.9 - r') / 0.4, 1), direct factor clip01(1 - ((0.9 - r') / 0.7)^(2/3))
    double deficit = CLEAR_RATIO - clear;
    cloud = Math.min(deficit / 0.4, 1);
    double root = Math.cbrt(deficit / 0.7);
    directFactor = Math.min(Math.max(1 - root * root, 0), 1);
    // cf = 0.43 + 0.25 (1 - r') mu, SW* = r P_pot / cf, SW = SW* R_s / mean24(SW*); r cancels
    parRise = 0.25 * (1 - clear);
    double sum = 0;
    for (int i = 0; i < sun.length; i++) {
      sum += weight[i] * potentialPar(sun[i], transmission[i]) / parShare(sun[i]);
    }
    brightness = shortwave / sum;
  }

  /** The light of a day with this mean shortwave radiation, W m-2, at this pressure, Pa. */
  static Light of(SubDaily scheme, Astronomy sky, double pressure, double shortwave) {
    int points = scheme.lightPoints();
    double[] sun = new double[points];
    double[] weight = new double[points];
    double[] transmission = new double[points];
    for (int i = 0; i < points; i++) {
      double mu = sky.sun(scheme.lightHour(i, sky.dayLength()));
      if (mu >= Astronomy.HORIZON) {
        sun[i] = mu;
        weight[i] = scheme.lightWeight(i, sky.dayLength());
        transmission[i] = transmission(mu, pressure);
      }
    }
    return new Light(sky, pressure, sun, weight, transmission, shortwave);
  }

  /** One moment of light. */
  record Moment(
      double weight, double sun, double par, double shortwave, double directShare, double cloud) {}

  /** Whether the day has no part with light. */
  boolean isDark() {
    return brightness <= 0;
  }

  /** The light at a point of the scheme. */
  Moment point(int i) {
    return isDark() || weight[i] <= 0 ? unused() : moment(weight[i], sun[i], transmission[i]);
  }

  /** The light at a solar hour, with weight 1 when the sun is up, else 0. */
  Moment at(double hour) {
    double mu = sky.sun(hour);
    if (isDark() || mu < Astronomy.HORIZON) {
      return unused();
    }
    return moment(1, mu, transmission(mu, pressure));
  }

  private Moment moment(double share, double mu, double td) {
    double parShare = parShare(mu);
    double shortwave = brightness * potentialPar(mu, td) / parShare;
    // f_dir = [t_d / (0.4 + 0.6 t_d)] x direct factor, PAR = cf SW
    double directShare = td / (0.4 + 0.6 * td) * directFactor;
    return new Moment(share, mu, parShare * shortwave, shortwave, directShare, cloud);
  }

  /** Weight 0 and an ordinary sky, so that a point without light can be computed too. */
  private static Moment unused() {
    return new Moment(0, 0.5, 100, 230, 0.5, 0.5);
  }

  private double parShare(double mu) {
    return PAR_SHARE + parRise * mu;
  }

  private double potentialPar(double mu, double td) {
    // P_pot = 600 E0 mu (0.4 + 0.6 t_d)
    return POTENTIAL_PAR * sky.distanceFactor() * mu * (0.4 + 0.6 * td);
  }

  private static double transmission(double mu, double pressure) {
    // t_d = exp(-0.185 p / (mu p0))
    return Math.exp(-0.185 * pressure / (mu * STANDARD_PRESSURE));
  }
}
