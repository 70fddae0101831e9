package org.ccdas.assimilate.minimise;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.MathArrays;

/**
 * The last steps and gradient changes of limited-memory BFGS, which stand for an approximation of
 * the inverse Hessian. Nocedal and Wright, Numerical Optimization (2006), section 7.2. Immutable.
 *
 * @param capacity most pairs kept, at least 1
 * @param pairs oldest first
 */
record CurvatureMemory(int capacity, List<Pair> pairs) {
  /** Smaller curvature, relative to y'y, is rounding. */
  private static final double LEAST_CURVATURE = 0x1.0p-52;

  /**
   * A step and what it did to the gradient.
   *
   * @param s x(k + 1) - x(k)
   * @param y g(k + 1) - g(k)
   */
  record Pair(double[] s, double[] y) {}

  CurvatureMemory {
    if (capacity < 1) {
      throw new IllegalArgumentException("A memory of " + capacity + " pairs");
    }
    pairs = List.copyOf(pairs);
  }

  static CurvatureMemory empty(int capacity) {
    return new CurvatureMemory(capacity, List.of());
  }

  /** With the step from one iterate to the next; unchanged when its curvature is not positive. */
  CurvatureMemory with(Iterate from, Iterate to) {
    double[] s = MathArrays.ebeSubtract(to.x(), from.x());
    double[] y = MathArrays.ebeSubtract(to.gradient(), from.gradient());
    // s'y > 0 keeps the approximation positive definite
    double yy = dot(y, y);
    if (!(dot(s, y) > LEAST_CURVATURE * yy) || !Double.isFinite(yy)) {
      return this;
    }
    List<Pair> kept = new ArrayList<>(pairs);
    if (kept.size() == capacity) {
      kept.remove(0);
    }
    kept.add(new Pair(s, y));
    return new CurvatureMemory(capacity, kept);
  }

  /** The approximate inverse Hessian times a vector: the two-loop recursion, algorithm 7.4. */
  double[] times(double[] vector) {
    double[] q = vector.clone();
    double[] alpha = new double[pairs.size()];
    for (int i = pairs.size() - 1; i >= 0; i--) {
      Pair pair = pairs.get(i);
      // alpha_i = s_i'q / y_i's_i,  q -= alpha_i y_i
      alpha[i] = dot(pair.s(), q) / dot(pair.y(), pair.s());
      add(q, -alpha[i], pair.y());
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.get(pairs.size() - 1);
      // H0 = (s'y / y'y) I of the last pair, equation 7.20
      double scale = dot(last.s(), last.y()) / dot(last.y(), last.y());
      for (int k = 0; k < q.length; k++) {
        q[k] *= scale;
      }
    }
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      // beta = y_i'r / y_i's_i,  r += (alpha_i - beta) s_i
      double beta = dot(pair.y(), q) / dot(pair.y(), pair.s());
      add(q, alpha[i] - beta, pair.s());
    }
    return q;
  }

  private static double dot(double[] a, double[] b) {
    return MathArrays.linearCombination(a, b);
  }

  private static void add(double[] target, double factor, double[] direction) {
    for (int k = 0; k < target.length; k++) {
      target[k] += factor * direction[k];
    }
  }
}
