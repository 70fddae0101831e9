package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final LinearProblem PROBLEM = LinearProblem.sample();

  private static double[][] jacobian() {
    NormalStream random = new NormalStream(31);
    return new double[][] {random.next(LinearProblem.N), random.next(LinearProblem.N)};
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Each part is N C K'd of its group: known in a linear problem. */
  @Test
  void splitsTheChangeByGroup() {
    Attribution attribution = Attribution.of(PROBLEM.posterior(), jacobian());
    assertThat(attribution.groups()).isEqualTo(PROBLEM.groups());
    for (int t = 0; t < 2; t++) {
      double[] row = PROBLEM.covariance().operate(jacobian()[t]);
      for (int g = 0; g < PROBLEM.groups().size(); g++) {
        double[] right = PROBLEM.k().get(g).transpose().operate(PROBLEM.d().get(g)).toArray();
        assertThat(attribution.parts()[t][g]).isCloseTo(product(row, right), within(1e-12));
        assertThat(Math.abs(attribution.parts()[t][g])).isGreaterThan(1e-3);
      }
      assertThat(attribution.remainder()[t]).isCloseTo(0, within(1e-12));
      assertThat(attribution.change(t))
          .isCloseTo(product(jacobian()[t], PROBLEM.minimum()), within(1e-12));
    }
  }

  /** Away from the minimum the parts and the remainder still sum to N x. */
  @Test
  void whatTheMinimiserLeftIsTheRemainder() {
    double[] x = new NormalStream(3).next(LinearProblem.N);
    Attribution attribution = Attribution.of(Posterior.at(x, PROBLEM.normal(x)), jacobian());
    assertThat(attribution.change(0)).isCloseTo(product(jacobian()[0], x), within(1e-12));
    assertThat(Math.abs(attribution.remainder()[0])).isGreaterThan(1e-3);
  }

  @Test
  void withoutTargetsThereIsNothingToSplit() {
    Attribution attribution = Attribution.of(PROBLEM.posterior(), new double[0][]);
    assertThat(attribution.groups()).hasSize(4);
    assertThat(attribution.parts()).isEmpty();
  }
}
