package org.ccdas.bethy.process;

/** Humidity of the air of a tile from temperature and root-zone moisture. Spec section 5.4. */
final class VapourPressure {
  private static final double DRY_SATURATION = 0.96;

  private VapourPressure() {}

  /** Vapour pressure at the daily minimum of temperature e_b, Pa. */
  static double base(double relativeMoisture, double saturationAtMinimum) {
    // e_b = [0.96 + 0.04 beta] e_s(Tmin)
    return (DRY_SATURATION + (1.0 - DRY_SATURATION) * relativeMoisture) * saturationAtMinimum;
  }

  /** Vapour pressure e_a at a point of the day, Pa; never above saturation. */
  static double at(TileParameters p, Morning m, double saturation) {
    // e_a = e_b + h_d beta (e_s(T) - e_b)
    return m.vapourBase() + p.humidityRise() * m.relativeMoisture() * (saturation - m.vapourBase());
  }
}
