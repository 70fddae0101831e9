package org.ccdas.inputs.grid;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The rows or the columns of a latitude-longitude grid: where each begins and ends, in the order of
 * the file. There may be gaps between them; how edges follow from a file is {@link AxisEdges}.
 */
public final class GridAxis implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Share of a cell by which rounded coordinates and bounds may be off. */
  private static final double ROUNDING = 1e-3;

  /** By which single precision is off at 360 degrees. */
  private static final double SINGLE = 4e-5;

  /** Share of a row that outermost rows may lack at a pole, with rounding. */
  private static final double POLAR = 0.51;

  private final double[] low;
  private final double[] high;

  GridAxis(double[] low, double[] high) {
    this.low = low;
    this.high = high;
  }

  /** Degrees by which edges of a cell of this width may be off. */
  static double rounding(double width) {
    return ROUNDING * width + SINGLE;
  }

  /** Rows or columns of these edges, which follow each other. */
  static GridAxis ofEdges(double[] edges) {
    int count = edges.length - 1;
    double[] low = new double[count];
    double[] high = new double[count];
    Arrays.setAll(low, i -> Math.min(edges[i], edges[i + 1]));
    Arrays.setAll(high, i -> Math.max(edges[i], edges[i + 1]));
    return new GridAxis(low, high);
  }

  /** Some of the rows or columns, which follow each other. */
  GridAxis part(int first, int count) {
    return new GridAxis(
        Arrays.copyOfRange(low, first, first + count),
        Arrays.copyOfRange(high, first, first + count));
  }

  /** Number of rows or columns. */
  public int count() {
    return low.length;
  }

  /** Southern or western edge, degrees. */
  public double low(int index) {
    return low[index];
  }

  /** Northern or eastern edge, degrees. */
  public double high(int index) {
    return high[index];
  }

  /** The middle, degrees. */
  double middle(int index) {
    return 0.5 * (low[index] + high[index]);
  }

  /** As intervals. */
  public AxisOverlap.Intervals intervals() {
    return new AxisOverlap.Intervals(low.clone(), high.clone());
  }

  /**
   * The rows, the outermost drawn out to the poles.
   *
   * @throws IllegalArgumentException when they leave gaps or half a row or more at a pole
   */
  public AxisOverlap.Intervals fromPoleToPole() {
    Integer[] order = fromLowest();
    int first = order[0];
    int last = order[count() - 1];
    for (int i = 1; i < count(); i++) {
      int row = order[i];
      if (low[row] - high[order[i - 1]] > rounding(high[row] - low[row])) {
        throw new IllegalArgumentException("has no row between those of latitudes " + extent());
      }
    }
    if (low[first] + 90 > POLAR * (high[first] - low[first])
        || 90 - high[last] > POLAR * (high[last] - low[last])) {
      throw new IllegalArgumentException("has latitudes " + extent() + " only");
    }
    AxisOverlap.Intervals rows = intervals();
    rows.low()[first] = -90;
    rows.high()[last] = 90;
    return rows;
  }

  private Integer[] fromLowest() {
    Integer[] order = new Integer[count()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(low[a], low[b]));
    return order;
  }

  /** The stretches that are covered, as text: {@code -1.25 to 40 and 350 to 357.5}. */
  String extent() {
    StringBuilder text = new StringBuilder();
    double end = Double.NaN;
    for (int i : fromLowest()) {
      if (!(low[i] - end <= rounding(high[i] - low[i]))) {
        text.append(text.isEmpty() ? "" : rounded(end) + " and ").append(rounded(low[i]));
        text.append(" to ");
      }
      end = high[i];
    }
    return text.append(rounded(end)).toString();
  }

  private static String rounded(double degrees) {
    return String.valueOf(Math.rint(degrees * 1e4) / 1e4);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GridAxis axis
        && Arrays.equals(low, axis.low)
        && Arrays.equals(high, axis.high);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
  }
}
