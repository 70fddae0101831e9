package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Targets at one control vector with their derivatives.
 *
 * @param targets m of them
 * @param values y, in the units of the targets
 * @param rows N = dy/dx, {@code [target][parameter]}
 */
public record TargetJacobian(List<Target> targets, double[] values, double[][] rows) {
  /** Checks that the sizes agree. */
  public TargetJacobian {
    targets = List.copyOf(targets);
    if (values.length != targets.size() || rows.length != targets.size()) {
      throw new IllegalArgumentException(
          targets.size() + " targets, " + values.length + " values, " + rows.length + " rows");
    }
  }

  /** Linear standard deviation of each target under a covariance of the control vector. */
  public double[] sigma(RealMatrix covariance) {
    double[] sigma = new double[rows.length];
    for (int t = 0; t < sigma.length; t++) {
      sigma[t] = TargetEstimate.sigma(rows[t], covariance);
    }
    return sigma;
  }

  /** Linear standard deviation of each target under the prior, (N N')^1/2. */
  public double[] priorSigma() {
    double[] sigma = new double[rows.length];
    for (int t = 0; t < sigma.length; t++) {
      sigma[t] = TargetEstimate.priorSigma(rows[t]);
    }
    return sigma;
  }

  /**
   * The estimates of all targets; this is the Jacobian at the minimum.
   *
   * @param prior values at x = 0
   */
  public List<TargetEstimate> estimates(double[] prior, RealMatrix covariance) {
    List<TargetEstimate> estimates = new ArrayList<>();
    for (int t = 0; t < rows.length; t++) {
      estimates.add(TargetEstimate.of(targets.get(t), prior[t], values[t], rows[t], covariance));
    }
    return estimates;
  }

  /** Only some of the targets. */
  public TargetJacobian only(Predicate<Target> wanted) {
    int[] kept = IntStream.range(0, rows.length).filter(t -> wanted.test(targets.get(t))).toArray();
    return new TargetJacobian(
        IntStream.of(kept).mapToObj(targets::get).toList(),
        IntStream.of(kept).mapToDouble(t -> values[t]).toArray(),
        IntStream.of(kept).mapToObj(t -> rows[t]).toArray(double[][]::new));
  }
}
