package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.SECONDS_PER_DAY;
import static org.ccdas.bethy.process.Smooth.SHARP;
import static org.ccdas.bethy.process.Smooth.hmin;
import static org.ccdas.bethy.process.Smooth.softp;

import org.ccdas.autodiff.Constant;

/**
 * Closing of the stomata when roots cannot supply what the air demands. Spec sections 8.5 and 8.6;
 * supply after Federer (1979).
 */
final class WaterStress {
  private static final double DEMAND_FLOOR = 1e-6;
  private static final double STRESS_WIDTH = 1e-6;
  private static final double DEFICIT_FLOOR = 1.0;
  private static final double HOURS_PER_DAY = 24.0;

  private WaterStress() {}

  /** Largest supply of water by the roots S, mm d-1. */
  static double supply(TileParameters p, Morning m, @Constant double unfrozen) {
    // S = c_w beta phi_f x 24
    return p.supplyRate() * m.relativeMoisture() * unfrozen * HOURS_PER_DAY;
  }

  /**
   * Stress parameter b_e, Pa-1, above 0: the closing at which transpiration equals the supply.
   *
   * @param demand unstressed transpiration E_d, mm d-1
   * @param supply S, mm d-1
   * @param drive numerator X of the Penman-Monteith equation
   * @param deficit vapour pressure deficit D_v, Pa
   * @param aerodynamicConductance Ga, m s-1
   * @param canopyConductance unstressed conductance Gc0, m s-1
   */
  static double parameter(
      PointForcing f,
      double demand,
      double supply,
      double drive,
      double deficit,
      double aerodynamicConductance,
      double canopyConductance) {
    // E* = hmin_0.99(E_d, S) + 1e-6
    double target = hmin(demand, supply, SHARP) + DEMAND_FLOOR;
    // b_e = softp_1e-6{[((X 86400 / (lambda E*) - s) / gamma - 1) Gc0 / Ga - 1] / (D_v + 1)}
    double resistance =
        (drive * SECONDS_PER_DAY / (f.latentHeat() * target) - f.saturationSlope())
                / f.psychrometric()
            - 1.0;
    double excess = resistance * canopyConductance / aerodynamicConductance - 1.0;
    return softp(excess / (deficit + DEFICIT_FLOOR), STRESS_WIDTH);
  }

  /** Factor on conductances f, 0..1, of stress b_e (Pa-1) and deficit (Pa). */
  static double factor(double stress, double deficit) {
    // f = 1 / (1 + b_e D_v)
    return 1.0 / (1.0 + stress * deficit);
  }
}
