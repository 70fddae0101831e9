package org.ccdas.report.run;

import java.util.stream.DoubleStream;
import org.ccdas.inputs.netcdf.NetcdfInput;

/**
 * What would be predicted of each group of observations were it left out, from {@code
 * posterior.nc}; NaN where it does not apply.
 *
 * @param information trace of posterior covariance times the group's Hessian: its share of the
 *     degrees of freedom
 * @param costWith misfit of the group when all are assimilated
 * @param costWithout misfit of the group predicted from all others
 * @param rmseWith root mean square misfit with all, ppm, of a station
 * @param rmseWithout predicted from all others, ppm, of a station
 * @param chiSquare squared misfit of the prediction over its variance for each value, of a station
 */
public record LeftOutGroup(
    double[] information,
    double[] costWith,
    double[] costWithout,
    double[] rmseWith,
    double[] rmseWithout,
    double[] chiSquare) {

  static LeftOutGroup read(NetcdfInput input, int groups) {
    return new LeftOutGroup(
        find(input, "group_information", groups),
        find(input, "left_out_cost_with", groups),
        find(input, "left_out_cost_without", groups),
        find(input, "left_out_rmse_with", groups),
        find(input, "left_out_rmse_without", groups),
        find(input, "left_out_chi2", groups));
  }

  private static double[] find(NetcdfInput input, String name, int groups) {
    return input
        .find(name)
        .map(variable -> variable.read())
        .orElseGet(() -> DoubleStream.generate(() -> Double.NaN).limit(groups).toArray());
  }
}
