package org.ccdas.assimilate.minimise;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.util.MathArrays;

/**
 * The steps that {@link GaussNewton} may try from a point.
 *
 * @param point where they begin
 * @param bounds the box that they stay in
 */
record TrialSteps(Linearisation point, Bounds bounds) {
  /** Dampings of the other steps, relative to that of the likeliest. */
  private static final double[] OTHER_DAMPINGS = {4, 16};

  private static final double OTHER_LENGTH = 0.5;

  /**
   * A second step leads down the slope that the first ended on, no further along the valley: so
   * much damping holds it where the cost is flat and lets it go where the cost is steep.
   */
  private static final double SECOND_DAMPING = 100;

  /** A Hessian that is singular to rounding is damped this much more at a time. */
  private static final double STRONGER = 4;

  /**
   * g' H^-1 g in the box, the squared distance to the minimum in posterior standard deviations;
   * infinite when the Hessian is singular.
   */
  double distance() {
    try {
      // twice the fall that the undamped model promises
      double[] minimum = new BoxedModel(point, point.hessian(), bounds, 0).minimum();
      double promised = point.promised(point.hessian(), MathArrays.ebeSubtract(minimum, point.x()));
      // at the minimum itself the sum may be -0
      return Math.max(0, 2 * promised);
    } catch (NonPositiveDefiniteMatrixException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** The step of this damping, to be evaluated with its Hessian. */
  List<Trial> likeliest(double damping) {
    return List.of(step(damping, 1, Derivative.HESSIAN));
  }

  /** As above, followed by the costs of other steps, of stronger damping and of half the length. */
  List<Trial> withOthers(double damping) {
    List<Trial> trials = new ArrayList<>(likeliest(damping));
    double used = trials.get(0).damping();
    for (double factor : OTHER_DAMPINGS) {
      trials.add(step(used * factor, 1, Derivative.COST));
    }
    trials.add(step(used, OTHER_LENGTH, Derivative.COST));
    return trials;
  }

  /**
   * The step down from here, for a search that still stands at a point of another cost.
   *
   * @param damping of the step that led here
   * @param cost where the search stands
   */
  Trial second(double damping, double cost) {
    Trial step = step(damping * SECOND_DAMPING, 1, Derivative.HESSIAN);
    // J - m(d), m the model of this point
    double promised = cost - point.cost() + step.promised();
    return new Trial(step.x(), damping, 1, promised, Derivative.HESSIAN, true);
  }

  private Trial step(double damping, double length, Derivative wanted) {
    double used = damping;
    while (true) {
      try {
        double[] minimum = new BoxedModel(point, point.model(), bounds, used).minimum();
        double[] step = MathArrays.ebeSubtract(minimum, point.x());
        double[] x = length == 1 ? minimum : bounds.move(point.x(), length, step);
        double promised = point.promised(MathArrays.ebeSubtract(x, point.x()));
        return new Trial(x, used, length, promised, wanted, false);
      } catch (NonPositiveDefiniteMatrixException e) {
        used *= STRONGER;
      }
    }
  }
}
