package org.ccdas.report.scale;

import java.util.Arrays;
import java.util.Optional;

/**
 * The range of numbers that an axis shows.
 *
 * @param low lower end, below {@code high}
 * @param high upper end
 */
public record Extent(double low, double high) {
  /** Checks the ends. */
  public Extent {
    if (!(low < high)) {
      throw new IllegalArgumentException("an extent from " + low + " to " + high);
    }
  }

  /**
   * From the smallest to the largest finite number, a share of the width added at both ends; equal
   * numbers get a width of their own. Empty when there is no finite number.
   *
   * @param margin share of the width, at least 0
   */
  public static Optional<Extent> around(double margin, double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      return Optional.empty();
    }
    double low = Arrays.stream(finite).min().getAsDouble();
    double high = Arrays.stream(finite).max().getAsDouble();
    double width = high - low;
    if (width <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
      width = low == 0 ? 2 : 0.2 * Math.abs(low);
      return Optional.of(new Extent(low - width / 2, high + width / 2));
    }
    return Optional.of(new Extent(low - margin * width, high + margin * width));
  }

  /** The smallest extent that has this one and a number. */
  public Extent with(double value) {
    return new Extent(Math.min(low, value), Math.max(high, value));
  }
}
