package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.MM_PER_METRE;
import static org.ccdas.bethy.process.Smooth.SHARP;
import static org.ccdas.bethy.process.Smooth.hmin;
import static org.ccdas.bethy.process.Smooth.softp;

import org.ccdas.autodiff.Kernel;

/** Hydraulic constants of the soil and the measures of its wetness. Spec sections 4.3, 9, 10.1. */
public final class Soil {
  /** Depth of the surface layer that SMOS sees, Z1, m. */
  public static final double TOP_DEPTH = 0.05;

  private static final double FIELD_CAPACITY_SUCTION = 3.3;
  private static final double WILTING_SUCTION = 153.0;
  private static final double AIR_DRY_SHARE = 0.5;
  private static final double MOISTURE_WIDTH = 0.002;
  private static final double LAST_WATER = 5e-4;

  private Soil() {}

  /** Constants of a tile's soil: Clapp and Hornberger (1978) with the scalars m_b and m_Ks. */
  @Kernel("SoilConstantsKernel")
  public static SoilConstants constants(TileParameters p, TileTraits t) {
    double b = t.clappHornbergerB() * p.bScale();
    // theta_x = theta_s (psi_s / |psi_x|)^(1/b)
    double fieldCapacity =
        t.porosity() * Math.pow(t.suctionAtSaturation() / FIELD_CAPACITY_SUCTION, 1.0 / b);
    double wiltingPoint =
        t.porosity() * Math.pow(t.suctionAtSaturation() / WILTING_SUCTION, 1.0 / b);
    return new SoilConstants(
        b,
        fieldCapacity,
        wiltingPoint,
        AIR_DRY_SHARE * wiltingPoint,
        t.saturatedConductivity() * p.conductivityScale());
  }

  /** Thickness of the root layer below the surface layer z2, m. */
  static double rootLayerDepth(TileTraits t) {
    return t.rootDepth() - TOP_DEPTH;
  }

  /** Moisture of a layer that plants can take up a_i, m3 m-3, above 0. */
  static double available(double moisture, SoilConstants soil) {
    // a_i = softp_.002(theta_i - theta_wp)
    return softp(moisture - soil.wiltingPoint(), MOISTURE_WIDTH);
  }

  /** Moisture of the surface layer that can evaporate, m3 m-3, above 0. */
  static double evaporable(double topMoisture, SoilConstants soil) {
    return softp(topMoisture - soil.airDry(), MOISTURE_WIDTH);
  }

  /**
   * The part of a smooth excess (m3 m-3) over a threshold that can leave the layer. The smooth
   * excess does not vanish with the last water: without this factor, which is 1 to rounding above
   * 0.02 m3 m-3, sand with the lowest Clapp-Hornberger exponents falls below empty after 19 months
   * without rain. A complement to spec section 10.2 d and e.
   */
  static double extractable(double excess, double moisture) {
    // a (1 - e^{-theta / 5e-4})
    return excess * -Math.expm1(-moisture / LAST_WATER);
  }

  /** Water of the whole column that plants can take up W, mm. */
  static double availableWater(
      double topMoisture, double rootMoisture, SoilConstants soil, TileTraits t) {
    // W = 1000 (Z1 a1 + z2 a2)
    return MM_PER_METRE
        * (TOP_DEPTH * available(topMoisture, soil)
            + rootLayerDepth(t) * available(rootMoisture, soil));
  }

  /** Storage below which stress sets in W_max, mm. */
  static double maximumStorage(TileParameters p, SoilConstants soil, TileTraits t) {
    // W_max = 1000 z_r (theta_fc - theta_wp) s_wc
    return MM_PER_METRE
        * t.rootDepth()
        * (soil.fieldCapacity() - soil.wiltingPoint())
        * p.storageScale();
  }

  /** Relative root-zone moisture beta, 0..1. */
  static double relativeMoisture(double availableWater, double maximumStorage) {
    // beta = hmin_.99(W / W_max, 1)
    return hmin(availableWater / maximumStorage, 1.0, SHARP);
  }

  /** Relative wetness of the surface layer W_s, 0..1 and above 0. */
  static double surfaceWetness(double topMoisture, SoilConstants soil) {
    // W_s = hmin_.99(softp_.002(theta1 - theta_ar) / (theta_fc - theta_ar), 1)
    return hmin(evaporable(topMoisture, soil) / (soil.fieldCapacity() - soil.airDry()), 1.0, SHARP);
  }
}
