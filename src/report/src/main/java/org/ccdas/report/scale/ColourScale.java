package org.ccdas.report.scale;

import java.awt.Color;
import java.util.Arrays;

/**
 * Which colour a number has.
 *
 * @param table the colours
 * @param lower number of the first colour, below {@code upper}
 * @param upper number of the last colour
 */
public record ColourScale(ColourTable table, double lower, double upper) {
  /** Few extremes must not take the contrast from all others: they get the end colours. */
  private static final double TAIL = 0.02;

  /** Checks the bounds. */
  public ColourScale {
    if (!(lower < upper)) {
      throw new IllegalArgumentException("a colour scale from " + lower + " to " + upper);
    }
  }

  /**
   * A scale for amounts: round bounds around all but the extreme 2 percent at either side.
   *
   * @param values NaN is passed over
   */
  public static ColourScale amounts(double... values) {
    double[] sorted = sorted(values);
    if (sorted.length == 0) {
      return new ColourScale(ColourTable.VIRIDIS, 0, 1);
    }
    double low = quantile(sorted, TAIL);
    double high = quantile(sorted, 1 - TAIL);
    if (high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
      double margin = low == 0 ? 1 : Math.abs(low) / 2;
      low -= margin;
      high += margin;
    }
    // amounts that begin near nothing begin at nothing
    if (low > 0 && low < 0.3 * high) {
      low = 0;
    }
    RoundSteps steps = RoundSteps.covering(low, high);
    return new ColourScale(ColourTable.VIRIDIS, steps.first(), steps.last());
  }

  /** A scale for differences: symmetric about 0, so that white is no difference. */
  public static ColourScale differences(double... values) {
    double[] sizes = sorted(Arrays.stream(values).map(Math::abs).toArray());
    double size = sizes.length == 0 ? 0 : quantile(sizes, 1 - TAIL);
    if (size == 0) {
      size = sizes.length == 0 || sizes[sizes.length - 1] == 0 ? 1 : sizes[sizes.length - 1];
    }
    double bound = RoundSteps.covering(0, size).last();
    return new ColourScale(ColourTable.BLUE_WHITE_RED, -bound, bound);
  }

  private static double[] sorted(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int before = (int) place;
    int after = Math.min(before + 1, sorted.length - 1);
    return sorted[before] + (place - before) * (sorted[after] - sorted[before]);
  }

  /** The colour of a finite number; beyond the bounds that of the nearer bound. */
  public Color of(double value) {
    return table.at((value - lower) / (upper - lower));
  }
}
