package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class EnsembleSpreadTest {
  @Test
  void comparesTheSpreadWithTheLinearEstimate() {
    EnsembleSpread spread = EnsembleSpread.of(new double[] {1, 2, 3, 4}, 2);
    assertThat(spread.mean()).isEqualTo(2.5);
    assertThat(spread.sigma()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-15));
    assertThat(spread.ratio()).isCloseTo(spread.sigma() / 2, within(1e-15));
    assertThatThrownBy(() -> EnsembleSpread.of(new double[1], 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** For a linear target the spread of posterior draws is the linear estimate. */
  @Test
  void aLinearTargetHasTheLinearSpread() {
    Posterior posterior = LinearProblem.sample().posterior();
    double[] row = new NormalStream(31).next(LinearProblem.N);
    NormalStream random = new NormalStream(8);
    double[] values = new double[400];
    for (int k = 0; k < values.length; k++) {
      double[] x = posterior.draw(random);
      for (int i = 0; i < x.length; i++) {
        values[k] += row[i] * x[i];
      }
    }
    double linear = TargetEstimate.sigma(row, posterior.covariance());
    EnsembleSpread spread = EnsembleSpread.of(values, linear);
    assertThat(spread.samplingError()).isCloseTo(0.0354, within(1e-4));
    assertThat(spread.ratio()).isCloseTo(1, within(3 * spread.samplingError()));
  }
}
