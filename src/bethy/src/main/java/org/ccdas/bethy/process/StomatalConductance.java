package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.GAS;
import static org.ccdas.bethy.process.PhysicalConstants.ZERO_CELSIUS;
import static org.ccdas.bethy.process.Smooth.smax;

/** Conductance of leaves without water stress. Spec section 8.1. */
final class StomatalConductance {
  private static final double C4_CI_RATIO = 0.77;
  private static final double CUTICULAR = 4e-5;
  private static final double CUTICULAR_WIDTH = 1e-4;
  private static final double WATER_TO_CO2 = 1.6;

  private StomatalConductance() {}

  /**
   * Conductance for water vapour g_i of a leaf that keeps the CO2 within it at a fixed share of the
   * air's, m s-1, above 4e-5.
   *
   * @param leaf capacity of the leaf at air temperature
   * @param photons absorbed PAR per leaf area, umol m-2 s-1
   */
  static double unstressed(
      boolean c4, TileParameters p, PointForcing f, LeafCapacity leaf, double photons) {
    // ci0 = f_ci Ca (C4: 0.77 f_ci Ca)
    double ci = (c4 ? C4_CI_RATIO : 1.0) * p.unstressedCi() * f.co2();
    double gross = Photosynthesis.atInternalCo2(c4, p, leaf, f.temperature(), photons, ci);
    double respiration = leaf.respiration() * LeafRespiration.lightInhibition(f.shortwave());
    // g_i = smax_1e-4[1.6 (A_i - R_d,i) R T_K / (p (Ca - ci0)), 4e-5]
    double conductance =
        WATER_TO_CO2
            * (gross - respiration)
            * molarVolume(f.temperature(), f.pressure())
            / (f.co2() - ci);
    return smax(conductance, CUTICULAR, CUTICULAR_WIDTH);
  }

  /** Conductance for CO2, mol m-2 s-1, of one for water vapour in m s-1 at leaf temperature. */
  static double forCo2(double conductance, double temperature, double pressure) {
    return conductance / WATER_TO_CO2 / molarVolume(temperature, pressure);
  }

  /** Volume of one mole of air R T_K / p, m3 mol-1. */
  private static double molarVolume(double temperature, double pressure) {
    return GAS * (temperature + ZERO_CELSIUS) / pressure;
  }
}
