package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LbfgsTest extends MinimiserTest {
  @Override
  Minimiser start(double[] x0, double bound, StoppingRule stopping) {
    return Lbfgs.start(x0, new Lbfgs.Settings(10, bound, stopping));
  }

  @Test
  void firstStepHasLengthOneAtMost() {
    Lbfgs steep =
        Lbfgs.start(new double[2], Lbfgs.Settings.STANDARD)
            .advance(List.of(CandidateValue.of(0, 5, new double[] {300, -400})));
    assertThat(steep.candidates().get(0).x()).containsExactly(-0.6, 0.8);
    Lbfgs gentle =
        Lbfgs.start(new double[2], Lbfgs.Settings.STANDARD)
            .advance(List.of(CandidateValue.of(0, 5, new double[] {0.3, -0.4})));
    assertThat(gentle.candidates().get(0).x()).containsExactly(-0.3, 0.4);
  }

  @Test
  void givesUpWhereTheGradientIsWrong() {
    Minimiser end =
        run(
            Lbfgs.start(new double[] {1, 1}, Lbfgs.Settings.STANDARD),
            (id, x) ->
                CandidateValue.of(id, x[0] * x[0] + x[1] * x[1], new double[] {-2 * x[0], -2}));
    assertThat(end.converged()).isFalse();
    assertThat(end.reason()).contains("cost and gradient do not agree");
    assertThat(end.x()).containsExactly(1, 1);
  }

  @Test
  void restartsOnceWhenALineSearchFails() {
    // from the sixth evaluation to the first failure the cost looks flat and useless
    Problem problem = PublishedProblems.all().get(0);
    Lbfgs minimiser = Lbfgs.start(problem.start(), Lbfgs.Settings.STANDARD);
    while (minimiser.iterations() < 3) {
      minimiser = minimiser.advance(answer(minimiser, problem::evaluate));
    }
    int blocked = 0;
    while (!minimiser.state().descent().restarted()) {
      int id = minimiser.candidates().get(0).id();
      minimiser = minimiser.advance(List.of(CandidateValue.of(id, Double.NaN)));
      blocked++;
    }
    assertThat(blocked).isBetween(10, 60);
    assertThat(minimiser.state().descent().memory().pairs()).isEmpty();
    assertThat(minimiser.finished()).isFalse();
    Minimiser end = run(minimiser, problem::evaluate);
    assertThat(end.converged()).as(end.reason()).isTrue();
    Minimiser failed = run(minimiser, (id, x) -> CandidateValue.of(id, Double.NaN));
    assertThat(failed.converged()).isFalse();
  }

  @Test
  void goesOnUnderAnotherStoppingRule() {
    Problem problem = PublishedProblems.all().get(0);
    Lbfgs.Settings few =
        new Lbfgs.Settings(10, Double.POSITIVE_INFINITY, new StoppingRule(1e-8, 0, 100, 12));
    Lbfgs.Settings many =
        new Lbfgs.Settings(10, Double.POSITIVE_INFINITY, new StoppingRule(1e-8, 0, 100, 200));
    Lbfgs stopped = (Lbfgs) run(Lbfgs.start(problem.start(), few), problem::evaluate);
    assertThat(stopped.reason()).contains("12 evaluations");
    Minimiser later = run(stopped.withStopping(many.stopping()), problem::evaluate);
    Minimiser straight = run(Lbfgs.start(problem.start(), many), problem::evaluate);
    assertThat(later.x()).isEqualTo(straight.x());
    assertThat(later.history()).isEqualTo(straight.history());
    assertThat(stopped.withStopping(few.stopping()).finished()).isTrue();
  }

  @Test
  void refusesSettingsWithoutMeaning() {
    assertThatThrownBy(() -> new Lbfgs.Settings(0, 4, StoppingRule.STANDARD))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Lbfgs.Settings(5, 0, StoppingRule.STANDARD))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Lbfgs.start(new double[0], Lbfgs.Settings.STANDARD))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
