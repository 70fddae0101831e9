package org.ccdas.bethy.process;

import org.ccdas.autodiff.Kernel;

/**
 * The quantities of a tile that observations by satellites are compared with. They follow from the
 * states of the evening and act back on nothing, so that a run without such observations leaves
 * them out.
 */
public final class Observables {
  private Observables() {}

  /**
   * The observables at the end of a day.
   *
   * @param s the states of that evening
   * @param soil constants of the tile's soil
   */
  @Kernel("ObservablesKernel")
  public static ObservedDay evening(
      TileState s, TileParameters p, SoilConstants soil, TileTraits t) {
    return new ObservedDay(s.topMoisture(), s.snow(), s.lai(), fapar(s, soil, t));
  }

  /**
   * White-sky FAPAR: the share of incident PAR that the three canopy layers absorb when all of it
   * is diffuse and isotropic, per ground area, 0..1. The quantity of the JRC two-stream inversion
   * package, after Pinty et al. (2006), J. Geophys. Res. 111, and as assimilated into BETHY by
   * Kaminski et al. (2012), Biogeosciences 9. It needs no hour and no sun.
   *
   * <p>The ground below is the bare soil of the evening's wetness, as for photosynthesis, but never
   * snow: the albedo of snow is a matter of the weather before, and under a canopy that shows
   * leaves to a satellite it says little. So FAPAR depends smoothly on the tile's own states alone.
   */
  static double fapar(TileState s, SoilConstants soil, TileTraits t) {
    double wetness = Soil.surfaceWetness(s.topMoisture(), soil);
    double ground = TwoStream.parAlbedo(SurfaceAlbedo.ofSoil(t, wetness));
    return TwoStream.absorbedDiffuse(
        CanopyCover.lai(s.lai()), CanopyCover.cover(s.laiHigh()), ground);
  }
}
