package org.ccdas.bethy.process;

/** Albedo of soil and snow for all shortwave radiation. Spec section 9. */
final class SurfaceAlbedo {
  private SurfaceAlbedo() {}

  /** Albedo rho of a surface of this wetness (0..1) and snow cover (0..1). */
  static double of(TileTraits t, double surfaceWetness, double snowCover, double snowAlbedo) {
    // rho = rho_soil + f_sn (rho_sn - rho_soil)
    double soil = ofSoil(t, surfaceWetness);
    return soil + snowCover * (snowAlbedo - soil);
  }

  /** Albedo rho_soil of soil of this wetness (0..1) without snow. */
  static double ofSoil(TileTraits t, double surfaceWetness) {
    // rho_soil = rho_dry + (rho_wet - rho_dry) W_s
    return t.dryAlbedo() + (t.wetAlbedo() - t.dryAlbedo()) * surfaceWetness;
  }
}
