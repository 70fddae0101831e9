package org.ccdas.bethy.process;

/**
 * The end of a day: what the assimilation needs of it. Spec sections 9 to 12.
 *
 * @param state the states carried to the next day
 * @param gpp gC m-2 d-1
 * @param npp gC m-2 d-1
 * @param litter litter shape l, m2 m-2 d-1
 * @param fastRate k_f, d-1
 * @param slowShape k_s, shape of slow respiration, dimensionless
 * @param evapotranspiration ET, mm d-1
 */
public record Evening(
    TileState state,
    double gpp,
    double npp,
    double litter,
    double fastRate,
    double slowShape,
    double evapotranspiration) {}
