package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.ObservationGroup;

/**
 * Which observations changed what, exactly, at the last linearisation. Spec section 18.10 (a): at
 * the minimum x = C sum b_k with b_k = H_k x - g_k, so that a linear change N x of a target splits
 * into N C b_k. The prior, whose mean is 0, has no part of its own; what the minimiser left of the
 * gradient, N C g, is the remainder.
 *
 * @param groups of observations, G of them
 * @param parts {@code [target][group]}, in the unit of the target
 * @param remainder of each target
 */
public record Attribution(List<ObservationGroup> groups, double[][] parts, double[] remainder) {
  /**
   * Splits the changes of targets.
   *
   * @param jacobian N, {@code [target][parameter]}
   */
  public static Attribution of(Posterior posterior, double[][] jacobian) {
    double[] x = posterior.x();
    List<GroupSystem> systems = posterior.normal().groups();
    List<ObservationGroup> groups = new ArrayList<>();
    double[][] parts = new double[jacobian.length][systems.size()];
    double[] remainder = new double[jacobian.length];
    if (jacobian.length > 0) {
      // N C
      RealMatrix gain = MatrixUtils.createRealMatrix(jacobian).multiply(posterior.covariance());
      for (GroupSystem system : systems) {
        double[] part = gain.operate(pull(system, x));
        for (int t = 0; t < part.length; t++) {
          parts[t][groups.size()] = part[t];
        }
        groups.add(system.group());
      }
      remainder = gain.operate(posterior.normal().gradientWithPrior(x));
    } else {
      systems.forEach(system -> groups.add(system.group()));
    }
    return new Attribution(List.copyOf(groups), parts, remainder);
  }

  /** b_k = H_k x - g_k, how a group pulls the control vector away from the prior. */
  static double[] pull(GroupSystem system, double[] x) {
    double[] pull = LowerTriangle.times(system.hessian(), x);
    for (int i = 0; i < x.length; i++) {
      pull[i] -= system.gradient()[i];
    }
    return pull;
  }

  /** The linear change of a target from its prior value, the sum of all parts, N x. */
  public double change(int target) {
    double sum = remainder[target];
    for (double part : parts[target]) {
      sum += part;
    }
    return sum;
  }
}
