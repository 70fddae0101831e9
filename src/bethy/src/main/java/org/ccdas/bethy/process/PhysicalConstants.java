package org.ccdas.bethy.process;

/** Constants of nature and unit conversions. Spec section 2. */
public final class PhysicalConstants {
  /** Kelvin of 0 degC as the source of the model has it, K. */
  public static final double ZERO_CELSIUS = 273.16;

  /** Reference temperature of biochemical rates, 25 degC in K. */
  public static final double REFERENCE_TEMPERATURE = 298.16;

  /** Gas constant R, J mol-1 K-1. */
  public static final double GAS = 8.314;

  /** Heat capacity of air c_p, J kg-1 K-1. */
  public static final double HEAT_CAPACITY = 1005.46;

  /** Stefan-Boltzmann constant, W m-2 K-4. */
  public static final double STEFAN_BOLTZMANN = 5.6697e-8;

  /** Acceleration of gravity, m s-2. */
  public static final double GRAVITY = 9.80665;

  /** Molar mass of air, kg mol-1. */
  public static final double AIR_MOLAR_MASS = 28.964e-3;

  /** Ratio of the gas constants of dry air and water vapour, epsilon. */
  public static final double VAPOUR_RATIO = 287.05 / 461.51;

  /** Standard pressure at sea level p0, Pa. */
  public static final double STANDARD_PRESSURE = 101325.0;

  /** Energy of one mole of photons of photosynthetically active radiation, J mol-1. */
  public static final double PHOTON_ENERGY = 2.2e5;

  /** Molar mass of carbon, g mol-1. */
  public static final double CARBON_MOLAR_MASS = 12.0;

  /** Length of a day, s. */
  public static final double SECONDS_PER_DAY = 86400.0;

  /** Water column of one metre of depth, mm m-1. */
  public static final double MM_PER_METRE = 1000.0;

  private PhysicalConstants() {}
}
