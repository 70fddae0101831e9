package org.ccdas.assimilate.evaluation;

import java.io.Serializable;

/**
 * Monthly fluxes of a block's cells and tiles; months from the start of the last spin-up pass.
 *
 * @param index of the block
 * @param months number of months
 * @param nep of the cells, gC m-2 of the cell per month, [cell * months + month]; positive is
 *     uptake
 * @param gpp as {@code nep}
 * @param npp as {@code nep}
 * @param evapotranspiration mm of the cell per month, same order
 * @param topMoisture mean moisture of the top layer over the tiles, m3 m-3, [cell * window days +
 *     day]
 * @param tileGpp sum over the window, gC m-2 of the tile
 * @param tileNpp as {@code tileGpp}
 * @param tileEvapotranspiration sum over the window, mm
 * @param moisture observed and modelled soil moisture
 */
public record BlockFluxes(
    int index,
    int months,
    double[] nep,
    double[] gpp,
    double[] npp,
    double[] evapotranspiration,
    double[] topMoisture,
    double[] tileGpp,
    double[] tileNpp,
    double[] tileEvapotranspiration,
    BlockMoistureFit moisture)
    implements Serializable {}
