package org.ccdas.transport.tracer;

/**
 * Horizontal eddy diffusivity of one month: what the weather mixes that monthly winds do not carry.
 * Largest in the storm tracks, smallest where the trades meet; two thirds in the summer hemisphere
 * of what it is in winter. The size is that of the observed transient eddies, 1 to 3e6 m2 s-1
 * (Keffer and Holloway, 1988, Nature 332, 624-626; Plumb and Mahlman, 1987, J. Atmos. Sci. 44,
 * 298-327).
 */
final class EddyDiffusivity {
  private final MixingConstants constants;
  private final double summer;
  private final double boundary;

  EddyDiffusivity(MixingConstants constants, int month) {
    this.constants = constants;
    this.summer = Season.summer(month, 7.5);
    this.boundary = 2 + 8 * Season.summer(month, 7.7);
  }

  /** Diffusivity, m2 s-1, at a latitude (degrees north) and sigma. */
  double at(double lat, double sigma) {
    // K = (K_t e + K_m S (1 - e)) r(sigma),   e = exp(-((phi - phi_I)/18)^2/2),
    // S = 1 - 0.2 s tanh(phi/15), s the season, 1 in the northern summer
    double distance = (lat - boundary) / 18;
    double outside = 1 - Math.exp(-distance * distance / 2);
    double season = 1 - 0.2 * summer * Math.tanh(lat / 15);
    double k = constants.tropical() * (1 - outside) + constants.midlatitude() * season * outside;
    return k * profile(sigma);
  }

  /** 0.7 at the ground, 1 at 700 hPa, 1.2 at 300 hPa, 0.6 at the top. */
  private static double profile(double sigma) {
    if (sigma > 0.7) {
      return 1 - 0.3 * (sigma - 0.7) / 0.3;
    }
    return sigma > 0.3 ? 1 + 0.2 * (0.7 - sigma) / 0.4 : 0.6 + 0.6 * sigma / 0.3;
  }
}
