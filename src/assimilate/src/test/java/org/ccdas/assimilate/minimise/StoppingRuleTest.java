package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoppingRuleTest {
  private static final StoppingRule RULE = new StoppingRule(1e-4, 1e-7, 6, 20);

  /** A history with these costs and gradient norms. */
  private static List<Iteration> history(double[] costs, double... norms) {
    List<Iteration> history = new ArrayList<>();
    for (int k = 0; k < costs.length; k++) {
      history.add(new Iteration(k, k + 1, costs[k], norms[Math.min(k, norms.length - 1)], 1, 0));
    }
    return history;
  }

  private static double[] costs(double... costs) {
    return costs;
  }

  @Test
  void goesOnAtFirst() {
    assertThat(RULE.afterStep(history(costs(100), 5))).isNull();
    assertThat(RULE.afterStep(history(costs(100, 100, 100), 5))).isNull();
  }

  @Test
  void stopsByTheGradient() {
    Outcome outcome = RULE.afterStep(history(costs(100, 50), 5, 4.9e-4));
    assertThat(outcome.converged()).isTrue();
    assertThat(outcome.reason())
        .isEqualTo(
            "the gradient norm fell to 9.8e-05 of that at the start, the tolerance is 1.0e-04");
    assertThat(RULE.afterStep(history(costs(100, 50), 5, 5.1e-4))).isNull();
  }

  @Test
  void stopsByTheCostOverThreeSteps() {
    Outcome outcome = RULE.afterStep(history(costs(9, 1 + 9e-8, 1 + 5e-8, 1 + 1e-8, 1), 5));
    assertThat(outcome.converged()).isTrue();
    assertThat(outcome.reason()).contains("9.0e-08 of itself in the last 3 steps");
    assertThat(RULE.afterStep(history(costs(9, 1 + 2e-7, 1 + 2e-8, 1 + 1e-8, 1), 5))).isNull();
    // costs below zero fall as well
    assertThat(RULE.afterStep(history(costs(9, -1, -1, -1, -1 - 1e-8), 5))).isNotNull();
    assertThat(new StoppingRule(0, 0, 9, 9).afterStep(history(costs(1, 1, 1, 1), 5))).isNull();
  }

  @Test
  void stopsAtItsLimits() {
    Outcome iterations = RULE.afterStep(history(costs(7, 6, 5, 4, 3, 2, 1), 5));
    assertThat(iterations.converged()).isFalse();
    assertThat(iterations.reason()).isEqualTo("the limit of 6 iterations was reached");
    assertThat(RULE.afterEvaluation(19)).isNull();
    assertThat(RULE.afterEvaluation(20).reason())
        .isEqualTo("the limit of 20 evaluations was reached");
    assertThat(new StoppingRule(0, 0, 9, 3).afterStep(history(costs(3, 2, 1), 5))).isNotNull();
  }

  @Test
  void refusesRulesWithoutMeaning() {
    assertThatThrownBy(() -> new StoppingRule(-1, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StoppingRule(0, Double.NaN, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StoppingRule(0, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
