package org.ccdas.transport.tracer;

/**
 * Vertical diffusivity of a column in one month: strong in the boundary layer, whose depth depends
 * on land, latitude and season, weak in the free troposphere and very weak in the stratosphere
 * (spec section 16.7). Depths are daily means after Seidel et al. (2012, J. Geophys. Res. 117,
 * D17106) for land and von Engeln and Teixeira (2013, J. Climate 26, 6575-6590) for the sea.
 */
final class BoundaryLayer {
  /** Diffusivity within the boundary layer, m2 s-1. */
  private static final double STRONG = 40;

  /** Diffusivity of the stratosphere, m2 s-1. */
  private static final double STRATOSPHERE = 0.3;

  private final double free;
  private final double depth;
  private final double tropopause;

  BoundaryLayer(MixingConstants constants, double lat, double land, int month) {
    this.free = constants.freeVertical();
    this.depth = land * landDepth(lat, month) + (1 - land) * seaDepth(lat, month);
    // sigma_t = 0.11 + 0.14 (1 - exp(-(phi/38)^4))
    this.tropopause = 0.11 + 0.14 * (1 - Math.exp(-Math.pow(lat / 38, 4)));
  }

  private static double localSummer(double lat, int month) {
    // the season of each hemisphere, none at the equator
    return Season.summer(month, 7.2) * Math.tanh(lat / 20);
  }

  private static double landDepth(double lat, int month) {
    // 1300 m in the tropics; beyond, 300 m in winter and 1500 m in summer; half over the ice sheets
    double outside = 1 - Math.exp(-Math.pow(lat / 30, 4));
    double season = 900 + 600 * localSummer(lat, month);
    double h = 1300 * (1 - outside) + season * outside;
    return Math.abs(lat) > 68 ? h / 2 : h;
  }

  private static double seaDepth(double lat, int month) {
    // 900 m; 250 m lower in the summer of the middle latitudes, when the sea is colder than the air
    return 900 - 250 * Math.max(0, localSummer(lat, month)) * Math.min(1, Math.abs(lat) / 45);
  }

  /** Diffusivity at a level, m2 s-1. */
  double diffusivity(double sigma) {
    double z = -VerticalExchange.SCALE_HEIGHT * Math.log(sigma);
    double x = z / depth;
    // K = K_b exp(-(z/h)^2) + K_f below the tropopause, K_s above, smooth over 0.03 in sigma
    double troposphere = 0.5 * (1 + Math.tanh((sigma - tropopause) / 0.03));
    return STRONG * Math.exp(-x * x) + STRATOSPHERE + (free - STRATOSPHERE) * troposphere;
  }

  /** Depth of the boundary layer, m. */
  double depth() {
    return depth;
  }
}
