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
}
