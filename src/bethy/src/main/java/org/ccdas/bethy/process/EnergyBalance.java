package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.STEFAN_BOLTZMANN;
import static org.ccdas.bethy.process.PhysicalConstants.ZERO_CELSIUS;
import static org.ccdas.bethy.process.Smooth.softp;

/**
 * Net radiation of canopy and soil. Spec section 8.3; long wave after Brutsaert (1975).
 *
 * @param canopy R_nv, W m-2, above 0
 * @param soil R_ns, W m-2, above 0
 * @param thermalCover c_v, share of the ground whose heat the canopy exchanges, above 0
 */
record EnergyBalance(double canopy, double soil, double thermalCover) {
  private static final double COVER_FLOOR = 1e-3;
  private static final double RADIATION_WIDTH = 5.0;
  private static final double CANOPY_ABSORPTION = 0.80;
  private static final double LEAF_SHORTWAVE_ALBEDO = 0.05;
  private static final double GROUND_HEAT = 0.036;

  /** The balance at a point for a canopy that absorbs this share of PAR and this air, e_a in Pa. */
  static EnergyBalance of(Morning m, PointForcing f, double absorbedShare, double vapour) {
    double kelvin = f.temperature() + ZERO_CELSIUS;
    double square = kelvin * kelvin;
    // R_ln = sigma T_K^4 [(1 + 0.22 n^2) 0.64 (e_a / T_K)^0.143 - 0.97]
    double longwave =
        STEFAN_BOLTZMANN
            * square
            * square
            * ((1.0 + 0.22 * f.cloud() * f.cloud()) * 0.64 * Math.pow(vapour / kelvin, 0.143)
                - 0.97);
    // a_v = 0.80 FPAR, a_s = 1 - rho - (0.95 - rho) FPAR
    double canopyShare = CANOPY_ABSORPTION * absorbedShare;
    double soilShare =
        1.0 - m.albedo() - (1.0 - m.albedo() - LEAF_SHORTWAVE_ALBEDO) * absorbedShare;
    // G = 0.036 [R_ln + (a_v + a_s) SW]
    double ground = GROUND_HEAT * (longwave + (canopyShare + soilShare) * f.shortwave());
    double shade = CanopyCover.shade(m.lai(), m.cover());
    double thermalCover = shade + COVER_FLOOR;
    // R_nv = c_v softp_5{[u_L (R_ln - G) + a_v SW] / c_v}: floored per cover, so that the floor
    // does not heat a canopy of hardly any leaves
    double canopy =
        thermalCover
            * softp(
                (shade * (longwave - ground) + canopyShare * f.shortwave()) / thermalCover,
                RADIATION_WIDTH);
    // R_ns = softp_5[t_L (R_ln - G) + a_s SW]
    double soil =
        softp((1.0 - shade) * (longwave - ground) + soilShare * f.shortwave(), RADIATION_WIDTH);
    return new EnergyBalance(canopy, soil, thermalCover);
  }
}
