package org.ccdas.observe.local;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A frozen map from observed to modelled observations of one cell, a line in pieces (spec section
 * 17.5). Statistics come from days that both have; beyond its ends the map goes on with a shift.
 *
 * @param from observed values, in the units of the stream, rising
 * @param to what they become, in the units of the stream, not falling
 * @param errorFactor factor of the standard errors, 1/3..3
 * @param leastError smallest standard error after the matching, in the units of the stream
 */
public record Matching(double[] from, double[] to, double errorFactor, double leastError)
    implements Serializable {
  /** Fewest days that both must have. */
  public static final int LEAST_DAYS = 60;

  private static final double LARGEST_RATIO = 3;
  private static final double[] PROBABILITIES = {
    0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1
  };

  /** Checks the order. */
  public Matching {
    if (from.length < 2 || from.length != to.length || !(errorFactor > 0)) {
      throw new IllegalArgumentException(
          from.length + " values to " + to.length + ", factor " + errorFactor);
    }
    for (int i = 1; i < from.length; i++) {
      if (!(from[i] > from[i - 1]) || !(to[i] >= to[i - 1])) {
        throw new IllegalArgumentException("The map does not rise at " + from[i]);
      }
    }
  }

  /**
   * Matches mean and standard deviation. Null when there are too few days or the observations do
   * not vary.
   *
   * @param observed in the units of the stream, on common training days
   * @param modelled in the units of the stream, on the same days
   * @param leastError smallest standard error afterwards, in the units of the stream
   */
  public static Matching linear(double[] observed, double[] modelled, double leastError) {
    if (observed.length < LEAST_DAYS || deviation(observed) == 0) {
      return null;
    }
    double centre = mean(observed);
    double target = mean(modelled);
    double ratio = limited(deviation(modelled) / deviation(observed));
    // d' = m_mod + s_mod/s_obs (d - m_obs), the same line through two points
    return new Matching(
        new double[] {centre - 1, centre + 1},
        new double[] {target - ratio, target + ratio},
        ratio,
        leastError);
  }

  /**
   * Matches the distribution at quantiles, with straight lines between; when the ratio of the
   * standard deviations is out of its limits the matched departures are scaled to the limit. Null
   * as for {@link #linear}.
   */
  public static Matching cdf(double[] observed, double[] modelled, double leastError) {
    if (observed.length < LEAST_DAYS || deviation(observed) == 0) {
      return null;
    }
    double ratio = deviation(modelled) / deviation(observed);
    double limited = limited(ratio);
    double target = mean(modelled);
    double[] source = quantiles(observed);
    double[] goal = quantiles(modelled);
    double[] from = new double[source.length];
    double[] to = new double[source.length];
    int count = 0;
    for (int q = 0; q < source.length; q++) {
      if (count > 0 && !(source[q] > from[count - 1])) {
        continue; // equal values have one image
      }
      from[count] = source[q];
      to[count++] = ratio == 0 ? target : target + (goal[q] - target) * (limited / ratio);
    }
    return new Matching(Arrays.copyOf(from, count), Arrays.copyOf(to, count), limited, leastError);
  }

  private static double limited(double ratio) {
    return Math.max(1 / LARGEST_RATIO, Math.min(LARGEST_RATIO, ratio));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  private static double[] quantiles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] quantiles = new double[PROBABILITIES.length];
    for (int q = 0; q < quantiles.length; q++) {
      double place = PROBABILITIES[q] * (sorted.length - 1);
      int below = (int) Math.min(place, sorted.length - 2);
      quantiles[q] = sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
    return quantiles;
  }

  /** The image of a value. */
  public double apply(double value) {
    int last = from.length - 1;
    if (value <= from[0]) {
      return to[0] + value - from[0];
    }
    if (value >= from[last]) {
      return to[last] + value - from[last];
    }
    int above = 1;
    while (from[above] < value) {
      above++;
    }
    double share = (value - from[above - 1]) / (from[above] - from[above - 1]);
    return to[above - 1] + share * (to[above] - to[above - 1]);
  }

  /** The image of a standard error. */
  public double error(double sigma) {
    return Math.max(leastError, errorFactor * sigma);
  }
}
