package org.ccdas.bethy.lane;

/**
 * Daily values of a lane group that the carbon balance and the fluxes are made of, or their
 * sensitivities or tangents. Element (kept step k, lane l) stands at {@code k * lanes + l}.
 *
 * @param lanes number of lanes
 * @param gpp gC m-2 d-1
 * @param npp gC m-2 d-1
 * @param litter litter shape, m2 m-2 d-1
 * @param fastRate k_f, d-1
 * @param slowShape k_s
 * @param evapotranspiration mm d-1
 */
record DailySeries(
    int lanes,
    double[] gpp,
    double[] npp,
    double[] litter,
    double[] fastRate,
    double[] slowShape,
    double[] evapotranspiration) {

  /** Number of series that the way back needs. */
  static final int FOR_ADJOINT = 4;

  static DailySeries zero(int lanes, Schedule schedule) {
    int size = schedule.carbonSteps() * lanes;
    return new DailySeries(
        lanes,
        new double[size],
        new double[size],
        new double[size],
        new double[size],
        new double[size],
        new double[size]);
  }

  /** What the way back needs of a run's: all but the fluxes that only add up. */
  DailySeries forAdjoint() {
    return new DailySeries(lanes, new double[0], npp, litter, fastRate, slowShape, new double[0]);
  }
}
