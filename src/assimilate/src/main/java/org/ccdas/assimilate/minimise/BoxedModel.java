package org.ccdas.assimilate.minimise;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.observe.normal.LowerTriangle;

/**
 * The damped quadratic model {@code g'd + d'(B + mu D)d/2} and its minimum in the box of the {@link
 * Bounds}: a strictly convex problem that an active set solves exactly. Nocedal and Wright,
 * Numerical Optimization (2006), algorithm 16.3 and section 10.3.
 */
final class BoxedModel {
  /** Least element of D, relative to the largest, for directions that the cost does not know. */
  private static final double LEAST_DIAGONAL = 1e-12;

  /** The search for the active set ends long before so many turns a parameter. */
  private static final int TURNS = 20;

  private final Linearisation point;
  private final Bounds bounds;
  private final RealMatrix damped;

  /**
   * The model.
   *
   * @param point where it is made
   * @param hessian B, {@link LowerTriangle packed}
   * @param bounds of the box; the point is within
   * @param damping mu, not below 0
   */
  BoxedModel(Linearisation point, double[] hessian, Bounds bounds, double damping) {
    this.point = point;
    this.bounds = bounds;
    int n = point.x().length;
    this.damped = LowerTriangle.matrix(hessian, n);
    double least = LEAST_DIAGONAL * Arrays.stream(point.scale()).max().orElseThrow();
    for (int i = 0; i < n; i++) {
      // B + mu D
      damped.addToEntry(i, i, damping * Math.max(point.scale()[i], least));
    }
  }

  /**
   * The control vector of the minimum in the box.
   *
   * @throws NonPositiveDefiniteMatrixException when the damped Hessian is singular to rounding
   */
  double[] minimum() {
    int n = point.x().length;
    double[] x = point.x();
    boolean[] fixed = new boolean[n];
    double[] downhill = point.downhill(bounds);
    for (int i = 0; i < n; i++) {
      fixed[i] = Math.abs(x[i]) >= bounds.bound() && downhill[i] == 0;
    }
    for (int turn = 0; turn < TURNS * n; turn++) {
      double[] slope = slope(x);
      double[] direction = direction(slope, fixed);
      double step = Math.min(1, bounds.longestStep(x, direction));
      x = bounds.move(x, step, direction);
      if (step < 1) {
        // a wall is reached: the elements on it stay there
        for (int i = 0; i < n; i++) {
          fixed[i] |= Math.abs(x[i]) >= bounds.bound() && direction[i] * x[i] > 0;
        }
      } else if (!release(x, fixed)) {
        return x;
      }
    }
    return x;
  }

  /** Gradient of the damped model at x: g + (B + mu D)(x - x0). */
  private double[] slope(double[] x) {
    double[] d = new double[x.length];
    Arrays.setAll(d, i -> x[i] - point.x()[i]);
    double[] product = damped.operate(d);
    Arrays.setAll(product, i -> product[i] + point.gradient()[i]);
    return product;
  }

  /** Newton's step of the elements that are free; zero in the others. */
  private double[] direction(double[] slope, boolean[] fixed) {
    int[] free = IntStream.range(0, fixed.length).filter(i -> !fixed[i]).toArray();
    double[] direction = new double[fixed.length];
    if (free.length > 0) {
      RealMatrix reduced = damped.getSubMatrix(free, free);
      double[] downhill = new double[free.length];
      Arrays.setAll(downhill, k -> -slope[free[k]]);
      double[] solved =
          new CholeskyDecomposition(reduced, 0, 0)
              .getSolver()
              .solve(new ArrayRealVector(downhill, false))
              .toArray();
      for (int k = 0; k < free.length; k++) {
        direction[free[k]] = solved[k];
      }
    }
    return direction;
  }

  /** Frees the element that the model pulls inwards most; whether there is one. */
  private boolean release(double[] x, boolean[] fixed) {
    double[] slope = slope(x);
    int most = -1;
    double pull = 0;
    for (int i = 0; i < x.length; i++) {
      // falling towards the inside: slope has the sign of the wall
      double inwards = fixed[i] ? slope[i] * Math.signum(x[i]) : 0;
      if (inwards > pull) {
        pull = inwards;
        most = i;
      }
    }
    if (most >= 0) {
      fixed[most] = false;
    }
    return most >= 0;
  }
}
