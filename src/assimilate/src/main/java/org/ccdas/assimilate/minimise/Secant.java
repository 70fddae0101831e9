package org.ccdas.assimilate.minimise;

import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.observe.normal.LowerTriangle;

/**
 * What a step showed of the part of the second derivatives that Gauss-Newton leaves out, the
 * residuals times their second derivatives: Dennis, Gay and Welsch, An adaptive nonlinear
 * least-squares algorithm, ACM Trans. Math. Softw. 7 (1981). The arrays are never changed.
 *
 * @param step s, n values
 * @param missing z, n values: the change of the gradient that the Gauss-Newton Hessians at both
 *     ends do not explain
 */
record Secant(double[] step, double[] missing) {
  /** Least curvature along the step, relative to that before, which keeps B positive definite. */
  private static final double LEAST_CURVATURE = 0.2;

  /**
   * Where the curvature that Gauss-Newton sees changed along the step by more than this share of
   * what it does not see, the trapezoidal rule below is too coarse to tell both apart.
   */
  private static final double CHANGE = 0.3;

  /**
   * The secant of a step.
   *
   * @return null where the Gauss-Newton Hessian changed too much on the way
   */
  static Secant of(Linearisation from, double[] to, CandidateValue answer) {
    double[] step = MathArrays.ebeSubtract(to, from.x());
    double[] before = LowerTriangle.times(from.hessian(), step);
    double[] after = LowerTriangle.times(answer.hessian(), step);
    // z = g1 - g0 - (H0 + H1) s / 2
    double[] missing = new double[step.length];
    Arrays.setAll(
        missing, i -> answer.gradient()[i] - from.gradient()[i] - (before[i] + after[i]) / 2);
    double change = MathArrays.linearCombination(step, MathArrays.ebeSubtract(after, before));
    return Math.abs(change) < CHANGE * Math.abs(MathArrays.linearCombination(step, missing))
        ? new Secant(step, missing)
        : null;
  }

  /**
   * Corrects a Hessian so that it explains this step too, by the damped BFGS formula. Nocedal and
   * Wright, Numerical Optimization (2006), procedure 18.2.
   *
   * @param corrected B, {@link LowerTriangle packed}, positive definite; changed
   * @param hessian H of Gauss-Newton
   */
  void correct(double[] corrected, double[] hessian) {
    double[] product = LowerTriangle.times(corrected, step);
    double before = MathArrays.linearCombination(step, product);
    // y = H s + z
    double[] change = MathArrays.ebeAdd(LowerTriangle.times(hessian, step), missing);
    double observed = MathArrays.linearCombination(step, change);
    // theta = 0.8 s'Bs / (s'Bs - s'y) where s'y < 0.2 s'Bs, else 1; r = theta y + (1 - theta) B s
    double theta =
        observed < LEAST_CURVATURE * before
            ? (1 - LEAST_CURVATURE) * before / (before - observed)
            : 1;
    double[] damped = new double[step.length];
    Arrays.setAll(damped, i -> theta * change[i] + (1 - theta) * product[i]);
    // B <- B - B s s' B / s'Bs + r r' / s'r
    LowerTriangle.addOuter(corrected, -1 / before, product);
    LowerTriangle.addOuter(corrected, 1 / MathArrays.linearCombination(step, damped), damped);
  }
}
