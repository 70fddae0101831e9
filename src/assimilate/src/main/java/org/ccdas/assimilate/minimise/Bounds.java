package org.ccdas.assimilate.minimise;

import java.io.Serializable;

/**
 * The box |x_i| <= bound in which candidates must lie (spec section 18.2: bound 4), and how a
 * search direction is fitted into it.
 *
 * @param bound above 0; infinite for none
 */
record Bounds(double bound) implements Serializable {
  /**
   * Elements this close to the bound are set on it, so that rounding does not part them from it.
   */
  private static final double SNAP = 1e-12;

  Bounds {
    if (!(bound > 0)) {
      throw new IllegalArgumentException("The bound must be above 0, got " + bound);
    }
  }

  /** Whether x lies in the box. */
  boolean contains(double[] x) {
    for (double element : x) {
      if (!(Math.abs(element) <= bound)) {
        return false;
      }
    }
    return true;
  }

  /** The direction without the elements that would leave the box at once. */
  double[] project(double[] x, double[] direction) {
    double[] projected = direction.clone();
    for (int i = 0; i < x.length; i++) {
      if (Math.abs(x[i]) >= bound && x[i] * direction[i] > 0) {
        projected[i] = 0;
      }
    }
    return projected;
  }

  /** The longest step along the direction within the box. */
  double longestStep(double[] x, double[] direction) {
    double longest = Double.POSITIVE_INFINITY;
    if (bound < Double.POSITIVE_INFINITY) {
      for (int i = 0; i < x.length; i++) {
        if (direction[i] != 0) {
          // the wall ahead of element i
          double wall = Math.copySign(bound, direction[i]);
          longest = Math.min(longest, (wall - x[i]) / direction[i]);
        }
      }
    }
    return longest;
  }

  /** x + step * direction, in the box. */
  double[] move(double[] x, double step, double[] direction) {
    double[] moved = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double value = x[i] + step * direction[i];
      boolean atWall = Math.abs(value) >= bound * (1 - SNAP);
      moved[i] = atWall && bound < Double.POSITIVE_INFINITY ? Math.copySign(bound, value) : value;
    }
    return moved;
  }

  /** Number of elements on the bound. */
  int count(double[] x) {
    int count = 0;
    for (double element : x) {
      if (Math.abs(element) >= bound) {
        count++;
      }
    }
    return count;
  }
}
