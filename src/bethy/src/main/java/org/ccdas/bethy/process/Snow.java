package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.Smooth.SHARP;
import static org.ccdas.bethy.process.Smooth.hmin;
import static org.ccdas.bethy.process.Smooth.softp;

import org.ccdas.autodiff.Constant;

/** Snow on the ground of a tile, in mm of water. Spec section 9; after Knorr (1997). */
public final class Snow {
  private static final double HALF_COVER = 10.0;
  private static final double DEGREE_DAY_MELT = 3.22;
  private static final double MELT_WIDTH = 0.1;

  private Snow() {}

  /**
   * Snow after a day.
   *
   * @param water left on the ground, mm
   * @param sublimation E_sub, mm d-1
   * @param melt M, mm d-1
   */
  public record Day(double water, double sublimation, double melt) {}

  /** Snowfall P_s, mm d-1, of precipitation (mm d-1) at a daily mean temperature (degC). */
  public static double fall(@Constant double precipitation, @Constant double temperature) {
    // P_s = P clip01((3.3 - Tm) / 4.4)
    return precipitation * Math.min(Math.max((3.3 - temperature) / 4.4, 0.0), 1.0);
  }

  /** Snow cover f_sn, 0..1, of a pack of this water, mm. */
  static double cover(double water) {
    // f_sn = Sn / (Sn + 10)
    return water / (water + HALF_COVER);
  }

  /**
   * One day of sublimation and melt.
   *
   * @param water Sn at the start of the day, mm
   * @param snowfall P_s, mm d-1
   * @param cover f_sn at the start of the day
   * @param temperature daily mean, degC
   * @param soilPotential E_ps, mm d-1
   */
  static Day step(
      double water, double snowfall, double cover, double temperature, double soilPotential) {
    double available = water + snowfall;
    // E_sub = hmin_0.99(f_sn E_ps, s0)
    double sublimation = hmin(cover * soilPotential, available, SHARP);
    double left = available - sublimation;
    // M = hmin_0.99(3.22 softp_0.1(Tm), s0 - E_sub)
    double melt = hmin(DEGREE_DAY_MELT * softp(temperature, MELT_WIDTH), left, SHARP);
    return new Day(left - melt, sublimation, melt);
  }
}
