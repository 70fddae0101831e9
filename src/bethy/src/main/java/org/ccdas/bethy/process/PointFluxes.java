package org.ccdas.bethy.process;

/**
 * Contribution of one sub-daily point to the daily means, already multiplied by its weight. Spec
 * section 8.
 *
 * @param gpp umol m-2 s-1
 * @param leafRespiration R_d with light inhibition, umol m-2 s-1
 * @param leafRespirationDark R_du without light inhibition, umol m-2 s-1
 * @param demand unstressed transpiration E_d, mm d-1
 * @param transpiration E_t before interception and supply limits, mm d-1
 * @param soilPotential E_ps, mm d-1
 * @param canopyPotential E_pc, mm d-1
 */
public record PointFluxes(
    double gpp,
    double leafRespiration,
    double leafRespirationDark,
    double demand,
    double transpiration,
    double soilPotential,
    double canopyPotential) {}
