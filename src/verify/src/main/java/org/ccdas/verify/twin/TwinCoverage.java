package org.ccdas.verify.twin;

import java.util.List;

/**
 * Whether the posterior of many draws was honest; no draw is dropped. Spec section 18.8.
 *
 * @param draws all of them
 */
public record TwinCoverage(List<TwinDraw> draws) {
  /** Range in which the mean of e'He/n should be. */
  public static final List<Double> ERROR_RANGE = List.of(0.8, 1.3);

  /** Range in which the pooled coverage of the 68 percent interval should be. */
  public static final List<Double> COVERAGE_RANGE = List.of(0.60, 0.76);

  /** Copies the draws. */
  public TwinCoverage {
    draws = List.copyOf(draws);
    if (draws.isEmpty()) {
      throw new IllegalArgumentException("A coverage needs a draw");
    }
  }

  /** Mean of e'He/n over the draws. */
  public double meanError() {
    return draws.stream().mapToDouble(TwinDraw::normalisedError).average().orElseThrow();
  }

  /** Mean of 2 (J(x_t) - J(x))/n, which the curvature of the model does not change. */
  public double meanCostRatio() {
    return draws.stream().mapToDouble(TwinDraw::costRatio).average().orElseThrow();
  }

  /** Standard error of the mean of e'He/n, from the spread of the draws; NaN for a single draw. */
  public double standardError() {
    double mean = meanError();
    double sum = 0;
    for (TwinDraw draw : draws) {
      sum += (draw.normalisedError() - mean) * (draw.normalisedError() - mean);
    }
    int count = draws.size();
    return count == 1 ? Double.NaN : Math.sqrt(sum / (count - 1) / count);
  }

  /** Share of the constrained parameters of all draws within one standard deviation. */
  public double parameterCoverage() {
    int inside = draws.stream().mapToInt(TwinDraw::parametersInside).sum();
    int all = draws.stream().mapToInt(draw -> draw.parameterErrors().length).sum();
    return (double) inside / all;
  }

  /** Share of the constrained directions of all draws that are within one standard deviation. */
  public double coverage() {
    int inside = draws.stream().mapToInt(TwinDraw::inside).sum();
    int all = draws.stream().mapToInt(TwinDraw::directions).sum();
    return (double) inside / all;
  }

  /** Number of draws whose minimisation failed. */
  public long failures() {
    return draws.stream().filter(draw -> !draw.converged()).count();
  }

  /** Whether both numbers are in their ranges. */
  public boolean passed() {
    return errorPassed() && coveragePassed();
  }

  /** Whether the mean of e'He/n is in its range. */
  public boolean errorPassed() {
    return within(meanError(), ERROR_RANGE);
  }

  /** Whether the coverage is in its range. */
  public boolean coveragePassed() {
    return within(coverage(), COVERAGE_RANGE);
  }

  private static boolean within(double value, List<Double> range) {
    return value >= range.get(0) && value <= range.get(1);
  }
}
