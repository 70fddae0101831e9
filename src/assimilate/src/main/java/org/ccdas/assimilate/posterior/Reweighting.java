package org.ccdas.assimilate.posterior;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.ObservationGroup;

/**
 * The optimum with other weights of the groups, at the last linearisation and without a run. Spec
 * section 18.10 (c): H_f = I + sum f_k H_k, x_f = H_f^-1 sum f_k b_k. A weight of 0 leaves a group
 * out, 1/2 doubles the variance of its errors.
 *
 * <p>Exact for the linear problem. Under a bias of cells that is estimated with the data, the years
 * of a region share it: all years of a region together may be weighted, a single one only
 * approximately, for what it told about the bias stays in the other years.
 *
 * @param x the new optimum, n values
 * @param covariance H_f^-1, n x n
 */
public record Reweighting(double[] x, RealMatrix covariance) {
  /**
   * The optimum with these weights.
   *
   * @param weight of each group, not below 0
   */
  public static Reweighting of(Posterior posterior, ToDoubleFunction<ObservationGroup> weight) {
    return of(posterior, 1, weight);
  }

  /**
   * The same with another weight of the prior too; 1/4 doubles its standard deviations.
   *
   * @param prior above 0
   * @param weight of each group, not below 0
   */
  public static Reweighting of(
      Posterior posterior, double prior, ToDoubleFunction<ObservationGroup> weight) {
    int n = posterior.size();
    double[] hessian = new double[LowerTriangle.length(n)];
    LowerTriangle.addDiagonal(hessian, n, prior);
    double[] pull = new double[n];
    for (GroupSystem system : posterior.normal().groups()) {
      double factor = weight.applyAsDouble(system.group());
      if (!(factor >= 0)) {
        throw new IllegalArgumentException(
            "The weight of " + system.group().label() + " is " + factor);
      }
      LowerTriangle.add(hessian, factor, system.hessian());
      double[] own = Attribution.pull(system, posterior.x());
      for (int i = 0; i < n; i++) {
        pull[i] += factor * own[i];
      }
    }
    CholeskyDecomposition cholesky =
        new CholeskyDecomposition(LowerTriangle.matrix(hessian, n), 0, 0);
    double[] x = cholesky.getSolver().solve(new ArrayRealVector(pull, false)).toArray();
    return new Reweighting(x, cholesky.getSolver().getInverse());
  }

  /** Posterior standard deviation of each element, in prior standard deviations. */
  public double[] sigma() {
    double[] sigma = new double[x.length];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = Math.sqrt(covariance.getEntry(i, i));
    }
    return sigma;
  }
}
