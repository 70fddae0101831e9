package org.ccdas.report.run;

import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;

/**
 * How the cost fell, from {@code cost.nc}; an entry for the start and after each step.
 *
 * @param iteration steps taken
 * @param cost after the step
 * @param gradientNorm after the step
 */
public record CostHistory(double[] iteration, double[] cost, double[] gradientNorm) {
  /** Reads the file. */
  public static CostHistory read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      return new CostHistory(
          input.variable("iteration").read(),
          input.variable("cost").read(),
          input.variable("gradient_norm").read());
    }
  }
}
