package org.ccdas.assimilate.minimise;

import java.util.List;

/**
 * Searches the minimum of a cost function without calling it: an immutable state that says which
 * candidates to evaluate, and takes the answers to give the next state.
 *
 * <pre>{@code
 * Minimiser minimiser = Lbfgs.start(x0, Lbfgs.Settings.STANDARD);
 * while (!minimiser.finished()) {
 *   minimiser = minimiser.advance(evaluate(minimiser.candidates()));
 * }
 * }</pre>
 *
 * <p>The next state depends on the answers only, to the last bit: not on their order, nor on
 * whether a state went to a file and back ({@link StateFile}).
 */
public interface Minimiser {
  /** The control vectors to evaluate now, one or several; none when finished. */
  List<Candidate> candidates();

  /**
   * The next state.
   *
   * @param evaluations one answer to each candidate, in any order
   * @throws IllegalArgumentException when an answer is missing, unknown, repeated or incomplete
   * @throws IllegalStateException when finished
   */
  Minimiser advance(List<CandidateValue> evaluations);

  /**
   * This search under another stopping rule. An ended search goes on if the new rule lets it,
   * unless no further step is known.
   */
  Minimiser withStopping(StoppingRule stopping);

  /** Whether the search has ended. */
  boolean finished();

  /** Whether it ended at a minimum, by one of its tolerances. */
  boolean converged();

  /** Why it ended, in words; empty before. */
  String reason();

  /** The control vector of lowest cost so far, n values; the start before any answer. */
  double[] x();

  /** The lowest cost so far; NaN before any answer. */
  double cost();

  /** The gradient at {@link #x}, n values; NaN before any answer. */
  double[] gradient();

  /** Number of steps taken. */
  int iterations();

  /** Number of candidates evaluated. */
  int evaluations();

  /** Number of rounds of candidates evaluated together. */
  int passes();

  /** Start and steps, in order. */
  List<Iteration> history();
}
