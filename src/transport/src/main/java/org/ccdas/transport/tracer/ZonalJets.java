package org.ccdas.transport.tracer;

/**
 * The zonal mean zonal wind: subtropical and polar-front jets, surface westerlies, trades, polar
 * easterlies, after the sections of Peixoto and Oort (1992, figure 7.15).
 */
final class ZonalJets {
  private final double summer;

  ZonalJets(int month) {
    summer = Season.summer(month, 7.5);
  }

  /** Zonal wind, m s-1 eastward, at a latitude and sigma. */
  double eastward(double lat, double sigma) {
    double s = summer;
    double upper =
        bump(lat, 37 + 6 * s, 13) * (29 - 11 * s)
            + bump(lat, -30, 10) * (24 + 10 * s)
            + bump(lat, -50, 11) * (25 - s)
            - bump(lat, 6 * s, 11) * (5 + 3 * s);
    double surface =
        bump(lat, 48, 10) * (2.5 - s)
            + bump(lat, -50, 9) * 8
            - bump(lat, 14 + 3 * s, 9) * (5.5 - 0.5 * s)
            - bump(lat, -15 + 3 * s, 9) * (5.5 + 0.5 * s)
            - bump(lat, 75, 8) * 1.5
            - bump(lat, -72, 6) * 3;
    return upper * jetProfile(sigma) + surface * Math.exp(-(1 - sigma) / 0.5);
  }

  private static double bump(double lat, double centre, double width) {
    double x = (lat - centre) / width;
    return Math.exp(-x * x / 2);
  }

  /** Growth of the thermal wind with height, 1 at sigma 0.2, weaker again above. */
  private static double jetProfile(double sigma) {
    return sigma >= 0.2 ? Math.log(1 / sigma) / Math.log(5) : 0.4 + 0.6 * sigma / 0.2;
  }
}
