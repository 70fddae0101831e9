package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.MM_PER_METRE;
import static org.ccdas.bethy.process.Smooth.SHARP;
import static org.ccdas.bethy.process.Smooth.hmin;
import static org.ccdas.bethy.process.Smooth.softp;
import static org.ccdas.bethy.process.Soil.TOP_DEPTH;

/**
 * Water of a surface layer and a root layer over one day. Spec section 10.2; runoff after Liang et
 * al. (1994).
 */
final class SoilWater {
  private static final double INFILTRATION_SHAPE = 0.2;
  private static final double FILLING_WIDTH = 0.005;
  private static final double FILLING_LIMIT = 0.98;
  private static final double EXCHANGE_DAYS = 20.0;
  private static final double DAILY_SHARE = 0.9;

  /** Keeps the share of uptake defined when both layers are empty. */
  private static final double EMPTY = 1e-30;

  private SoilWater() {}

  /**
   * What the day brings to the soil.
   *
   * @param infiltration P_e, mm d-1
   * @param evaporationPotential (1 - f_sn) E_ps, mm d-1
   * @param transpiration E_t before the limit by soil water, mm d-1
   * @param unfrozen phi_f, 0..1
   */
  record Demand(
      double infiltration, double evaporationPotential, double transpiration, double unfrozen) {}

  /**
   * The soil after a day.
   *
   * @param topMoisture theta1, m3 m-3
   * @param rootMoisture theta2, m3 m-3
   * @param evaporation E_s, mm d-1
   * @param transpiration E_t, mm d-1
   * @param saturationRunoff Q_f, mm d-1
   * @param overflow of both layers, mm d-1
   * @param percolation from the surface to the root layer q12, mm d-1
   * @param drainage below the roots q_b, mm d-1
   * @param exchange from the root to the surface layer q_c, mm d-1
   */
  record Day(
      double topMoisture,
      double rootMoisture,
      double evaporation,
      double transpiration,
      double saturationRunoff,
      double overflow,
      double percolation,
      double drainage,
      double exchange) {}

  /** One day of runoff, drainage, exchange, evaporation and uptake by roots, in this order. */
  static Day step(TileState s, TileParameters p, SoilConstants soil, TileTraits t, Demand demand) {
    double rootDepth = Soil.rootLayerDepth(t);
    double top = MM_PER_METRE * TOP_DEPTH * s.topMoisture();
    double root = MM_PER_METRE * rootDepth * s.rootMoisture();

    double runoff = saturationRunoff(top + root, demand.infiltration(), soil, t);
    double conductivity = Drainage.conductivity(soil, demand.unfrozen());
    Drainage upper =
        Drainage.of(
            top + demand.infiltration() - runoff, TOP_DEPTH, t.porosity(), soil, conductivity);
    Drainage lower =
        Drainage.of(root + upper.outflow(), rootDepth, t.porosity(), soil, conductivity);

    double exchange = exchange(upper.water(), lower.water(), demand.unfrozen(), t);
    double wetTop = upper.water() + exchange;
    double rootMoisture = (lower.water() - exchange) / (MM_PER_METRE * rootDepth);

    double evaporation = evaporation(wetTop / (MM_PER_METRE * TOP_DEPTH), p, soil, demand);
    double topMoisture = (wetTop - evaporation) / (MM_PER_METRE * TOP_DEPTH);

    double topExtractable = Soil.extractable(Soil.available(topMoisture, soil), topMoisture);
    double rootExtractable = Soil.extractable(Soil.available(rootMoisture, soil), rootMoisture);
    // E_t <- hmin_.99(E_t, 0.9 W_now), W_now = 1000 (Z1 a1 + z2 a2)
    double transpiration =
        hmin(
            demand.transpiration(),
            DAILY_SHARE * MM_PER_METRE * (TOP_DEPTH * topExtractable + rootDepth * rootExtractable),
            SHARP);
    double topUptake = topShare(topExtractable, rootExtractable, t) * transpiration;
    return new Day(
        topMoisture - topUptake / (MM_PER_METRE * TOP_DEPTH),
        rootMoisture - (transpiration - topUptake) / (MM_PER_METRE * rootDepth),
        evaporation,
        transpiration,
        runoff,
        upper.overflow() + lower.overflow(),
        upper.outflow(),
        lower.outflow(),
        exchange);
  }

  /** Runoff Q_f of water falling on the saturated part of the area, mm d-1. */
  private static double saturationRunoff(
      double columnWater, double infiltration, SoilConstants soil, TileTraits t) {
    // Cap = 1000 z_r (theta_s - theta_wp), W_tot = column water above theta_wp
    double capacity = MM_PER_METRE * t.rootDepth() * (t.porosity() - soil.wiltingPoint());
    double above = columnWater - MM_PER_METRE * t.rootDepth() * soil.wiltingPoint();
    // x = hmin_.99(softp_.005((W_tot + 0.5 P_e) / Cap), 0.98)
    double filling =
        hmin(softp((above + 0.5 * infiltration) / capacity, FILLING_WIDTH), FILLING_LIMIT, SHARP);
    // Q_f = P_e [1 - (1 - x)^(0.2 / 1.2)]
    return infiltration
        * (1.0 - Math.pow(1.0 - filling, INFILTRATION_SHAPE / (1.0 + INFILTRATION_SHAPE)));
  }

  /** Exchange by suction q_c, positive upward, mm d-1. */
  private static double exchange(double top, double root, double unfrozen, TileTraits t) {
    double topCapacity = MM_PER_METRE * TOP_DEPTH * t.porosity();
    double topWetness = top / topCapacity;
    double rootWetness = root / (MM_PER_METRE * Soil.rootLayerDepth(t) * t.porosity());
    double mean = 0.5 * (topWetness + rootWetness);
    // q_c = (1000 Z1 theta_s / 20)(S2 - S1)[(S1 + S2) / 2]^2 phi_f
    return topCapacity / EXCHANGE_DAYS * (rootWetness - topWetness) * mean * mean * unfrozen;
  }

  /** Evaporation of the soil E_s, mm d-1. */
  private static double evaporation(
      double topMoisture, TileParameters p, SoilConstants soil, Demand demand) {
    // B = W_s^e_soil with theta1 of now
    double wetness = Math.pow(Soil.surfaceWetness(topMoisture, soil), p.evaporationExponent());
    // E_s = hmin_.99((1 - f_sn) E_ps B phi_f, 0.9 x 1000 Z1 softp_.002(theta1 - theta_ar))
    double extractable = Soil.extractable(Soil.evaporable(topMoisture, soil), topMoisture);
    return hmin(
        demand.evaporationPotential() * wetness * demand.unfrozen(),
        DAILY_SHARE * MM_PER_METRE * TOP_DEPTH * extractable,
        SHARP);
  }

  /** Share of the uptake that comes from the surface layer, 0..1. */
  private static double topShare(double topExtractable, double rootExtractable, TileTraits t) {
    // r1 a1 / (r1 a1 + (1 - r1) a2)
    double top = t.topRootShare() * topExtractable;
    return top / (top + (1.0 - t.topRootShare()) * rootExtractable + EMPTY);
  }
}
