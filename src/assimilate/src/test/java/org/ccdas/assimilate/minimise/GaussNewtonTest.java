package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

class GaussNewtonTest extends MinimiserTest {
  private static final Problem ROSENBROCK = PublishedProblems.all().get(0);

  @Override
  Minimiser start(double[] x0, double bound, StoppingRule stopping) {
    return GaussNewton.start(x0, new GaussNewton.Settings(1e-3, bound, 0, stopping));
  }

  private static GaussNewton afterFirst(double cost, double[] gradient, double[] hessian) {
    return GaussNewton.start(new double[gradient.length], GaussNewton.Settings.STANDARD)
        .advance(List.of(CandidateValue.of(0, cost, gradient, hessian)));
  }

  @Test
  void theStepIsDampedByTheDiagonal() {
    // H = (4 1; 1 3), mu = 1e-3: (4.004 1; 1 3.003) d = -g
    GaussNewton minimiser = afterFirst(9, new double[] {1, -2}, new double[] {4, 1, 3});
    double determinant = 4.004 * 3.003 - 1;
    double[] step = minimiser.candidates().get(0).x();
    assertThat(step[0]).isCloseTo((-3.003 - 2) / determinant, within(1e-15));
    assertThat(step[1]).isCloseTo((1 + 2 * 4.004) / determinant, within(1e-15));
  }

  @Test
  void asksForOtherStepsAtFirstAndNotWhereTheModelHolds() {
    GaussNewton minimiser = afterFirst(9, new double[] {1, -2}, new double[] {4, 1, 3});
    assertThat(minimiser.candidates())
        .extracting(Candidate::wanted)
        .containsExactly(Derivative.HESSIAN, Derivative.COST, Derivative.COST, Derivative.COST);
    assertThat(minimiser.candidates()).extracting(Candidate::id).containsExactly(1, 2, 3, 4);
    double promised = minimiser.state().trials().get(0).promised();
    Minimiser next =
        minimiser.advance(
            List.of(
                CandidateValue.of(
                    1, 9 - 0.9 * promised, new double[] {0.1, 0}, new double[] {4, 1, 3}),
                CandidateValue.of(2, 9),
                CandidateValue.of(3, 9),
                CandidateValue.of(4, 9)));
    assertThat(next.candidates()).extracting(Candidate::wanted).containsExactly(Derivative.HESSIAN);
    assertThat(next.passes()).isEqualTo(2);
    assertThat(next.evaluations()).isEqualTo(5);
    assertThat(((GaussNewton) next).state().damping()).isEqualTo(1e-3 / 5);
  }

  @Test
  void takesTheBestOtherStepWhereTheLikeliestFails() {
    GaussNewton minimiser = afterFirst(9, new double[] {1, -2}, new double[] {4, 1, 3});
    double[] second = minimiser.candidates().get(2).x();
    GaussNewton known =
        minimiser.advance(
            List.of(
                CandidateValue.of(1, Double.NaN),
                CandidateValue.of(2, 8.9),
                CandidateValue.of(3, 8.6),
                CandidateValue.of(4, Double.POSITIVE_INFINITY)));
    // its cost is known, the derivatives are wanted, and nothing else
    assertThat(known.candidates()).containsExactly(new Candidate(5, second, Derivative.HESSIAN));
    assertThat(known.iterations()).isZero();
    GaussNewton there =
        known.advance(
            List.of(CandidateValue.of(5, 8.6, new double[] {1, 0}, new double[] {4, 1, 3})));
    assertThat(there.x()).isEqualTo(second);
    assertThat(there.history().get(1).damping()).isEqualTo(0.016);
    assertThat(there.history().get(1).evaluations()).isEqualTo(6);
  }

  @Test
  void aStepThatFailedIsGivenASecondOne() {
    GaussNewton minimiser = afterFirst(9, new double[] {1, -2}, new double[] {4, 1, 3});
    double[] failed = minimiser.candidates().get(0).x();
    double[] third = minimiser.candidates().get(3).x();
    // it ended at 11, from where a model promises to fall by 2.5^2 / 2 / 1 = 3.1
    CandidateValue slope = CandidateValue.of(1, 11, new double[] {2.5, 0}, new double[] {1, 0, 1});
    GaussNewton both =
        minimiser.advance(
            List.of(
                slope,
                CandidateValue.of(2, 9),
                CandidateValue.of(3, 9),
                CandidateValue.of(4, 8.9)));
    // the step of half the length is known to be lower, the second step may be lower still
    assertThat(both.candidates()).hasSize(2);
    assertThat(both.candidates().get(0)).isEqualTo(new Candidate(5, third, Derivative.HESSIAN));
    Candidate second = both.candidates().get(1);
    assertThat(second.wanted()).isEqualTo(Derivative.HESSIAN);
    // scale (4, 3) of the first point, mu = 1e-3, a hundred times as much for the second step
    assertThat(second.x()[0]).isCloseTo(failed[0] - 2.5 / 1.4, within(1e-12));
    assertThat(second.x()[1]).isCloseTo(failed[1], within(1e-12));
    CandidateValue half = CandidateValue.of(5, 8.9, new double[] {1, 0}, new double[] {4, 1, 3});
    CandidateValue low = CandidateValue.of(6, 7.9, new double[] {0.1, 0}, new double[] {1, 0, 1});
    CandidateValue high = CandidateValue.of(6, 8.95, new double[] {0.1, 0}, new double[] {1, 0, 1});
    assertThat(both.advance(List.of(half, low)).x()).isEqualTo(second.x());
    assertThat(both.advance(List.of(half, low)).history().get(1).step()).isEqualTo(1);
    assertThat(both.advance(List.of(half, high)).x()).isEqualTo(third);
    assertThat(both.advance(List.of(half, high)).history().get(1).step()).isEqualTo(0.5);
    // where no other step is lower it rides along with those of stronger damping
    GaussNewton damped =
        minimiser.advance(
            List.of(
                slope, CandidateValue.of(2, 9), CandidateValue.of(3, 9), CandidateValue.of(4, 9)));
    assertThat(damped.candidates().get(1).x()).isEqualTo(second.x());
    assertThat(damped.candidates())
        .extracting(Candidate::wanted)
        .startsWith(Derivative.HESSIAN, Derivative.HESSIAN)
        .hasSize(5);
  }

  /** Passes of a search to a minimum at the origin or at (1, 1), of known cost. */
  private int passes(Problem problem) {
    Minimiser end =
        run(start(problem.start(), 1e9, new StoppingRule(1e-8, 0, 1000, 2000)), problem::evaluate);
    assertThat(end.converged()).as(end.reason()).isTrue();
    assertThat(end.cost()).isCloseTo(problem.minima()[0], within(1e-12));
    return end.passes();
  }

  @Test
  void learnsTheCurvatureThatGaussNewtonLacks() {
    // J = x^2 + (3 + x^2/2)^2 + y^2: at the minimum the Gauss-Newton Hessian has 2 where the true
    // one has 8, so that an undamped step goes four times too far
    Problem largeResidual =
        new Problem(
            "large residual",
            new double[] {0.3, 1},
            new double[] {9},
            null,
            x -> new DerivativeStructure[] {x[0], x[0].multiply(x[0]).divide(2).add(3), x[1]});
    assertThat(passes(largeResidual)).isLessThan(9);
  }

  @Test
  void followsACurvedValley() {
    // Rosenbrock's with a hundred times steeper slopes: a step along the valley ends on one
    Problem valley =
        new Problem(
            "curved valley",
            new double[] {-1.2, 1.44},
            new double[] {0},
            null,
            x ->
                new DerivativeStructure[] {
                  x[1].subtract(x[0].multiply(x[0])).multiply(1e3), x[0].negate().add(1)
                });
    assertThat(passes(valley)).isLessThan(50);
  }

  @Test
  void dampsMoreWhereAllStepsFail() {
    GaussNewton minimiser = afterFirst(9, new double[] {1, -2}, new double[] {4, 1, 3});
    GaussNewton next =
        minimiser.advance(
            List.of(
                CandidateValue.of(1, 10, new double[2], new double[3]),
                CandidateValue.of(2, Double.NaN),
                CandidateValue.of(3, 9.1),
                CandidateValue.of(4, 9.2)));
    assertThat(next.state().trials().get(0).damping()).isEqualTo(4 * 0.016);
    assertThat(next.x()).containsExactly(0, 0);
    assertThat(next.cost()).isEqualTo(9);
  }

  @Test
  void stopsNearTheMinimumAndSaysHowNear() {
    GaussNewton minimiser = afterFirst(9, new double[] {1, -2}, new double[] {4, 1, 3});
    GaussNewton near =
        minimiser.advance(
            List.of(
                // g' H^-1 g = 0.018^2 / 4
                CandidateValue.of(1, 8.2, new double[] {0.018, 0}, new double[] {4, 0, 3}),
                CandidateValue.of(2, 9),
                CandidateValue.of(3, 9),
                CandidateValue.of(4, 9)));
    assertThat(near.converged()).isTrue();
    assertThat(near.reason())
        .isEqualTo(
            "the squared distance to the minimum is 8.1e-05 in posterior standard deviations,"
                + " the tolerance is 1.0e-04");
  }

  @Test
  void needsFewPassesWhereLbfgsNeedsMany() {
    StoppingRule stopping = new StoppingRule(1e-8, 0, 1000, 2000);
    // small residuals, as of a model that fits: Bard, box, Powell singular, Watson
    for (int k : new int[] {6, 7, 8, 12}) {
      Problem problem = PublishedProblems.all().get(k);
      Minimiser newton = run(start(problem.start(), 1e9, stopping), problem::evaluate);
      Minimiser lbfgs =
          run(
              Lbfgs.start(problem.start(), new Lbfgs.Settings(20, 1e9, stopping)),
              problem::evaluate);
      assertThat(newton.passes()).as(problem.name()).isLessThan(lbfgs.passes() / 2);
    }
  }

  @Test
  void givesUpWhereTheDerivativesAreWrong() {
    Minimiser end =
        run(
            GaussNewton.start(new double[] {1, 1}, GaussNewton.Settings.STANDARD),
            (id, x) ->
                CandidateValue.of(
                    id,
                    x[0] * x[0] + x[1] * x[1],
                    new double[] {-2 * x[0], -2 * x[1]},
                    new double[] {2, 0, 2}));
    assertThat(end.converged()).isFalse();
    assertThat(end.reason()).contains("cost and derivatives do not agree");
    assertThat(end.x()).containsExactly(1, 1);
  }

  @Test
  void goesOnUnderAnotherStoppingRule() {
    StoppingRule few = new StoppingRule(1e-10, 0, 100, 9);
    StoppingRule many = new StoppingRule(1e-10, 0, 100, 500);
    Minimiser straight = run(start(ROSENBROCK.start(), 99, many), ROSENBROCK::evaluate);
    Minimiser stopped = run(start(ROSENBROCK.start(), 99, few), ROSENBROCK::evaluate);
    assertThat(stopped.converged()).isFalse();
    assertThat(stopped.evaluations()).isEqualTo(9);
    Minimiser later = run(stopped.withStopping(many), ROSENBROCK::evaluate);
    assertThat(later.converged()).isTrue();
    assertThat(later.cost()).isLessThan(1e-15);
    assertThat(straight.cost()).isLessThan(1e-15);
    assertThat(stopped.withStopping(few).finished()).isTrue();
  }

  @Test
  void refusesSettingsWithoutMeaning() {
    StoppingRule any = StoppingRule.STANDARD;
    assertThatThrownBy(() -> new GaussNewton.Settings(0, 4, 0, any))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GaussNewton.Settings(1e-3, Double.NaN, 0, any))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GaussNewton.Settings(1e-3, 4, -1, any))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
