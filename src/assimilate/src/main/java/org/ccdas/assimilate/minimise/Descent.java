package org.ccdas.assimilate.minimise;

import org.apache.commons.math3.util.MathArrays;

/**
 * A line search under way from an iterate, along the limited-memory BFGS direction. Nocedal and
 * Wright, Numerical Optimization (2006), algorithm 7.5. The arrays are never changed.
 *
 * @param from where the line begins
 * @param memory the steps that shaped the direction
 * @param direction n values
 * @param line the line search; null where the gradient is zero and there is no direction
 * @param restarted whether the line search before this one failed
 */
record Descent(
    Iterate from, CurvatureMemory memory, double[] direction, WolfeSearch line, boolean restarted) {

  /** Begins a line search. */
  static Descent from(Iterate point, CurvatureMemory memory, Bounds bounds, boolean restarted) {
    double[] downhill = downhill(point, bounds);
    double gradientNorm = MathArrays.safeNorm(downhill);
    if (gradientNorm == 0) {
      return new Descent(point, memory, downhill, null, restarted);
    }
    // d = -H g, in the box
    double[] direction = bounds.project(point.x(), memory.times(downhill));
    CurvatureMemory used = memory;
    if (!(slope(point, direction) < 0)) {
      used = CurvatureMemory.empty(memory.capacity());
      direction = downhill;
    }
    // no scale is known for the steepest descent: a step of length 1 at most
    double first = used.pairs().isEmpty() ? Math.min(1, 1 / gradientNorm) : 1;
    double limit = bounds.longestStep(point.x(), direction);
    WolfeSearch line = WolfeSearch.start(point.cost(), slope(point, direction), first, limit);
    return new Descent(point, used, direction, line, restarted);
  }

  /** -g without the elements that push outwards at the bound. */
  static double[] downhill(Iterate point, Bounds bounds) {
    return bounds.project(point.x(), MathArrays.scale(-1, point.gradient()));
  }

  /** The control vector to evaluate next. */
  double[] trial(Bounds bounds) {
    return bounds.move(from.x(), line.trial(), direction);
  }

  /** After the evaluation of the trial; null when the cost has no value there. */
  Descent advance(Iterate evaluated) {
    WolfeSearch next =
        evaluated == null
            ? line.advance(Double.NaN, Double.NaN)
            : line.advance(evaluated.cost(), slope(evaluated, direction));
    return new Descent(from, memory, direction, next, restarted);
  }

  /** Whether there is a next trial. */
  boolean searching() {
    return line != null && line.phase() == WolfeSearch.Phase.SEARCHING;
  }

  /** Length of the step from the beginning of the line to a point, in units of the direction. */
  double step(Iterate point) {
    return MathArrays.distance(point.x(), from.x()) / MathArrays.safeNorm(direction);
  }

  private static double slope(Iterate point, double[] direction) {
    return MathArrays.linearCombination(point.gradient(), direction);
  }
}
