package org.ccdas.bethy.lane;

/**
 * What the tiles of a lane group give to observation operators, or the sensitivities of a cost to
 * that. Element (month m, lane l) stands at {@code m * lanes + l}; months as in {@link Schedule}.
 *
 * @param lanes number of lanes
 * @param nep net ecosystem production, gC m-2 per month; positive is uptake
 * @param gpp gross primary production, gC m-2 per month
 * @param npp net primary production, gC m-2 per month
 * @param evapotranspiration mm per month
 * @param topMoisture daily moisture of the top layer at the end of every day of the window, m3 m-3,
 *     at {@code day * lanes + l}
 */
public record LaneFluxes(
    int lanes,
    double[] nep,
    double[] gpp,
    double[] npp,
    double[] evapotranspiration,
    double[] topMoisture) {

  /** All zero, of the size that a schedule asks for. */
  public static LaneFluxes zero(int lanes, Schedule schedule) {
    int monthly = schedule.months() * lanes;
    int daily = (schedule.steps() - schedule.firstWindowStep()) * lanes;
    return new LaneFluxes(
        lanes,
        new double[monthly],
        new double[monthly],
        new double[monthly],
        new double[monthly],
        new double[daily]);
  }
}
