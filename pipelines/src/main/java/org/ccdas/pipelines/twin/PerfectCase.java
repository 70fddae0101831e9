package org.ccdas.pipelines.twin;

import java.util.List;

/**
 * A twin with perfect data that is run.
 *
 * @param withPrior whether the prior is on
 * @param scale of the truth: this times a draw from the prior
 */
record PerfectCase(boolean withPrior, double scale) {
  /** So near to the prior that the model is nearly linear between them. */
  private static final double NEAR = 0.001;

  /**
   * Those of spec section 18.8, then the same near the prior. What holds near the prior and not far
   * from it shows the curvature of the model, not an error of the system.
   */
  static final List<PerfectCase> ALL =
      List.of(
          new PerfectCase(false, 1),
          new PerfectCase(true, 1),
          new PerfectCase(false, NEAR),
          new PerfectCase(true, NEAR));

  /** Whether spec section 18.8 asks for it, so that it counts in the verdict. */
  boolean isJudged() {
    return scale == 1;
  }

  /** Name of the file of the finished twin. */
  String file() {
    return "perfect" + (withPrior ? "-prior" : "") + (isJudged() ? "" : "-near") + ".json";
  }
}
