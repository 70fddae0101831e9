package org.ccdas.verify.check;

/** A check of the derivatives of a function at one point. Each is pure: same input, same result. */
@FunctionalInterface
public interface DerivativeCheck {
  /**
   * Checks the derivatives.
   *
   * @param subject what is checked, for the table
   * @param function the function
   * @param x the point, n values
   */
  CheckResult check(String subject, Differentiable function, double[] x);
}
