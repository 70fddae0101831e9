package org.ccdas.report.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;

/**
 * The cost one posterior standard deviation from the minimum, from {@code posterior.nc}; an element
 * a direction.
 *
 * @param mode number of the eigenvector, from 1
 * @param eigenvalue of the Hessian of the observations
 * @param below rise of the cost on one side, NaN where it was not evaluated
 * @param above rise of the cost on the other side
 * @param flagged whether a rise is far from 1/2
 * @param bound points with an element beyond this were not evaluated
 */
public record ProfileResult(
    int[] mode,
    double[] eigenvalue,
    double[] below,
    double[] above,
    boolean[] flagged,
    double bound) {
  /** Reads the file; empty when the run has not looked around its minimum. */
  public static Optional<ProfileResult> read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      if (input.find("profile_mode").isEmpty()) {
        return Optional.empty();
      }
      double[] flags = input.variable("profile_flagged").read();
      boolean[] flagged = new boolean[flags.length];
      for (int d = 0; d < flags.length; d++) {
        flagged[d] = flags[d] == 1;
      }
      return Optional.of(
          new ProfileResult(
              Arrays.stream(input.variable("profile_mode").read()).mapToInt(m -> (int) m).toArray(),
              input.variable("profile_eigenvalue").read(),
              input.variable("profile_below").read(),
              input.variable("profile_above").read(),
              flagged,
              input.attribute("profile_bound").map(Double::parseDouble).orElse(Double.NaN)));
    }
  }

  /** Number of directions. */
  public int size() {
    return mode.length;
  }

  /** Number of points without a value. */
  public int missing() {
    return (int) rises().filter(Double::isNaN).count();
  }

  /** Number of directions that are flagged. */
  public int flags() {
    int count = 0;
    for (boolean flag : flagged) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  /** The rises at all points. */
  public DoubleStream rises() {
    return DoubleStream.concat(Arrays.stream(below), Arrays.stream(above));
  }
}
