package org.ccdas.bethy.lane;

/**
 * The derivatives of the monthly fluxes of a lane group by the parameters of its lanes. Element
 * (direction d, month m, lane l) of a flux stands at {@code [d][m * lanes + l]}; units are those of
 * {@link LaneFluxes} per unit of the parameter.
 *
 * @param lanes number of lanes
 * @param components for each direction the component of {@link
 *     org.ccdas.bethy.process.TileParameters}, rising
 * @param nep of net ecosystem production
 * @param gpp of gross primary production; null where only NEP was asked for
 * @param npp of net primary production; null where only NEP was asked for
 * @param evapotranspiration of it; null where only NEP was asked for
 */
public record LaneJacobian(
    int lanes,
    int[] components,
    double[][] nep,
    double[][] gpp,
    double[][] npp,
    double[][] evapotranspiration) {}
