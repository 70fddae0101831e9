package org.ccdas.bethy.process;

/** Rates at which litter and soil carbon decay by moisture and temperature. Spec section 12.2. */
final class Decomposition {
  private static final double DRIEST = 1e-4;
  private static final double MOISTURE_FLOOR = 1e-3;
  private static final double TEN_KELVIN = 10.0;
  private static final double DAYS_PER_YEAR = 365.0;

  private Decomposition() {}

  /** Moisture factor f_w, 1e-3..1, of the relative root-zone moisture beta_n. */
  static double moistureFactor(TileParameters p, double relativeMoisture) {
    // al = (1 - 2e-4) beta_n + 1e-4, f_w = 1e-3 + (1 - 1e-3) al^kappa
    double moisture = (1.0 - 2.0 * DRIEST) * relativeMoisture + DRIEST;
    return MOISTURE_FLOOR + (1.0 - MOISTURE_FLOOR) * Math.pow(moisture, p.kappa());
  }

  /** Rate of the fast pool k_f, d-1, at a temperature in degC. */
  static double fastRate(TileParameters p, double moistureFactor, double temperature) {
    // k_f = f_w Q10_f^(T / 10) rtau_f / 365
    return moistureFactor
        * Math.pow(p.q10Fast(), temperature / TEN_KELVIN)
        * p.fastRate()
        / DAYS_PER_YEAR;
  }

  /** Shape of slow respiration k_s, dimensionless, at a temperature in degC. */
  static double slowShape(TileParameters p, double moistureFactor, double temperature) {
    // k_s = f_w Q10_s^(T / 10)
    return moistureFactor * Math.pow(p.q10Slow(), temperature / TEN_KELVIN);
  }
}
