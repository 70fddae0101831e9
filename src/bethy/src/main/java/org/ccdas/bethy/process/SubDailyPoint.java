package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.PHOTON_ENERGY;

import org.ccdas.autodiff.Kernel;

/**
 * Light, photosynthesis and transpiration of a canopy at one point of the day. Spec sections 6 to
 * 8.
 */
public final class SubDailyPoint {
  private SubDailyPoint() {}

  /** Stress parameter b_e of the day from its 13 h point, Pa-1; 0 when the point's weight is 0. */
  @Kernel(value = "StressC3", fix = "c4=false")
  @Kernel(value = "StressC4", fix = "c4=true")
  public static double stress(
      boolean c4, TileParameters p, TileTraits t, DayForcing d, Morning m, PointForcing f) {
    double[] absorbed = absorbedLight(m, f);
    double[] photons = photons(m, f, absorbed);
    double[] conductance = conductances(c4, p, t, d, m, f, photons);
    double canopy = canopySum(conductance, m);
    double vapour = VapourPressure.at(p, m, f.saturation());
    double deficit = f.saturation() - vapour;
    EnergyBalance energy = EnergyBalance.of(m, f, sum(absorbed), vapour);
    double drive = PenmanMonteith.drive(f, energy.canopy(), deficit, t.aerodynamicConductance());
    double demand = PenmanMonteith.transpiration(f, drive, t.aerodynamicConductance(), canopy);
    double supply = WaterStress.supply(p, m, d.unfrozen());
    return f.weight()
        * WaterStress.parameter(
            f, demand, supply, drive, deficit, t.aerodynamicConductance(), canopy);
  }

  /** Fluxes at a point with the sun up under stress b_e (Pa-1), all times the point's weight. */
  @Kernel(value = "LightC3", fix = "c4=false")
  @Kernel(value = "LightC4", fix = "c4=true")
  public static PointFluxes light(
      boolean c4,
      TileParameters p,
      TileTraits t,
      DayForcing d,
      Morning m,
      PointForcing f,
      double stress) {
    double[] absorbed = absorbedLight(m, f);
    double[] photons = photons(m, f, absorbed);
    double[] conductance = conductances(c4, p, t, d, m, f, photons);
    double canopy = canopySum(conductance, m);
    double vapour = VapourPressure.at(p, m, f.saturation());
    double deficit = f.saturation() - vapour;
    EnergyBalance energy = EnergyBalance.of(m, f, sum(absorbed), vapour);
    double aerodynamic = t.aerodynamicConductance();
    double drive = PenmanMonteith.drive(f, energy.canopy(), deficit, aerodynamic);
    double open = WaterStress.factor(stress, deficit);
    double transpiration = PenmanMonteith.transpiration(f, drive, aerodynamic, canopy * open);
    double leafTemperature = PenmanMonteith.leafTemperature(f, energy, transpiration, aerodynamic);

    LeafCapacity top = LeafCapacity.at(c4, p, leafTemperature);
    double[] nitrogen = NitrogenProfile.layers(t, m.lai(), d.noonSun());
    double inhibition = LeafRespiration.lightInhibition(f.shortwave());
    double gross = 0.0;
    double dark = 0.0;
    for (int i = 0; i < TwoStream.LAYERS; i++) {
      LeafCapacity leaf = LeafCapacity.scaled(top, nitrogen[i]);
      double forCo2 =
          StomatalConductance.forCo2(conductance[i] * open, leafTemperature, f.pressure());
      gross +=
          Photosynthesis.atConductance(
              c4,
              p,
              leaf,
              leafTemperature,
              photons[i],
              f.co2(),
              forCo2,
              leaf.respiration() * inhibition);
      dark += leaf.respiration();
    }
    // GPP = ci(T_v) sum A_i L / 3; R_d, R_du likewise, with and without inhibition by light
    double scale = f.weight() * LeafRespiration.frostInhibition(leafTemperature) * layerLai(m);
    return new PointFluxes(
        scale * gross,
        scale * dark * inhibition,
        scale * dark,
        f.weight() * PenmanMonteith.transpiration(f, drive, aerodynamic, canopy),
        f.weight() * transpiration,
        f.weight() * PenmanMonteith.wetSoil(f, energy.soil()),
        f.weight() * PenmanMonteith.wetCanopy(f, drive));
  }

  /** Leaf respiration R_d at a point of the night times its weight, umol m-2 s-1. */
  @Kernel(value = "NightC3", fix = "c4=false")
  @Kernel(value = "NightC4", fix = "c4=true")
  public static double night(
      boolean c4, TileParameters p, TileTraits t, DayForcing d, Morning m, NightForcing f) {
    double[] nitrogen = NitrogenProfile.layers(t, m.lai(), d.noonSun());
    // R_d = ci(T) sum R_d,i L / 3 at air temperature
    return f.weight()
        * LeafRespiration.frostInhibition(f.temperature())
        * LeafCapacity.at(c4, p, f.temperature()).respiration()
        * sum(nitrogen)
        * layerLai(m);
  }

  /** Share of incident PAR that the canopy absorbs (FAPAR) at a point, times its weight, 0..1. */
  public static double absorbedShare(Morning m, PointForcing f) {
    return f.weight() * sum(absorbedLight(m, f));
  }

  private static double[] absorbedLight(Morning m, PointForcing f) {
    return TwoStream.absorbed(
        m.lai(), m.cover(), f.sun(), f.directShare(), TwoStream.parAlbedo(m.albedo()));
  }

  /** Photons absorbed by each layer per leaf area, umol m-2 s-1. */
  private static double[] photons(Morning m, PointForcing f, double[] absorbed) {
    double[] photons = new double[TwoStream.LAYERS];
    for (int i = 0; i < TwoStream.LAYERS; i++) {
      // I_i = a_i PAR / (E_PAR L / 3)
      photons[i] = absorbed[i] * (f.par() / PHOTON_ENERGY * 1e6) / layerLai(m);
    }
    return photons;
  }

  /** Unstressed conductances of the layers for water vapour at air temperature, m s-1. */
  private static double[] conductances(
      boolean c4,
      TileParameters p,
      TileTraits t,
      DayForcing d,
      Morning m,
      PointForcing f,
      double[] photons) {
    LeafCapacity top = LeafCapacity.at(c4, p, f.temperature());
    double[] nitrogen = NitrogenProfile.layers(t, m.lai(), d.noonSun());
    double[] conductance = new double[TwoStream.LAYERS];
    for (int i = 0; i < TwoStream.LAYERS; i++) {
      conductance[i] =
          StomatalConductance.unstressed(
              c4, p, f, LeafCapacity.scaled(top, nitrogen[i]), photons[i]);
    }
    return conductance;
  }

  /** Sum over the canopy of a quantity per leaf area: Gc0 = sum g_i L / 3. */
  private static double canopySum(double[] layers, Morning m) {
    return sum(layers) * layerLai(m);
  }

  private static double layerLai(Morning m) {
    return m.lai() / TwoStream.LAYERS;
  }

  private static double sum(double[] layers) {
    double sum = 0.0;
    for (int i = 0; i < TwoStream.LAYERS; i++) {
      sum += layers[i];
    }
    return sum;
  }
}
