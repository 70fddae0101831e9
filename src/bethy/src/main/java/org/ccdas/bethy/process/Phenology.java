package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.Smooth.hmin;
import static org.ccdas.bethy.process.Smooth.phi;
import static org.ccdas.bethy.process.Smooth.smax;
import static org.ccdas.bethy.process.Smooth.softp;

/**
 * Leaf area under the control of water, temperature and day length. Spec section 11; after Knorr et
 * al. (2010). The three groups differ by selects on traits: a warm tile has a temperature factor of
 * 1, a cold one grows to the maximum instead of the water-limited leaf area.
 */
final class Phenology {
  private static final double WATER_SHARPNESS = 0.9;
  private static final double DEMAND_PER_LAI = 0.02;
  private static final double MEMORY_DAYS = 30.0;
  private static final double COVER_MEMORY_DAYS = 1825.0;
  private static final double COVER_WIDTH = 0.01;
  private static final double LITTER_WIDTH = 1e-3;
  private static final double TURNOVER_DAYS = 365.0;

  private Phenology() {}

  /**
   * Leaves after a day.
   *
   * @param lai Lambda, m2 m-2
   * @param laiMemory Lm, m2 m-2
   * @param laiHigh Lhi, m2 m-2
   * @param litter litter shape l, m2 m-2 d-1
   */
  record Day(double lai, double laiMemory, double laiHigh, double litter) {}

  /**
   * One day of growth and shedding.
   *
   * @param availableWater W_n at the end of the day, mm
   * @param demand unstressed transpiration of the day E_d, mm d-1
   */
  static Day step(
      TileState s,
      TileParameters p,
      TileTraits t,
      DayForcing d,
      Morning m,
      double availableWater,
      double demand) {
    double memory =
        t.cold() > 0.5
            ? s.laiMemory()
            : waterMemory(s.laiMemory(), m.lai(), p, availableWater, demand);
    double growth = t.warm() > 0.5 ? 1.0 : temperatureFactor(p, t, d);
    double top = t.cold() > 0.5 ? p.maximumLai() : memory;
    // r = f xi + (1 - f) k_L, Lim = f xi top / r
    double rate = growth * p.leafGrowthRate() + (1.0 - growth) * p.leafSheddingRate();
    double limit = growth * p.leafGrowthRate() * top / rate;
    // Lambda' = Lambda + (1 - e^{-r})(Lim - Lambda)
    double lai = s.lai() - Math.expm1(-rate) * (limit - s.lai());
    // Lhi' = smax_0.01(Lambda', Lhi e^{-1/1825})
    double laiHigh = smax(lai, s.laiHigh() * Math.exp(-1.0 / COVER_MEMORY_DAYS), COVER_WIDTH);
    // l = softp_.001(Lambda - Lambda') + Lambda / 365
    double litter = softp(s.lai() - lai, LITTER_WIDTH) + s.lai() / TURNOVER_DAYS;
    return new Day(lai, memory, laiHigh, litter);
  }

  private static double waterMemory(
      double memory, double lai, TileParameters p, double availableWater, double demand) {
    // Lw = hmin_0.9(W_n L / [tau_W (E_d + 0.02 L)], Lmax)
    double sustained =
        hmin(
            availableWater * lai / (p.droughtTolerance() * (demand + DEMAND_PER_LAI * lai)),
            p.maximumLai(),
            WATER_SHARPNESS);
    // Lm += (1 - exp(-1/30))(Lw - Lm)
    return memory - Math.expm1(-1.0 / MEMORY_DAYS) * (sustained - memory);
  }

  private static double temperatureFactor(TileParameters p, TileTraits t, DayForcing d) {
    // f_T = Phi((T30 - T_phi) / T_r), cold: times Phi((D - t_c) / t_r)
    double warmth = phi((d.monthTemperature() - p.leafOnsetTemperature()) / p.leafOnsetRange());
    double daylength = phi((d.dayLength() - p.leafSheddingDaylength()) / p.leafSheddingRange());
    return t.cold() > 0.5 ? warmth * daylength : warmth;
  }
}
