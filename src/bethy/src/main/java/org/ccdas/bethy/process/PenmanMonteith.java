package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.HEAT_CAPACITY;
import static org.ccdas.bethy.process.PhysicalConstants.SECONDS_PER_DAY;

/** Evaporation by the equation of Monteith (1965), mm d-1. Spec sections 8.4, 8.6 and 8.7. */
final class PenmanMonteith {
  private static final double HEATING_LIMIT = 15.0;

  private PenmanMonteith() {}

  /** Numerator X of the equation, W m-2 Pa K-1, above 0; deficit of vapour D_v in Pa. */
  static double drive(
      PointForcing f, double canopyRadiation, double deficit, double aerodynamicConductance) {
    // X = s R_nv + rho_a c_p D_v Ga
    return f.saturationSlope() * canopyRadiation
        + f.airDensity() * HEAT_CAPACITY * deficit * aerodynamicConductance;
  }

  /** Transpiration of a canopy of this conductance Gc, m s-1. */
  static double transpiration(
      PointForcing f, double drive, double aerodynamicConductance, double canopyConductance) {
    // E = X / [s + gamma (1 + Ga / Gc)] / lambda
    return toWater(
        f,
        drive
            / (f.saturationSlope()
                + f.psychrometric() * (1.0 + aerodynamicConductance / canopyConductance)));
  }

  /** Evaporation of a wet canopy E_pc. */
  static double wetCanopy(PointForcing f, double drive) {
    // E_pc = X / (s + gamma) / lambda
    return toWater(f, drive / (f.saturationSlope() + f.psychrometric()));
  }

  /** Equilibrium evaporation of wet soil E_ps. */
  static double wetSoil(PointForcing f, double soilRadiation) {
    // E_ps = s R_ns / (s + gamma) / lambda
    return toWater(
        f, f.saturationSlope() * soilRadiation / (f.saturationSlope() + f.psychrometric()));
  }

  /** Leaf temperature T_v, degC, within 15 K of the air. */
  static double leafTemperature(
      PointForcing f, EnergyBalance energy, double transpiration, double aerodynamicConductance) {
    // T_v = T + 15 tanh{[(R_nv - lambda E_t / 86400) / c_v] / (rho_a c_p Ga) / 15}
    double heat = energy.canopy() - f.latentHeat() * transpiration / SECONDS_PER_DAY;
    double warming =
        heat / energy.thermalCover() / (f.airDensity() * HEAT_CAPACITY * aerodynamicConductance);
    return f.temperature() + HEATING_LIMIT * Smooth.tanh(warming / HEATING_LIMIT);
  }

  private static double toWater(PointForcing f, double latentFlux) {
    return latentFlux / f.latentHeat() * SECONDS_PER_DAY;
  }
}
