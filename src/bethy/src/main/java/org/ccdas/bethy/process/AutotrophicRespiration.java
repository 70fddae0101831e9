package org.ccdas.bethy.process;

/** Respiration of the plants, in the units of its arguments. Spec section 12.1. */
final class AutotrophicRespiration {
  private AutotrophicRespiration() {}

  /** Maintenance R_m from leaf respiration with (R_d) and without (R_du) inhibition by light. */
  static double maintenance(TileParameters p, double leafRespiration, double leafRespirationDark) {
    // R_m = R_d + R_du (1 / f_leaf - 1)
    return leafRespiration + leafRespirationDark * (1.0 / p.leafShare() - 1.0);
  }

  /** Net primary production. */
  static double npp(TileParameters p, double gpp, double maintenance) {
    // NPP = (1 - c_g)(GPP - R_m)
    return (1.0 - p.growthCost()) * (gpp - maintenance);
  }
}
