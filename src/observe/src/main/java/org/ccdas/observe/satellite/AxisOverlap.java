package org.ccdas.observe.satellite;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The intervals of one axis split at those of another: for each source interval the targets it
 * overlaps and the lengths shared. Lengths are in the unit of the edges.
 */
final class AxisOverlap {
  private final int[] start;
  private final int[] target;
  private final double[] length;

  private AxisOverlap(int[] start, int[] target, double[] length) {
    this.start = start;
    this.target = target;
    this.length = length;
  }

  /** The intervals of an axis. */
  record Axis(int count, IntToDoubleFunction low, IntToDoubleFunction high) {}

  /**
   * Overlaps of two axes.
   *
   * @param turn length of the circle that both go round, 0 for a straight line
   */
  static AxisOverlap between(Axis source, Axis wanted, double turn) {
    int[] start = new int[source.count() + 1];
    int[] target = new int[2 * source.count() + 16];
    double[] length = new double[target.length];
    int count = 0;
    int turns = turn > 0 ? 2 : 0;
    for (int s = 0; s < source.count(); s++) {
      double low = source.low().applyAsDouble(s);
      double high = source.high().applyAsDouble(s);
      for (int t = 0; t < wanted.count(); t++) {
        double shared = 0;
        for (int k = -turns; k <= turns; k++) {
          double left = Math.max(low, wanted.low().applyAsDouble(t) + k * turn);
          double right = Math.min(high, wanted.high().applyAsDouble(t) + k * turn);
          shared += Math.max(0, right - left);
        }
        if (shared > 0) {
          if (count == target.length) {
            target = Arrays.copyOf(target, 2 * count);
            length = Arrays.copyOf(length, 2 * count);
          }
          target[count] = t;
          length[count++] = shared;
        }
      }
      start[s + 1] = count;
    }
    return new AxisOverlap(start, Arrays.copyOf(target, count), Arrays.copyOf(length, count));
  }

  /** First overlap of a source interval; its last is before that of the next. */
  int start(int source) {
    return start[source];
  }

  /** Target interval of an overlap. */
  int target(int overlap) {
    return target[overlap];
  }

  /** Length of an overlap. */
  double length(int overlap) {
    return length[overlap];
  }
}
