package org.ccdas.bethy.process;

/**
 * Water below the roots, which drainage fills and which rises into a dry root layer: a seventh
 * state, for tests.
 */
final class DeepWater {
  private static final double RISE_RATE = 0.02;
  private static final double OUTFLOW_RATE = 0.01;
  private static final double START = 500.0;

  private DeepWater() {}

  /**
   * Deep water after a day.
   *
   * @param water mm
   * @param rise into the root layer, mm d-1
   */
  record Day(double water, double rise) {}

  /** Deep water before the first day, mm. */
  static double start(TileParameters p, SoilConstants soil, TileTraits t) {
    // the share of litter reaches no other state: only the start value knows it
    return START * soil.fieldCapacity() * t.rootDepth() * (1.0 + p.slowShare());
  }

  /** One day from the deep water (mm), the drainage (mm d-1) and the root layer's moisture. */
  static Day step(
      double water, double drainage, double rootMoisture, TileParameters p, TileTraits t) {
    double filled = water + drainage;
    // rise = 0.02 W (1 - theta2 / theta_s),  Q = 0.01 m_Ks W
    double rise = RISE_RATE * filled * (1.0 - rootMoisture / t.porosity());
    return new Day(filled - rise - OUTFLOW_RATE * p.conductivityScale() * filled, rise);
  }
}
