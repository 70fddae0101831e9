package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MinimaTest {
  @Test
  void minimaAgreeWithinATenthOfASigma() {
    LinearProblem problem = LinearProblem.sample();
    Posterior posterior = problem.posterior();
    Spectrum spectrum = posterior.spectrum();
    double[] near = posterior.x();
    double[] far = posterior.x();
    for (int i = 0; i < near.length; i++) {
      near[i] += 0.09 * spectrum.sigma(0) * spectrum.eigenvectors()[0][i];
      far[i] += 0.11 * spectrum.sigma(0) * spectrum.eigenvectors()[0][i];
    }
    Minima minima =
        Minima.of(
            posterior,
            List.of(posterior.x(), near, far),
            new double[] {1, 2, 3},
            new boolean[] {true, true, false});
    assertThat(minima.ends()).extracting(Minima.End::agrees).containsExactly(true, true, false);
    assertThat(minima.ends().get(2).squaredDistance()).isCloseTo(0.0121, within(1e-12));
    assertThat(minima.ends().get(2).converged()).isFalse();
    assertThat(minima.others()).isEqualTo(1);
  }
}
