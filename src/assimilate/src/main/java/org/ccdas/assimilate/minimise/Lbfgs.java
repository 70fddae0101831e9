package org.ccdas.assimilate.minimise;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.MathArrays;

/**
 * Limited-memory BFGS with a strong Wolfe line search: Nocedal and Wright, Numerical Optimization
 * (2006), algorithms 3.5, 3.6, 7.4 and 7.5. Spec section 18.4.
 *
 * <p>Candidates stay in the box |x_i| <= bound: a step that would leave it is cut at the wall
 * before it is evaluated, and elements on the wall stay there while the direction pushes them
 * outwards. When a line search fails, the memory is dropped and the search goes on along the
 * steepest descent; a second failure in a row ends it.
 */
public final class Lbfgs extends Search {
  /**
   * Settings of the search.
   *
   * @param memory steps remembered, at least 1
   * @param bound candidates keep |x_i| <= bound; above 0, infinite for none
   * @param stopping when to stop
   */
  public record Settings(int memory, double bound, StoppingRule stopping) implements Serializable {
    /** 20 steps remembered, bound 4 (spec section 18.2). */
    public static final Settings STANDARD = new Settings(20, 4, StoppingRule.STANDARD);

    /** Checks the ranges. */
    public Settings {
      if (memory < 1) {
        throw new IllegalArgumentException("A memory of " + memory + " steps");
      }
      if (!(bound > 0)) {
        throw new IllegalArgumentException("The bound must be above 0, got " + bound);
      }
    }
  }

  /** A sum of many misfits is not exact to more than this share of itself. */
  private static final double ROUNDING = 1e-12;

  private final LbfgsState state;

  Lbfgs(LbfgsState state) {
    super(
        new Bounds(state.settings().bound()),
        state.start(),
        state.best(),
        state.evaluations(),
        state.history(),
        state.outcome());
    this.state = state;
  }

  /**
   * The state before the first evaluation.
   *
   * @param x0 the start, n values within the bound
   */
  public static Lbfgs start(double[] x0, Settings settings) {
    return new Lbfgs(
        new LbfgsState(settings, within(settings.bound, x0), null, null, 0, List.of(), null));
  }

  @Override
  public Lbfgs withStopping(StoppingRule stopping) {
    Outcome outcome = state.outcome();
    if (state.descent() != null && state.descent().searching()) {
      Outcome ended = stopping.afterStep(state.history());
      outcome = ended != null ? ended : stopping.afterEvaluation(state.evaluations());
    }
    Settings settings = new Settings(state.settings().memory, state.settings().bound, stopping);
    return new Lbfgs(
        new LbfgsState(
            settings,
            state.start(),
            state.descent(),
            state.best(),
            state.evaluations(),
            state.history(),
            outcome));
  }

  LbfgsState state() {
    return state;
  }

  @Override
  public List<Candidate> candidates() {
    return finished()
        ? List.of()
        : List.of(new Candidate(state.evaluations(), trial(), Derivative.GRADIENT));
  }

  private double[] trial() {
    return state.descent() == null ? state.start() : state.descent().trial(bounds);
  }

  @Override
  public Lbfgs advance(List<CandidateValue> evaluations) {
    CandidateValue answer = answers(evaluations).get(0);
    Iterate point =
        answer.isFinite() ? new Iterate(trial(), answer.cost(), answer.gradient()) : null;
    return state.descent() == null ? begin(point) : search(point);
  }

  private Lbfgs begin(Iterate point) {
    if (point == null) {
      String reason = "the cost or its gradient is not finite at the start";
      return next(null, null, List.of(), new Outcome(false, reason));
    }
    CurvatureMemory memory = CurvatureMemory.empty(state.settings().memory);
    return step(point, 0, memory, point, false);
  }

  private Lbfgs search(Iterate point) {
    Iterate best = point != null && point.cost() < state.best().cost() ? point : state.best();
    Descent descent = state.descent().advance(point);
    return switch (descent.line().phase()) {
      case SEARCHING -> {
        Outcome outcome = stopping().afterEvaluation(state.evaluations() + 1);
        yield next(descent, best, state.history(), outcome);
      }
      case ACCEPTED -> {
        CurvatureMemory memory = descent.memory().with(descent.from(), point);
        yield step(point, descent.line().trial(), memory, best, false);
      }
      case FAILED -> restart(descent, best);
    };
  }

  /** Goes on along the steepest descent from the best point, if that is anything new. */
  private Lbfgs restart(Descent failed, Iterate best) {
    boolean lower = best.cost() < failed.from().cost();
    boolean steepest = failed.memory().pairs().isEmpty();
    // the model of the cost promises a fall of g'Hg / 2
    double promised = -failed.line().slope0() / 2 / Math.abs(failed.from().cost());
    if (!steepest && promised <= ROUNDING) {
      String reason =
          text(
              "the cost is expected to fall by %.1e of itself, which is lost in rounding",
              promised);
      return next(failed, best, state.history(), new Outcome(true, reason));
    }
    if (failed.restarted() || steepest && !lower) {
      String reason =
          "no step along the steepest descent lowers the cost: cost and gradient do not agree";
      return next(failed, best, state.history(), new Outcome(false, reason));
    }
    CurvatureMemory memory = CurvatureMemory.empty(state.settings().memory);
    if (lower) {
      return step(best, failed.step(best), memory, best, true);
    }
    Descent descent = Descent.from(failed.from(), memory, bounds, true);
    return next(descent, best, state.history(), stopping().afterEvaluation(evaluations() + 1));
  }

  /** Records the step to a point and begins the next line search there. */
  private Lbfgs step(
      Iterate point, double length, CurvatureMemory memory, Iterate best, boolean restarted) {
    double gradientNorm = MathArrays.safeNorm(Descent.downhill(point, bounds));
    List<Iteration> history = new ArrayList<>(state.history());
    int iteration = history.size();
    history.add(
        new Iteration(iteration, state.evaluations() + 1, point.cost(), gradientNorm, length, 0));
    Descent descent = Descent.from(point, memory, bounds, restarted);
    return next(descent, best, history, stopping().afterStep(history));
  }

  private Lbfgs next(Descent descent, Iterate best, List<Iteration> history, Outcome outcome) {
    return new Lbfgs(
        new LbfgsState(
            state.settings(),
            state.start(),
            descent,
            best,
            state.evaluations() + 1,
            history,
            outcome));
  }

  private StoppingRule stopping() {
    return state.settings().stopping;
  }

  @Override
  public int passes() {
    return evaluations();
  }
}
