package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.region.Regions;
import org.junit.jupiter.api.Test;

class TargetEstimateTest {
  private static final Target NEP =
      new Target(new Region(Regions.GLOBE, Regions.GLOBE), Target.Quantity.NEP, 2012);
  private static final Target GPP =
      new Target(new Region("transcom", "Europe"), Target.Quantity.GPP, 0);
  private static final RealMatrix COVARIANCE =
      MatrixUtils.createRealMatrix(new double[][] {{0.25, 0.1}, {0.1, 0.5}});

  @Test
  void sigmasArePropagatedFromTheControlVector() {
    TargetJacobian jacobian =
        new TargetJacobian(
            List.of(NEP, GPP), new double[] {2, 150}, new double[][] {{3, 4}, {0, 0}});
    List<TargetEstimate> estimates = jacobian.estimates(new double[] {1, 140}, COVARIANCE);
    TargetEstimate nep = estimates.get(0);
    assertThat(nep.prior()).isEqualTo(1);
    assertThat(nep.posterior()).isEqualTo(2);
    assertThat(nep.priorSigma()).isEqualTo(5);
    // 9 / 4 + 2 * 12 / 10 + 16 / 2
    assertThat(nep.posteriorSigma()).isCloseTo(Math.sqrt(2.25 + 2.4 + 8), within(1e-14));
    assertThat(nep.reduction()).isCloseTo(100 * (1 - Math.sqrt(12.65) / 5), within(1e-12));
    assertThat(estimates.get(1).posteriorSigma()).isZero();
    assertThat(estimates.get(1).reduction()).isNaN();
    assertThat(jacobian.sigma(COVARIANCE)).containsExactly(nep.posteriorSigma(), 0);
  }

  @Test
  void labelsAreForPeople() {
    assertThat(NEP.label()).isEqualTo("NEP globe 2012");
    assertThat(GPP.label()).isEqualTo("GPP transcom Europe mean");
  }

  @Test
  void refusesSizesThatDiffer() {
    assertThatThrownBy(() -> new TargetJacobian(List.of(NEP), new double[2], new double[1][]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
