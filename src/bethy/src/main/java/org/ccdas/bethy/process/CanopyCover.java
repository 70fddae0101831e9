package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.Smooth.SHARPER;
import static org.ccdas.bethy.process.Smooth.hmin;

/** Leaf area and cover that light and heat see. Spec sections 6 and 8.3. */
final class CanopyCover {
  private static final double LAI_FLOOR = 1e-3;
  private static final double COVER_FLOOR = 1e-3;
  private static final double LAI_OF_FULL_COVER = 3.0;

  private CanopyCover() {}

  /** Leaf area L with the floor that keeps an empty canopy computable, m2 m-2. */
  static double lai(double lai) {
    return lai + LAI_FLOOR;
  }

  /** Vegetation cover f_c, above 0 and at most 1.001. */
  static double cover(double laiHigh) {
    // f_c = hmin_0.999(Lhi / 3, 1) + 1e-3
    return hmin(laiHigh / LAI_OF_FULL_COVER, 1.0, SHARPER) + COVER_FLOOR;
  }

  /** Share of the sky that the canopy hides from the ground u_L, 0..cover. */
  static double shade(double lai, double cover) {
    // u_L = 1 - t_L = -f_c expm1(-0.5 L / f_c)
    return -cover * Math.expm1(-0.5 * lai / cover);
  }
}
