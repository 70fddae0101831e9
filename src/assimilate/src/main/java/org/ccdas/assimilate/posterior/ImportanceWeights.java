package org.ccdas.assimilate.posterior;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Weights of draws from q that stand for draws from p, from log p/q, the largest ones smoothed by a
 * generalised Pareto distribution: Vehtari and others, Pareto smoothed importance sampling, J.
 * Mach. Learn. Res. 25 (2024). Its shape k tells whether they hold.
 *
 * @param weights not negative, sum 1
 * @param shape k of the tail; NaN where there are too few draws to tell, or all weights are equal
 */
public record ImportanceWeights(double[] weights, double shape) {
  /** Weights of a larger shape are not to be trusted. */
  public static final double RELIABLE = 0.7;

  /** Fewest draws of a tail that a shape can be fitted to. */
  private static final int LEAST_TAIL = 5;

  /** Draws are worth this many of the prior of the shape, whose mean is 1/2. */
  private static final double PRIOR_DRAWS = 10;

  /** Equal weights of draws from p itself. */
  public static ImportanceWeights equal(int draws) {
    double[] weights = new double[draws];
    Arrays.fill(weights, 1.0 / draws);
    return new ImportanceWeights(weights, Double.NaN);
  }

  /**
   * Smoothed weights.
   *
   * @param logRatios log p/q up to a constant; minus infinity for a draw that p excludes, not for
   *     all
   */
  public static ImportanceWeights smoothed(double[] logRatios) {
    int size = logRatios.length;
    double largest = Arrays.stream(logRatios).max().orElseThrow();
    if (!Double.isFinite(largest)) {
      throw new IllegalArgumentException("No draw has a finite weight");
    }
    double[] weights = Arrays.stream(logRatios).map(log -> Math.exp(log - largest)).toArray();
    int tail = (int) Math.ceil(Math.min(0.2 * size, 3 * Math.sqrt(size)));
    double shape = Double.NaN;
    if (tail >= LEAST_TAIL && tail < size) {
      int[] order =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> weights[i]))
              .mapToInt(i -> i)
              .toArray();
      shape = smooth(weights, Arrays.copyOfRange(order, size - tail - 1, size));
    }
    double sum = Arrays.stream(weights).sum();
    return new ImportanceWeights(Arrays.stream(weights).map(w -> w / sum).toArray(), shape);
  }

  /**
   * Puts the expected order statistics of the fitted distribution in the place of a tail.
   *
   * @param order indices, rising in weight, the first that of the threshold
   * @return the shape
   */
  private static double smooth(double[] weights, int[] order) {
    double threshold = weights[order[0]];
    int tail = order.length - 1;
    double[] excess = new double[tail];
    for (int k = 0; k < tail; k++) {
      excess[k] = weights[order[k + 1]] - threshold;
    }
    if (!(excess[quartile(tail)] > 0)) {
      return Double.NaN;
    }
    double rate = rate(excess);
    double raw = logarithm(rate, excess);
    double scale = -raw / rate;
    double shape = (raw * tail + PRIOR_DRAWS / 2) / (tail + PRIOR_DRAWS);
    for (int k = 0; k < tail; k++) {
      double probability = (k + 0.5) / tail;
      // F^-1(p) = sigma ((1 - p)^-k - 1) / k, no weight above the largest
      double quantile = scale * Math.expm1(-shape * Math.log1p(-probability)) / shape;
      weights[order[k + 1]] = Math.min(1, threshold + quantile);
    }
    return shape;
  }

  /**
   * theta = -k/sigma of a generalised Pareto distribution, by the mean over a profile posterior:
   * Zhang and Stephens, A new and efficient estimation method for the generalized Pareto
   * distribution, Technometrics 51 (2009).
   *
   * @param excess rising, not negative
   */
  private static double rate(double[] excess) {
    int n = excess.length;
    int points = 30 + (int) Math.sqrt(n);
    double quartile = excess[quartile(n)];
    double[] rates = new double[points];
    double[] logs = new double[points];
    for (int j = 0; j < points; j++) {
      rates[j] = 1 / excess[n - 1] + (1 - Math.sqrt(points / (j + 0.5))) / (3 * quartile);
      double shape = logarithm(rates[j], excess);
      // n (log(-theta/k) - k - 1)
      logs[j] = n * (Math.log(-rates[j] / shape) - shape - 1);
    }
    double mean = 0;
    for (int j = 0; j < points; j++) {
      double own = logs[j];
      mean += rates[j] / Arrays.stream(logs).map(log -> Math.exp(log - own)).sum();
    }
    return mean;
  }

  private static int quartile(int n) {
    return (int) Math.floor(n / 4.0 + 0.5) - 1;
  }

  /** k(theta) = mean of log(1 - theta x). */
  private static double logarithm(double rate, double[] excess) {
    return Arrays.stream(excess).map(x -> Math.log1p(-rate * x)).average().orElseThrow();
  }

  /** Whether results with these weights hold; where not, equal ones are the lesser evil. */
  public boolean reliable() {
    return shape < RELIABLE;
  }

  /** Number of equal weights that tell as much, 1 / sum w^2. */
  public double effectiveDraws() {
    return 1 / Arrays.stream(weights).map(w -> w * w).sum();
  }
}
