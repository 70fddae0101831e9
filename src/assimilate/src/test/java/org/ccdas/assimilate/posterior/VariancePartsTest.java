package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.control.Scope;
import org.ccdas.inputs.control.Transform;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.ObservationGroup;
import org.junit.jupiter.api.Test;

/** The observation is the sum of land, offset and a background flux; the target is the land. */
class VariancePartsTest {
  private static Parameter parameter(int number, String symbol) {
    return new Parameter(
        number, symbol, Scope.parse("global"), 1, 0.5, "-", new Transform.Identity(), "");
  }

  private static Posterior posterior(double errorVariance) {
    double[] hessian = new double[LowerTriangle.length(3)];
    LowerTriangle.addOuter(hessian, 1 / errorVariance, new double[] {1, 1, 1});
    GroupSystem system =
        new GroupSystem(new ObservationGroup("co2", "sum", 0), 0, new double[3], hessian);
    return Posterior.at(new double[3], new NormalSystem(3, List.of(system)));
  }

  /**
   * By hand: with r = variance of the error and of what else is unknown, all priors 1, the variance
   * of one term is 1 - 1 / (1 + r) = r / (1 + r).
   */
  @Test
  void theyAreWhatEachUnknownAdds() {
    ControlVector control =
        new ControlVector(
            List.of(parameter(1, "Q10_f"), parameter(2, "c0"), parameter(3, "f_ocean")));
    double error = 0.01;
    VarianceParts parts =
        VarianceParts.of(control, posterior(error), new double[][] {{2, 0, 0}, {0, 0, 1}});
    assertThat(parts.sources()).containsExactly(VarianceParts.LAND, "c0", "f_ocean");
    double known = 4 * error / (1 + error);
    double offset = 4 * (1 + error) / (2 + error);
    double all = 4 * (2 + error) / (3 + error);
    assertThat(parts.parts()[0])
        .containsExactly(new double[] {known, offset - known, all - offset}, within(1e-12));
    // a target that only the last sees
    assertThat(parts.parts()[1])
        .containsExactly(new double[] {0, 0, (2 + error) / (3 + error)}, within(1e-12));
  }
}
