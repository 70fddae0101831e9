package org.ccdas.pipelines.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates how long a search will go on. The gradient norm of a search that converges falls by
 * about the same factor every round, so the logarithm of the last norms is continued along a
 * straight line to the tolerance; where they do not fall, only the limit of evaluations bounds the
 * time.
 */
final class TimeLeft {
  /** Rounds that the line is laid through: enough to smooth, few enough to follow. */
  private static final int ROUNDS = 8;

  private final double tolerance;
  private final int mostEvaluations;
  private final List<Double> logNorms = new ArrayList<>();
  private double first = Double.NaN;
  private double seconds;
  private int rounds;
  private int evaluations;
  private int evaluationsHere;

  /**
   * An estimate before any round.
   *
   * @param tolerance norm at which the search ends, as a share of the first one; 0 for none
   * @param mostEvaluations at which it ends at the latest
   * @param evaluationsBefore of an interrupted run that is taken up
   */
  TimeLeft(double tolerance, int mostEvaluations, int evaluationsBefore) {
    this.tolerance = tolerance;
    this.mostEvaluations = mostEvaluations;
    this.evaluations = evaluationsBefore;
  }

  /**
   * Takes a round into account.
   *
   * @param gradientNorm at the point of lowest cost so far
   * @param evaluationsSoFar also of former runs
   * @param took seconds
   */
  void round(double gradientNorm, int evaluationsSoFar, double took) {
    rounds++;
    seconds += took;
    evaluationsHere += evaluationsSoFar - evaluations;
    evaluations = evaluationsSoFar;
    if (gradientNorm > 0 && Double.isFinite(gradientNorm)) {
      if (Double.isNaN(first)) {
        first = gradientNorm;
      }
      logNorms.add(Math.log(gradientNorm));
    }
  }

  /** Seconds until the limit of evaluations, an upper bound. */
  double atMost() {
    double perEvaluation = seconds / Math.max(1, evaluationsHere);
    return perEvaluation * Math.max(0, mostEvaluations - evaluations);
  }

  /** Rounds until the tolerance is met; NaN when that cannot be told. */
  double roundsLeft() {
    List<Double> last = logNorms.subList(Math.max(0, logNorms.size() - ROUNDS), logNorms.size());
    double slope = slope(last);
    if (!(tolerance > 0) || !(slope < 0)) {
      return Double.NaN;
    }
    double goal = Math.log(tolerance * first);
    return Math.max(0, (goal - last.get(last.size() - 1)) / slope);
  }

  /** Seconds until the tolerance is met, never more than {@link #atMost}; NaN when unknown. */
  double seconds() {
    return Math.min(atMost(), roundsLeft() * seconds / rounds);
  }

  /** The estimate in words: {@code ~ 40 s}, or {@code < 900 s} when only a bound is known. */
  String text() {
    double estimate = seconds();
    return Double.isNaN(estimate)
        ? "< " + Math.round(atMost()) + " s"
        : "~ " + Math.round(estimate) + " s";
  }

  /** Slope of the straight line of least squares through equidistant values; NaN below two. */
  private static double slope(List<Double> values) {
    int n = values.size();
    if (n < 2) {
      return Double.NaN;
    }
    double middle = (n - 1) / 2.0;
    double product = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      product += (i - middle) * values.get(i);
      square += (i - middle) * (i - middle);
    }
    return product / square;
  }
}
