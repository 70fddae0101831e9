package org.ccdas.inputs.grid;

import java.util.Arrays;

/**
 * The intervals of one axis cut at those of another: for each interval the parts that it shares
 * with intervals of the other axis. All regridding and sharing out by area begins here; what a part
 * weighs is for the caller, since length, area on a sphere and area on an ellipsoid differ.
 *
 * <p>Intervals of either axis may be in any order and may leave gaps.
 */
public final class AxisOverlap {
  private static final double CIRCLE = 360;

  private final int[] start;
  private final int[] other;
  private final double[] low;
  private final double[] high;

  private AxisOverlap(int[] start, int[] other, double[] low, double[] high) {
    this.start = start;
    this.other = other;
    this.low = low;
    this.high = high;
  }

  /**
   * Intervals of an axis.
   *
   * @param low lower edges
   * @param high upper edges, each above its lower one
   */
  public record Intervals(double[] low, double[] high) {}

  /** Overlaps of two axes of latitude. */
  public static AxisOverlap ofLatitudes(Intervals wanted, Intervals others) {
    return between(wanted, others, 0);
  }

  /** Overlaps of two axes of longitude, degrees, in any turn of the circle. */
  public static AxisOverlap ofLongitudes(Intervals wanted, Intervals others) {
    return between(wanted, others, CIRCLE);
  }

  /** Degrees of longitude that two intervals share, in any turn of the circle. */
  static double sharedLongitude(double west, double east, double otherWest, double otherEast) {
    AxisOverlap overlap =
        ofLongitudes(
            new Intervals(new double[] {west}, new double[] {east}),
            new Intervals(new double[] {otherWest}, new double[] {otherEast}));
    double shared = 0;
    for (int part = 0; part < overlap.low.length; part++) {
      shared += overlap.length(part);
    }
    return shared;
  }

  private static AxisOverlap between(Intervals wanted, Intervals others, double turn) {
    int count = 0;
    int[] start = new int[wanted.low().length + 1];
    int[] other = new int[2 * wanted.low().length + 16];
    double[] low = new double[other.length];
    double[] high = new double[other.length];
    for (int i = 0; i < wanted.low().length; i++) {
      double from = wanted.low()[i];
      double to = wanted.high()[i];
      for (int j = 0; j < others.low().length; j++) {
        // turns k in which other + 360 k reaches into this interval
        int first = turn > 0 ? (int) Math.ceil((from - others.high()[j]) / turn) : 0;
        int last = turn > 0 ? (int) Math.floor((to - others.low()[j]) / turn) : 0;
        for (int k = first; k <= last; k++) {
          double left = Math.max(from, others.low()[j] + k * turn);
          double right = Math.min(to, others.high()[j] + k * turn);
          if (right > left) {
            if (count == other.length) {
              other = Arrays.copyOf(other, 2 * count);
              low = Arrays.copyOf(low, 2 * count);
              high = Arrays.copyOf(high, 2 * count);
            }
            other[count] = j;
            low[count] = left;
            high[count++] = right;
          }
        }
      }
      start[i + 1] = count;
    }
    return new AxisOverlap(
        start, Arrays.copyOf(other, count), Arrays.copyOf(low, count), Arrays.copyOf(high, count));
  }

  /** First part of an interval; its last is before the first of the next interval. */
  public int start(int interval) {
    return start[interval];
  }

  /** The interval of the other axis that a part is shared with. */
  public int other(int part) {
    return other[part];
  }

  /** Lower edge of a part. */
  public double low(int part) {
    return low[part];
  }

  /** Upper edge of a part. */
  public double high(int part) {
    return high[part];
  }

  /** Length of a part, in the unit of the edges. */
  public double length(int part) {
    return high[part] - low[part];
  }
}
