package org.ccdas.assimilate.minimise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What every single search says of itself: where it stands, how it came there, and why it ended.
 */
abstract class Search implements Minimiser {
  final Bounds bounds;
  private final double[] start;
  private final Iterate best;
  private final int evaluations;
  private final List<Iteration> history;
  private final Outcome outcome;

  /**
   * A search in some state.
   *
   * @param start first candidate
   * @param best the point of lowest cost; null before the first answer
   * @param evaluations candidates evaluated
   * @param history start and steps
   * @param outcome null while it goes on
   */
  Search(
      Bounds bounds,
      double[] start,
      Iterate best,
      int evaluations,
      List<Iteration> history,
      Outcome outcome) {
    this.bounds = bounds;
    this.start = start;
    this.best = best;
    this.evaluations = evaluations;
    this.history = history;
    this.outcome = outcome;
  }

  /** The start, if a search within the bound may begin there. */
  static double[] within(double bound, double[] x0) {
    if (x0.length == 0 || !new Bounds(bound).contains(x0)) {
      throw new IllegalArgumentException(
          "The start " + Arrays.toString(x0) + " is not within the bound " + bound);
    }
    return x0.clone();
  }

  /** The answers to the candidates, in their order. */
  final List<CandidateValue> answers(List<CandidateValue> given) {
    if (finished()) {
      throw new IllegalStateException("The minimisation has ended: " + reason());
    }
    return CandidateValue.inOrderOf(candidates(), given);
  }

  static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  @Override
  public final boolean finished() {
    return outcome != null;
  }

  @Override
  public final boolean converged() {
    return finished() && outcome.converged();
  }

  @Override
  public final String reason() {
    if (!finished()) {
      return "";
    }
    int count = bounds.count(x());
    return count == 0
        ? outcome.reason()
        : text("%s; elements on the bound %s: %d", outcome.reason(), bounds.bound(), count);
  }

  @Override
  public final double[] x() {
    return (best == null ? start : best.x()).clone();
  }

  @Override
  public final double cost() {
    return best == null ? Double.NaN : best.cost();
  }

  @Override
  public final double[] gradient() {
    if (best != null) {
      return best.gradient().clone();
    }
    double[] unknown = new double[start.length];
    Arrays.fill(unknown, Double.NaN);
    return unknown;
  }

  @Override
  public final int iterations() {
    return Math.max(0, history.size() - 1);
  }

  @Override
  public final int evaluations() {
    return evaluations;
  }

  @Override
  public final List<Iteration> history() {
    return history;
  }
}
