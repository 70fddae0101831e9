package org.ccdas.verify.check;

import java.io.Serializable;

/**
 * The verdict of a check.
 *
 * @param subject what was checked
 * @param check name of the check
 * @param measured the worst figure found, to be compared with the tolerance; NaN when a value was
 *     not finite or there was nothing to measure
 * @param tolerance largest figure that passes
 * @param passed whether the check passed
 * @param detail where the worst figure was found, or why there is none
 */
public record CheckResult(
    String subject, String check, double measured, double tolerance, boolean passed, String detail)
    implements Serializable {

  /** Passes when the figure is a number not above the tolerance. */
  static CheckResult measured(
      String subject, String check, double measured, double tolerance, String detail) {
    return new CheckResult(subject, check, measured, tolerance, measured <= tolerance, detail);
  }

  /** Fails because there was nothing to measure. */
  static CheckResult failed(String subject, String check, double tolerance, String why) {
    return new CheckResult(subject, check, Double.NaN, tolerance, false, why);
  }
}
