package org.ccdas.assimilate.posterior;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The spread of a target over an ensemble of draws beside its linear estimate. Spec section 18.9.
 *
 * @param members number of draws, or of equal ones that tell as much where they have weights
 * @param mean of the draws
 * @param sigma standard deviation of the draws
 * @param interval quantiles of the draws
 * @param linearSigma what the linear theory says
 */
public record EnsembleSpread(
    double members, double mean, double sigma, Interval interval, double linearSigma) {
  /**
   * Median, and the middle 68.3 and 95.4 percent, one and two standard deviations of a normal
   * distribution.
   */
  public record Interval(
      double lower95, double lower68, double median, double upper68, double upper95) {
    private static final double ONE_SIGMA = 0.158655;
    private static final double TWO_SIGMA = 0.022750;
  }

  /**
   * The spread of these values, all worth the same.
   *
   * @param values of the target, one a draw, at least 2
   */
  public static EnsembleSpread of(double[] values, double linearSigma) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
    return of(values, weights, linearSigma);
  }

  /**
   * The spread of weighted values.
   *
   * @param values of the target, one a draw, at least 2
   * @param weights not negative, of any sum above 0
   */
  public static EnsembleSpread of(double[] values, double[] weights, double linearSigma) {
    if (values.length < 2) {
      throw new IllegalArgumentException("A spread of " + values.length + " draws");
    }
    double sum = 0;
    double squares = 0;
    double mean = 0;
    for (int k = 0; k < values.length; k++) {
      sum += weights[k];
      squares += weights[k] * weights[k];
      // West (1979): a running mean
      mean += weights[k] == 0 ? 0 : weights[k] / sum * (values[k] - mean);
    }
    double variance = 0;
    for (int k = 0; k < values.length; k++) {
      variance += weights[k] * (values[k] - mean) * (values[k] - mean);
    }
    // unbiased: sum w (y - m)^2 / (sum w - sum w^2 / sum w)
    double sigma = Math.sqrt(variance / (sum - squares / sum));
    return new EnsembleSpread(
        sum * sum / squares, mean, sigma, interval(values, weights, sum), linearSigma);
  }

  private static Interval interval(double[] values, double[] weights, double sum) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> values[k]))
            .mapToInt(k -> k)
            .toArray();
    double[] sorted = new double[order.length];
    double[] probability = new double[order.length];
    double before = 0;
    for (int k = 0; k < order.length; k++) {
      sorted[k] = values[order[k]];
      // the middle of the step of each value
      probability[k] = (before + weights[order[k]] / 2) / sum;
      before += weights[order[k]];
    }
    return new Interval(
        quantile(sorted, probability, Interval.TWO_SIGMA),
        quantile(sorted, probability, Interval.ONE_SIGMA),
        quantile(sorted, probability, 0.5),
        quantile(sorted, probability, 1 - Interval.ONE_SIGMA),
        quantile(sorted, probability, 1 - Interval.TWO_SIGMA));
  }

  /** Between values linear, beyond them the outermost. */
  private static double quantile(double[] sorted, double[] probability, double wanted) {
    int above = 0;
    while (above < sorted.length && probability[above] < wanted) {
      above++;
    }
    if (above == 0 || above == sorted.length) {
      return sorted[Math.min(above, sorted.length - 1)];
    }
    double share =
        (wanted - probability[above - 1]) / (probability[above] - probability[above - 1]);
    return sorted[above - 1] + share * (sorted[above] - sorted[above - 1]);
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
