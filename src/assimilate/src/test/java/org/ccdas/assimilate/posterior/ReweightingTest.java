package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ccdas.observe.normal.ObservationGroup;
import org.junit.jupiter.api.Test;

class ReweightingTest {
  private static final LinearProblem PROBLEM = LinearProblem.sample();

  private static void assertSame(Reweighting actual, LinearProblem expected) {
    double[] minimum = expected.minimum();
    for (int i = 0; i < minimum.length; i++) {
      assertThat(actual.x()[i]).isCloseTo(minimum[i], within(1e-12));
    }
    assertThat(actual.covariance().subtract(expected.covariance()).getNorm()).isLessThan(1e-12);
  }

  @Test
  void withoutAGroupIsTheProblemWithoutIt() {
    Reweighting actual =
        Reweighting.of(PROBLEM.posterior(), group -> group.stream().equals("co2") ? 0 : 1);
    assertSame(actual, PROBLEM.where(group -> !group.stream().equals("co2")));
    assertThat(actual.sigma()[0]).isGreaterThan(PROBLEM.posterior().sigma()[0]).isLessThan(1);
  }

  @Test
  void doubleWeightIsTheGroupTwice() {
    LinearProblem once = PROBLEM.where(group -> group.place().equals("MLO"));
    LinearProblem twice =
        new LinearProblem(
            List.of(once.groups().get(0), new ObservationGroup("co2", "MLO2", 0)),
            List.of(once.k().get(0), once.k().get(0)),
            List.of(once.d().get(0), once.d().get(0)));
    assertSame(Reweighting.of(once.posterior(), group -> 2), twice);
  }

  @Test
  void allWeightsZeroIsThePrior() {
    Reweighting prior = Reweighting.of(PROBLEM.posterior(), group -> 0);
    assertThat(prior.x()).containsOnly(0);
    assertThat(prior.sigma()).containsOnly(1);
  }

  @Test
  void refusesNegativeWeights() {
    assertThatThrownBy(() -> Reweighting.of(PROBLEM.posterior(), group -> -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("co2 MLO");
  }
}
