package org.ccdas.assimilate.minimise;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.MathArrays;

/**
 * Gauss-Newton with Levenberg-Marquardt damping: steps {@code -(H + mu D)^-1 g}, D the diagonal of
 * H, the damping mu set by the gain ratio, the actual over the promised fall of the cost. Spec
 * section 18.4; Marquardt (1963); Nocedal and Wright, Numerical Optimization (2006), section 10.3.
 *
 * <p>A round asks for the Hessian at the likeliest step only: where the last step went as promised
 * it is nearly always accepted. At the start, and after a step that went badly, the round also asks
 * for the cost alone, which is several times cheaper than the Hessian, at steps of stronger damping
 * and of half the length. When the likeliest step fails, the best of the others is taken, and no
 * pass was in vain.
 *
 * <p>Where CO2 ties a sum of parameters closely, the floor of the cost is a curved valley, and a
 * step along it ends on the slope: the cost rises, however good the direction was. So a step that
 * failed is given a second one, from where it ended, whose Hessian is there already; both together
 * count as one step. Chamberlain, Powell, Lemarechal and Pedersen, The watchdog technique (1982);
 * Nocedal and Wright, section 15.6.
 *
 * <p>Candidates stay in the box |x_i| <= bound: the step is the minimum of the damped model in the
 * box, so that none beyond is ever evaluated.
 */
public final class GaussNewton extends Search {
  /**
   * Settings of the search.
   *
   * @param damping mu of the first step, above 0
   * @param bound candidates keep |x_i| <= bound; above 0, infinite for none
   * @param distanceTolerance stop when g' H^-1 g, the squared distance to the minimum in posterior
   *     standard deviations, is below; not below 0
   * @param stopping when to stop else
   */
  public record Settings(
      double damping, double bound, double distanceTolerance, StoppingRule stopping)
      implements Serializable {
    /** Damping 1e-3, bound 4, squared distance 1e-4 (spec sections 18.2 and 18.4). */
    public static final Settings STANDARD =
        new Settings(1e-3, 4, 1e-4, new StoppingRule(0, 1e-7, 200, 400));

    /** Checks the ranges. */
    public Settings {
      if (!(damping > 0) || !(bound > 0) || !(distanceTolerance >= 0)) {
        throw new IllegalArgumentException(
            "Damping " + damping + ", bound " + bound + ", distance " + distanceTolerance);
      }
    }
  }

  /** Steps of a higher gain ratio are accepted. */
  private static final double ACCEPTED = 1e-4;

  /** Above this ratio the model is trusted more. */
  private static final double GOOD = 0.75;

  /** Below this ratio the model is trusted less. */
  private static final double POOR = 0.25;

  private static final double WEAKER = 5;
  private static final double STRONGER = 4;
  private static final double LEAST_DAMPING = 1e-12;

  /** A sum of many misfits is not exact to more than this share of itself. */
  private static final double ROUNDING = 1e-12;

  /** A gradient that has fallen to this share shows that the derivatives are right. */
  private static final double FLAT = 1e-6;

  private final GaussNewtonState state;

  GaussNewton(GaussNewtonState state) {
    super(
        new Bounds(state.settings().bound()),
        state.start(),
        state.point() == null ? null : state.point().iterate(),
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
  public static GaussNewton start(double[] x0, Settings settings) {
    return new GaussNewton(
        new GaussNewtonState(
            settings,
            within(settings.bound, x0),
            null,
            null,
            settings.damping,
            List.of(),
            0,
            0,
            List.of(),
            null));
  }

  @Override
  public GaussNewton withStopping(StoppingRule stopping) {
    Settings before = state.settings();
    Settings settings =
        new Settings(before.damping, before.bound, before.distanceTolerance, stopping);
    Outcome outcome = state.outcome();
    if (!state.trials().isEmpty()) {
      Outcome ended = outcome(settings, state.point(), state.history());
      outcome = ended != null ? ended : stopping.afterEvaluation(state.evaluations());
    }
    return new GaussNewton(
        new GaussNewtonState(
            settings,
            state.start(),
            state.point(),
            state.failed(),
            state.damping(),
            state.trials(),
            state.evaluations(),
            state.passes(),
            state.history(),
            outcome));
  }

  GaussNewtonState state() {
    return state;
  }

  @Override
  public List<Candidate> candidates() {
    if (finished()) {
      return List.of();
    }
    if (state.point() == null) {
      return List.of(new Candidate(0, state.start(), Derivative.HESSIAN));
    }
    List<Candidate> candidates = new ArrayList<>();
    // the limit of evaluations holds for what rides along too
    int most = stopping().maxEvaluations() - state.evaluations();
    for (Trial trial : state.trials().subList(0, Math.min(most, state.trials().size()))) {
      int id = state.evaluations() + candidates.size();
      candidates.add(new Candidate(id, trial.x(), trial.wanted()));
    }
    return candidates;
  }

  @Override
  public GaussNewton advance(List<CandidateValue> evaluations) {
    List<CandidateValue> answers = answers(evaluations);
    return state.point() == null ? begin(answers.get(0)) : judge(answers);
  }

  private GaussNewton begin(CandidateValue answer) {
    if (!answer.isFinite()) {
      Outcome outcome =
          new Outcome(false, "the cost or its derivatives are not finite at the start");
      return end(1, null, outcome);
    }
    return step(1, Linearisation.of(state.start(), answer), null, state.damping(), true);
  }

  private GaussNewton judge(List<CandidateValue> answers) {
    int known = lowest(answers, true);
    int cheap = lowest(answers, false);
    if (known >= 0) {
      Trial trial = state.trials().get(known);
      CandidateValue answer = answers.get(known);
      double gain = gain(trial, answer);
      if (gain >= POOR || cheap < 0 || answer.cost() <= answers.get(cheap).cost()) {
        Linearisation from = trial.secondOfTwo() ? state.failed() : state.point();
        double damping = damped(trial.damping(), gain);
        return step(answers.size(), from.next(trial.x(), answer), trial, damping, gain < GOOD);
      }
    }
    return cheap >= 0 ? derive(answers, cheap) : reject(answers);
  }

  /** Asks for the derivatives at a trial whose cost is known to be lower. */
  private GaussNewton derive(List<CandidateValue> answers, int cheap) {
    Trial trial = state.trials().get(cheap).withHessian();
    Linearisation failed = failed(answers.get(0));
    List<Trial> trials = new ArrayList<>(List.of(trial));
    if (failed != null) {
      Trial second = second(failed);
      // it is worth a Hessian only where it promises more than is known
      if (second.promised() > state.point().cost() - answers.get(cheap).cost()) {
        trials.add(second);
      }
    }
    return goOn(answers.size(), failed, trial.damping(), trials);
  }

  /** The likeliest trial, if it failed, has derivatives and was not a second step. */
  private Linearisation failed(CandidateValue answer) {
    Trial trial = state.trials().get(0);
    return answer.isFinite() && !trial.secondOfTwo() ? state.point().next(trial.x(), answer) : null;
  }

  private Trial second(Linearisation failed) {
    double damping = state.trials().get(0).damping();
    return new TrialSteps(failed, bounds).second(damping, state.point().cost());
  }

  /** Actual over promised fall of the cost; minus infinity where the cost has no value. */
  private double gain(Trial trial, CandidateValue answer) {
    if (!answer.isFinite()) {
      return Double.NEGATIVE_INFINITY;
    }
    // rho = (J - J(x + d)) / (J - m(d))
    return (state.point().cost() - answer.cost()) / trial.promised();
  }

  /**
   * The acceptable answer of lowest cost, among those with a Hessian or those without; -1 when
   * there is none.
   */
  private int lowest(List<CandidateValue> answers, boolean hessian) {
    int lowest = -1;
    for (int k = 0; k < answers.size(); k++) {
      Trial trial = state.trials().get(k);
      if (trial.hasHessian() == hessian
          && gain(trial, answers.get(k)) > ACCEPTED
          && (lowest < 0 || answers.get(k).cost() < answers.get(lowest).cost())) {
        lowest = k;
      }
    }
    return lowest;
  }

  private static double damped(double damping, double gain) {
    if (gain > GOOD) {
      return Math.max(LEAST_DAMPING, damping / WEAKER);
    }
    return gain < POOR ? damping * STRONGER : damping;
  }

  private GaussNewton reject(List<CandidateValue> answers) {
    Linearisation point = state.point();
    Trial likeliest = state.trials().get(0);
    double cost = Math.abs(point.cost());
    double promised = new TrialSteps(point, bounds).distance() / 2 / cost;
    if (promised <= ROUNDING) {
      String reason =
          text(
              "the cost is expected to fall by %.1e of itself, which is lost in rounding",
              promised);
      return end(answers.size(), point, new Outcome(true, reason));
    }
    if (likeliest.promised() <= ROUNDING * 1e-4 * cost) {
      return end(answers.size(), point, exhausted());
    }
    double strongest = 0;
    for (Trial trial : state.trials()) {
      strongest = Math.max(strongest, trial.damping());
    }
    double damping = strongest * STRONGER;
    List<Trial> trials = new ArrayList<>(new TrialSteps(point, bounds).withOthers(damping));
    Linearisation failed = failed(answers.get(0));
    if (failed != null) {
      Trial second = second(failed);
      if (second.promised() > 0) {
        trials.add(1, second);
      }
    }
    return goOn(answers.size(), failed, damping, trials);
  }

  /** However strong the damping, no step lowers the cost. */
  private Outcome exhausted() {
    double fell =
        MathArrays.safeNorm(state.point().downhill(bounds)) / state.history().get(0).gradientNorm();
    // near the minimum of a cost whose true Hessian is far from Gauss-Newton's
    return fell < FLAT
        ? new Outcome(
            true,
            text("no step lowers the cost, the gradient norm fell to %.1e of that at start", fell))
        : new Outcome(false, "no damped step lowers the cost: cost and derivatives do not agree");
  }

  /** Records the step to a point, null at the start, and prepares the next. */
  private GaussNewton step(
      int answered, Linearisation point, Trial taken, double damping, boolean cautious) {
    List<Iteration> history = new ArrayList<>(state.history());
    history.add(
        new Iteration(
            history.size(),
            state.evaluations() + answered,
            point.cost(),
            MathArrays.safeNorm(point.downhill(bounds)),
            taken == null ? 0 : taken.length(),
            taken == null ? 0 : taken.damping()));
    Outcome outcome = outcome(state.settings(), point, history);
    TrialSteps steps = new TrialSteps(point, bounds);
    List<Trial> trials =
        outcome != null && outcome.converged()
            ? List.of()
            : cautious ? steps.withOthers(damping) : steps.likeliest(damping);
    return next(answered, point, null, damping, trials, history, outcome);
  }

  /** The outcome at a point that a step has led to; null to go on. */
  private Outcome outcome(Settings settings, Linearisation point, List<Iteration> history) {
    double distance = new TrialSteps(point, bounds).distance();
    if (distance < settings.distanceTolerance) {
      return new Outcome(
          true,
          text(
              "the squared distance to the minimum is %.1e in posterior standard deviations,"
                  + " the tolerance is %.1e",
              distance, settings.distanceTolerance));
    }
    return settings.stopping.afterStep(history);
  }

  private GaussNewton goOn(int answered, Linearisation failed, double damping, List<Trial> trials) {
    Outcome outcome = stopping().afterEvaluation(state.evaluations() + answered);
    return next(answered, state.point(), failed, damping, trials, state.history(), outcome);
  }

  private GaussNewton end(int answered, Linearisation point, Outcome outcome) {
    return next(answered, point, null, state.damping(), List.of(), state.history(), outcome);
  }

  private GaussNewton next(
      int answered,
      Linearisation point,
      Linearisation failed,
      double damping,
      List<Trial> trials,
      List<Iteration> history,
      Outcome outcome) {
    return new GaussNewton(
        new GaussNewtonState(
            state.settings(),
            state.start(),
            point,
            failed,
            damping,
            trials,
            state.evaluations() + answered,
            state.passes() + 1,
            history,
            outcome));
  }

  private StoppingRule stopping() {
    return state.settings().stopping;
  }

  @Override
  public int passes() {
    return state.passes();
  }
}
