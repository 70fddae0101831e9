package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.MM_PER_METRE;
import static org.ccdas.bethy.process.Smooth.softp;

/**
 * Gravity drainage of one soil layer in one day with the conductivity of Clapp and Hornberger. Spec
 * section 10.2 b.
 *
 * @param water kept, mm
 * @param outflow to below, mm d-1
 * @param overflow that did not find room, mm d-1
 */
record Drainage(double water, double outflow, double overflow) {
  private static final double OVERFLOW_WIDTH = 0.005;
  private static final double FROZEN_CONDUCTIVITY = 0.01;

  /** Keeps the power of an empty layer differentiable; below the rounding of any real wetness. */
  private static final double EMPTY = 1e-15;

  /** Daily conductivity K_e of soil of which the share {@code unfrozen} is not frozen, mm d-1. */
  static double conductivity(SoilConstants soil, double unfrozen) {
    // K_e = K_s m_Ks (0.01 + 0.99 phi_f)
    return soil.saturatedConductivity()
        * (FROZEN_CONDUCTIVITY + (1.0 - FROZEN_CONDUCTIVITY) * unfrozen);
  }

  /** Drains a layer of this water (mm, at least 0) and thickness (m). */
  static Drainage of(
      double water, double thickness, double porosity, SoilConstants soil, double conductivity) {
    double capacity = MM_PER_METRE * thickness * porosity;
    double wetness = water / capacity;
    double m = 2.0 * soil.b() + 2.0;
    // S' = S (1 + m (K_e / c) S^m)^(-1 / m), the solution of dS/dt = -(K_e / c) S^(2 b + 3)
    double drained =
        wetness
            * Math.pow(1.0 + m * conductivity / capacity * Math.pow(wetness + EMPTY, m), -1.0 / m);
    // x_o = c softp_.005(S' - 1)
    double overflow = capacity * softp(drained - 1.0, OVERFLOW_WIDTH);
    return new Drainage(capacity * drained - overflow, capacity * (wetness - drained), overflow);
  }
}
