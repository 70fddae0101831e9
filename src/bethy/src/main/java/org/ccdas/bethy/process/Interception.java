package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.Smooth.SHARP;
import static org.ccdas.bethy.process.Smooth.hmin;

/** Rain that evaporates from leaves on the day it falls. Spec section 9. */
final class Interception {
  private static final double MM_PER_LAI = 0.1;
  private static final double POTENTIAL_FLOOR = 0.01;

  private Interception() {}

  /** Evaporation of intercepted rain E_i, mm d-1, of rain and wet-canopy potential in mm d-1. */
  static double evaporation(Morning m, double rain, double canopyPotential) {
    // f_i = u_L, E_i = hmin_.99(f_i P_r, hmin_.99(0.1 L, E_pc))
    double caught = CanopyCover.shade(m.lai(), m.cover()) * rain;
    return hmin(caught, hmin(MM_PER_LAI * m.lai(), canopyPotential, SHARP), SHARP);
  }

  /** Transpiration left when wet leaves have used part of the day, mm d-1. */
  static double dryTimeTranspiration(
      double transpiration, double interception, double canopyPotential) {
    // E_t (1 - E_i / (E_pc + 0.01))
    return transpiration * (1.0 - interception / (canopyPotential + POTENTIAL_FLOOR));
  }
}
