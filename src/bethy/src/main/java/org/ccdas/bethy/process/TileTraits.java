package org.ccdas.bethy.process;

import org.ccdas.autodiff.Constant;

/**
 * What a tile is by its plant functional type and soil texture; neither estimated nor changing in
 * time. Spec sections 4.2 and 4.3.
 *
 * @param aerodynamicConductance Ga of spec section 8.2, m s-1
 * @param nitrogenProfile 1 for trees, shrubs and crops, whose leaf nitrogen falls with depth; else
 *     0
 * @param warm 1 for the phenology group controlled by water only; else 0
 * @param cold 1 for the group controlled by temperature and day length; else 0 (both 0: grass)
 * @param rootDepth z_r, m
 * @param topRootShare r1, share of roots in the top 0.05 m, 0..1
 * @param clappHornbergerB b of the texture, before the scalar m_b
 * @param porosity theta_s, m3 m-3
 * @param suctionAtSaturation psi_s, m
 * @param saturatedConductivity K_s of the texture, mm d-1, before the scalar m_Ks
 * @param wetAlbedo rho_wet of the soil
 * @param dryAlbedo rho_dry of the soil
 */
@Constant
public record TileTraits(
    double aerodynamicConductance,
    double nitrogenProfile,
    double warm,
    double cold,
    double rootDepth,
    double topRootShare,
    double clappHornbergerB,
    double porosity,
    double suctionAtSaturation,
    double saturatedConductivity,
    double wetAlbedo,
    double dryAlbedo) {}
