package org.ccdas.assimilate.minimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A search of the elements that do not enter linearly, every evaluation of which has the others at
 * their best: variable projection, see {@link Elimination}. By the envelope theorem the gradient of
 * the reduced cost is that of the cost.
 */
public final class Eliminating implements Minimiser {
  private final Minimiser search;
  private final EliminatingState state;

  Eliminating(Minimiser search, EliminatingState state) {
    this.search = search;
    this.state = state;
  }

  /**
   * The state before the first evaluation.
   *
   * @param search of the elements that are searched, before its first evaluation
   */
  static Eliminating start(Minimiser search, Elimination elimination) {
    double[] x = elimination.whole(search.x());
    double[] unknown = new double[x.length];
    Arrays.fill(unknown, Double.NaN);
    return new Eliminating(search, new EliminatingState(elimination, x, unknown));
  }

  /**
   * A search of what needs one.
   *
   * @param elimination the elements that need none; empty for a search of all
   * @param x0 the start, all elements
   * @param search makes the search from a start
   */
  public static Minimiser of(
      Optional<Elimination> elimination, double[] x0, Function<double[], Minimiser> search) {
    return elimination
        .<Minimiser>map(linear -> start(search.apply(linear.searched(x0)), linear))
        .orElseGet(() -> search.apply(x0));
  }

  Minimiser search() {
    return search;
  }

  EliminatingState state() {
    return state;
  }

  private Elimination elimination() {
    return state.elimination();
  }

  @Override
  public List<Candidate> candidates() {
    return search.candidates().stream()
        .map(
            candidate ->
                new Candidate(
                    candidate.id(),
                    elimination().whole(candidate.x()),
                    candidate.wanted(),
                    elimination()))
        .toList();
  }

  @Override
  public Eliminating advance(List<CandidateValue> evaluations) {
    List<CandidateValue> searched = new ArrayList<>();
    for (CandidateValue answer : evaluations) {
      searched.add(answer.searched(elimination()));
    }
    Minimiser next = search.advance(searched);
    double[] here = next.x();
    for (CandidateValue answer : evaluations) {
      if (answer.hasGradient()
          && answer.isFinite()
          && Arrays.equals(elimination().searched(answer.x()), here)) {
        return new Eliminating(
            next, new EliminatingState(elimination(), answer.x(), answer.gradient()));
      }
    }
    return new Eliminating(next, state);
  }

  @Override
  public Eliminating withStopping(StoppingRule stopping) {
    return new Eliminating(search.withStopping(stopping), state);
  }

  @Override
  public boolean finished() {
    return search.finished();
  }

  @Override
  public boolean converged() {
    return search.converged();
  }

  /** With the number of all elements on the bound, not only of those that are searched. */
  @Override
  public String reason() {
    int count = new Bounds(elimination().bound()).count(elimination().eliminated(state.x()));
    return count == 0 || !finished()
        ? search.reason()
        : search.reason() + Search.text("; of those that enter linearly: %d", count);
  }

  @Override
  public double[] x() {
    return state.x().clone();
  }

  @Override
  public double cost() {
    return search.cost();
  }

  @Override
  public double[] gradient() {
    return state.gradient().clone();
  }

  @Override
  public int iterations() {
    return search.iterations();
  }

  @Override
  public int evaluations() {
    return search.evaluations();
  }

  @Override
  public int passes() {
    return search.passes();
  }

  @Override
  public List<Iteration> history() {
    return search.history();
  }
}
