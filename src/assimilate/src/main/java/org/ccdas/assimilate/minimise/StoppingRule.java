package org.ccdas.assimilate.minimise;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * When to stop. Spec section 18.4.
 *
 * @param gradientTolerance stop when the norm of the gradient falls to this share of that at the
 *     start; not below 0
 * @param costTolerance stop when the cost fell by less than this share of itself over the last
 *     three steps together; 0 switches the rule off
 * @param maxIterations most steps, at least 1
 * @param maxEvaluations most candidates evaluated, at least 1
 */
public record StoppingRule(
    double gradientTolerance, double costTolerance, int maxIterations, int maxEvaluations)
    implements Serializable {
  /** Tolerances 1e-4 and 1e-7, at most 200 iterations and 400 evaluations. */
  public static final StoppingRule STANDARD = new StoppingRule(1e-4, 1e-7, 200, 400);

  private static final int STEPS = 3;

  /** Checks the ranges. */
  public StoppingRule {
    if (!(gradientTolerance >= 0 && gradientTolerance <= 1)) {
      throw new IllegalArgumentException("Gradient tolerance " + gradientTolerance);
    }
    if (!(costTolerance >= 0 && costTolerance < 1)) {
      throw new IllegalArgumentException("Cost tolerance " + costTolerance);
    }
    if (maxIterations < 1 || maxEvaluations < 1) {
      throw new IllegalArgumentException(
          "At most " + maxIterations + " iterations and " + maxEvaluations + " evaluations");
    }
  }

  /** The outcome after a step; null to go on. */
  Outcome afterStep(List<Iteration> history) {
    Iteration first = history.get(0);
    Iteration last = history.get(history.size() - 1);
    // |g| <= tolerance |g0|; also true for a gradient of zero at the start
    if (last.gradientNorm() <= gradientTolerance * first.gradientNorm()) {
      String reason =
          first.gradientNorm() == 0
              ? "the gradient is zero at the start"
              : text(
                  "the gradient norm fell to %.1e of that at the start, the tolerance is %.1e",
                  last.gradientNorm() / first.gradientNorm(), gradientTolerance);
      return new Outcome(true, reason);
    }
    if (history.size() > STEPS) {
      // J(k - 3) - J(k) < tolerance |J(k)|
      double fall = history.get(history.size() - 1 - STEPS).cost() - last.cost();
      if (fall < costTolerance * Math.abs(last.cost())) {
        return new Outcome(
            true,
            text(
                "the cost fell by %.1e of itself in the last %d steps, the tolerance is %.1e",
                fall / Math.abs(last.cost()), STEPS, costTolerance));
      }
    }
    if (last.iteration() >= maxIterations) {
      return new Outcome(false, text("the limit of %d iterations was reached", maxIterations));
    }
    return afterEvaluation(last.evaluations());
  }

  /** The outcome after this many evaluations; null to go on. */
  Outcome afterEvaluation(int evaluations) {
    return evaluations < maxEvaluations
        ? null
        : new Outcome(false, text("the limit of %d evaluations was reached", maxEvaluations));
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
