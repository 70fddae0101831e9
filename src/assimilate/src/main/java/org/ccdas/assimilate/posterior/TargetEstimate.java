package org.ccdas.assimilate.posterior;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * A target, prior and posterior. Spec section 18.6.
 *
 * @param target what it is
 * @param prior value at x = 0
 * @param posterior value at the minimum
 * @param priorSigma (N N')^1/2, N = dy/dx at the minimum
 * @param posteriorSigma (N C N')^1/2
 */
public record TargetEstimate(
    Target target, double prior, double posterior, double priorSigma, double posteriorSigma) {
  /**
   * The estimate of a target.
   *
   * @param row N, its derivatives at the minimum, n values
   */
  public static TargetEstimate of(
      Target target, double prior, double posterior, double[] row, RealMatrix covariance) {
    return new TargetEstimate(target, prior, posterior, priorSigma(row), sigma(row, covariance));
  }

  /** (N N')^1/2. */
  static double priorSigma(double[] row) {
    double square = 0;
    for (double derivative : row) {
      square += derivative * derivative;
    }
    return Math.sqrt(square);
  }

  /** (N C N')^1/2. */
  static double sigma(double[] row, RealMatrix covariance) {
    double[] product = covariance.operate(row);
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * product[i];
    }
    // rounding may leave a little below nothing
    return Math.sqrt(Math.max(0, sum));
  }

  /**
   * Uncertainty reduction, percent: 100 (1 - posterior sigma / prior sigma); NaN for a target that
   * does not depend on any parameter.
   */
  public double reduction() {
    return 100 * (1 - posteriorSigma / priorSigma);
  }
}
