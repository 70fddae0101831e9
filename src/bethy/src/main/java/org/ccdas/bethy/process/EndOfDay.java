package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.CARBON_MOLAR_MASS;
import static org.ccdas.bethy.process.PhysicalConstants.MM_PER_METRE;
import static org.ccdas.bethy.process.PhysicalConstants.SECONDS_PER_DAY;

import org.ccdas.autodiff.Kernel;

/** Snow, interception, soil water, leaf area and carbon of a day. Spec sections 9 to 12. */
public final class EndOfDay {
  /** From a daily mean in umol m-2 s-1 to gC m-2 d-1. */
  private static final double TO_CARBON = SECONDS_PER_DAY * CARBON_MOLAR_MASS * 1e-6;

  private EndOfDay() {}

  /**
   * The states of the evening and what the assimilation needs of the day.
   *
   * @param m of the same day, from the states {@code s}
   * @param day sum of the points of light and night
   */
  @Kernel("EveningKernel")
  public static Evening evening(
      TileState s,
      TileParameters p,
      SoilConstants soil,
      TileTraits t,
      DayForcing d,
      Morning m,
      PointFluxes day) {
    return diagnose(s, p, soil, t, d, m, day).evening();
  }

  /** As {@link #evening}, with all diagnostics. */
  public static DayDiagnostics diagnose(
      TileState s,
      TileParameters p,
      SoilConstants soil,
      TileTraits t,
      DayForcing d,
      Morning m,
      PointFluxes day) {
    double snowfall = Snow.fall(d.precipitation(), d.temperature());
    double rain = d.precipitation() - snowfall;
    Snow.Day snow =
        Snow.step(s.snow(), snowfall, m.snowCover(), d.temperature(), day.soilPotential());
    double interception = Interception.evaporation(m, rain, day.canopyPotential());
    // P_e = P_r - E_i + M
    SoilWater.Day water =
        SoilWater.step(
            s,
            p,
            soil,
            t,
            new SoilWater.Demand(
                rain - interception + snow.melt(),
                (1.0 - m.snowCover()) * day.soilPotential(),
                Interception.dryTimeTranspiration(
                    day.transpiration(), interception, day.canopyPotential()),
                d.unfrozen()));
    double availableWater = Soil.availableWater(water.topMoisture(), water.rootMoisture(), soil, t);
    Phenology.Day leaves = Phenology.step(s, p, t, d, m, availableWater, day.demand());

    double gpp = TO_CARBON * day.gpp();
    double leafRespiration = TO_CARBON * day.leafRespiration();
    double maintenance =
        AutotrophicRespiration.maintenance(
            p, leafRespiration, TO_CARBON * day.leafRespirationDark());
    double relativeMoisture = Soil.relativeMoisture(availableWater, m.maximumStorage());
    double moisture = Decomposition.moistureFactor(p, relativeMoisture);

    double runoff = water.saturationRunoff() + water.drainage() + water.overflow();
    double evapotranspiration =
        water.transpiration() + water.evaporation() + interception + snow.sublimation();
    TileState next =
        new TileState(
            water.topMoisture(),
            water.rootMoisture(),
            snow.water(),
            leaves.lai(),
            leaves.laiMemory(),
            leaves.laiHigh());
    Evening evening =
        new Evening(
            next,
            gpp,
            AutotrophicRespiration.npp(p, gpp, maintenance),
            leaves.litter(),
            Decomposition.fastRate(p, moisture, d.temperature()),
            Decomposition.slowShape(p, moisture, d.temperature()),
            evapotranspiration);
    return new DayDiagnostics(
        evening,
        leafRespiration,
        maintenance,
        day.demand(),
        day.soilPotential(),
        day.canopyPotential(),
        water.transpiration(),
        water.evaporation(),
        interception,
        snow.sublimation(),
        snow.melt(),
        water.saturationRunoff(),
        water.drainage(),
        runoff,
        water.percolation(),
        water.exchange(),
        availableWater,
        relativeMoisture,
        // P - ET - Q - dSn - dW
        d.precipitation() - evapotranspiration - runoff - storageChange(s, next, t));
  }

  /** Change of snow and soil water, mm. */
  private static double storageChange(TileState before, TileState after, TileTraits t) {
    return after.snow()
        - before.snow()
        + MM_PER_METRE
            * (Soil.TOP_DEPTH * (after.topMoisture() - before.topMoisture())
                + Soil.rootLayerDepth(t) * (after.rootMoisture() - before.rootMoisture()));
  }
}
