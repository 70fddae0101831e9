package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.ControlVectorFile;
import org.junit.jupiter.api.Test;

class ParameterEstimateTest {
  @Test
  void physicalRangesFollowTheTransforms() {
    // the first parameters are Vm25: p = p0 exp(x ln(1 + sigma/p0)) with sigma/p0 = 0.2
    ControlVector control =
        ControlVectorFile.standard().select(parameter -> parameter.number() <= LinearProblem.N);
    Posterior posterior = LinearProblem.sample().posterior();
    List<ParameterEstimate> estimates = ParameterEstimate.of(control, posterior);
    assertThat(estimates).hasSize(LinearProblem.N);
    for (int i = 0; i < estimates.size(); i++) {
      ParameterEstimate estimate = estimates.get(i);
      double sigma = posterior.sigma()[i];
      assertThat(estimate.parameter()).isEqualTo(control.parameter(i));
      assertThat(estimate.posterior()).isEqualTo(control.physical(posterior.x())[i]);
      assertThat(estimate.upper() / estimate.posterior())
          .isCloseTo(Math.pow(1.2, sigma), within(1e-12));
      assertThat(estimate.lower() / estimate.posterior())
          .isCloseTo(Math.pow(1.2, -sigma), within(1e-12));
      assertThat(estimate.reduction()).isCloseTo(100 * (1 - sigma), within(1e-12));
    }
    assertThat(estimates.get(LinearProblem.N - 1).reduction()).isZero();
  }
}
