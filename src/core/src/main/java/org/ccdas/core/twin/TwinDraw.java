package org.ccdas.core.twin;

import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.core.minimise.Minimiser;
import org.ccdas.core.posterior.Posterior;

/**
 * How one draw with noise came out. Spec section 18.8.
 *
 * @param seed of the truth
 * @param normalisedError e'He/n, e = x - x_t; about 1 when the posterior is honest
 * @param inside constrained directions whose error is within one posterior standard deviation; none
 *     where the minimisation failed
 * @param directions number of constrained directions
 * @param converged whether the minimisation did
 * @param passes of the minimisation
 */
public record TwinDraw(
    long seed, double normalisedError, int inside, int directions, boolean converged, int passes) {
  /**
   * Judges a draw.
   *
   * @param posterior at the minimum that was found
   * @param truth x_t
   */
  public static TwinDraw of(
      TwinPlan plan, long seed, double[] truth, Minimiser end, Posterior posterior) {
    double[] error = new double[truth.length];
    for (int i = 0; i < error.length; i++) {
      error[i] = end.x()[i] - truth[i];
    }
    RealMatrix covariance = posterior.covariance();
    int inside = 0;
    for (double[] direction : plan.directions()) {
      // |v'e| <= (v'Cv)^1/2
      double along = dot(direction, error);
      double variance = dot(direction, covariance.operate(direction));
      inside += end.converged() && along * along <= variance ? 1 : 0;
    }
    return new TwinDraw(
        seed,
        posterior.squaredDistance(end.x(), truth) / truth.length,
        inside,
        plan.directions().length,
        end.converged(),
        end.passes());
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
