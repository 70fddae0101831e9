package org.ccdas.assimilate.posterior;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The spread of a target over an ensemble of draws beside its linear estimate. Spec section 18.9.
 *
 * @param members number of draws
 * @param mean of the draws
 * @param sigma standard deviation of the draws
 * @param linearSigma what the linear theory says
 */
public record EnsembleSpread(int members, double mean, double sigma, double linearSigma) {
  /**
   * The spread of these values.
   *
   * @param values of the target, one a draw, at least 2
   */
  public static EnsembleSpread of(double[] values, double linearSigma) {
    if (values.length < 2) {
      throw new IllegalArgumentException("A spread of " + values.length + " draws");
    }
    SummaryStatistics statistics = new SummaryStatistics();
    for (double value : values) {
      statistics.addValue(value);
    }
    return new EnsembleSpread(
        values.length, statistics.getMean(), statistics.getStandardDeviation(), linearSigma);
  }

  /** Spread over linear estimate: 1 for a linear model, but for the error of sampling. */
  public double ratio() {
    return sigma / linearSigma;
  }

  /** Standard error of the ratio by the number of draws, of normal numbers: (2 (m - 1))^-1/2. */
  public double samplingError() {
    return 1 / Math.sqrt(2.0 * (members - 1));
  }
}
