package org.ccdas.bethy.weather;

import static org.ccdas.bethy.process.PhysicalConstants.AIR_MOLAR_MASS;
import static org.ccdas.bethy.process.PhysicalConstants.GAS;
import static org.ccdas.bethy.process.PhysicalConstants.GRAVITY;
import static org.ccdas.bethy.process.PhysicalConstants.HEAT_CAPACITY;
import static org.ccdas.bethy.process.PhysicalConstants.STANDARD_PRESSURE;
import static org.ccdas.bethy.process.PhysicalConstants.VAPOUR_RATIO;
import static org.ccdas.bethy.process.PhysicalConstants.ZERO_CELSIUS;

/** Properties of air; temperatures in degC, pressures in Pa. Spec section 2. */
public final class Air {
  private static final double LAPSE_RATE = 6.0e-3;
  private static final double TRIPLE_POINT_PRESSURE = 610.78;

  private Air() {}

  /** Pressure p at an elevation in m. */
  public static double pressure(double elevation, double temperature) {
    // p = p0 [1 / (1 + 0.006 z / (T + T0))]^(g M_air / (R 0.006))
    double ratio = 1 / (1 + LAPSE_RATE * elevation / (temperature + ZERO_CELSIUS));
    return STANDARD_PRESSURE * Math.pow(ratio, GRAVITY * AIR_MOLAR_MASS / (GAS * LAPSE_RATE));
  }

  /** Saturation vapour pressure e_s, over ice below 0 degC. */
  public static double saturation(double temperature) {
    // e_s = 610.78 exp(A T / (B + T))
    return TRIPLE_POINT_PRESSURE
        * Math.exp(magnusA(temperature) * temperature / (magnusB(temperature) + temperature));
  }

  /** Slope s of the saturation vapour pressure, Pa K-1, given that pressure. */
  public static double saturationSlope(double temperature, double saturation) {
    // s = A B e_s / (B + T)^2
    double b = magnusB(temperature);
    return magnusA(temperature) * b * saturation / ((b + temperature) * (b + temperature));
  }

  /** Latent heat of evaporation lambda, J kg-1. */
  public static double latentHeat(double temperature) {
    return 3.1512e6 - 2380 * (temperature + ZERO_CELSIUS);
  }

  /** Psychrometric constant gamma, Pa K-1. */
  public static double psychrometric(double pressure, double latentHeat) {
    // gamma = p c_p / (eps lambda)
    return pressure * HEAT_CAPACITY / VAPOUR_RATIO / latentHeat;
  }

  /** Density rho_a, kg m-3. */
  public static double density(double temperature, double pressure) {
    // rho_a = M_air p / (R T_K)
    return AIR_MOLAR_MASS * pressure / (GAS * (temperature + ZERO_CELSIUS));
  }

  private static double magnusA(double temperature) {
    return temperature >= 0 ? 17.269 : 22.33;
  }

  private static double magnusB(double temperature) {
    return temperature >= 0 ? 237.3 : 271.15;
  }
}
