package org.ccdas.observe.satellite;

import java.io.Serializable;

/**
 * When a box of the model grid has a value, and the error that it gets (spec sections 17.2, 17.3).
 *
 * @param minValidFraction least share of the box's land area with valid pixels, 0..1, included
 * @param representativeness standard error of a box mean for what pixels and model see differently,
 *     m3 m-3, at least 0
 */
public record RegridRule(double minValidFraction, double representativeness)
    implements Serializable {
  /** 30 percent and 0.04 m3 m-3. */
  public static final RegridRule STANDARD = new RegridRule(0.30, 0.04);

  private static final long serialVersionUID = 1L;

  /** Checks the ranges. */
  public RegridRule {
    if (!(minValidFraction >= 0 && minValidFraction <= 1)) {
      throw new IllegalArgumentException(
          "The least valid fraction must be within 0..1, got " + minValidFraction);
    }
    if (!(representativeness >= 0 && representativeness < 1)) {
      throw new IllegalArgumentException(
          "The representativeness error must be within 0..1 m3 m-3, got " + representativeness);
    }
  }

  /** Total standard error of a mean of pixels whose errors are fully correlated, m3 m-3. */
  double standardError(double meanDqx) {
    // sigma^2 = mean(DQX)^2 + 0.04^2
    return Math.sqrt(meanDqx * meanDqx + representativeness * representativeness);
  }
}
