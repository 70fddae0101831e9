package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.verify.check.CheckResult;
import org.junit.jupiter.api.Test;

class ReducedCostChecksTest {
  @Test
  void gradientAndHessianOfTheReducedCostHold() {
    CheckWorld world = CheckWorld.of(4);
    double[] x =
        Arrays.stream(new NormalStream(6).next(world.setup().control().size()))
            .map(value -> 0.3 * value)
            .toArray();
    List<CheckResult> results = new ReducedCostChecks(world, 1).check("reduced cost", x);
    assertThat(results)
        .extracting(CheckResult::check)
        .containsExactly("gradient of the pass", "gradient, differences", "Hessian, differences");
    for (CheckResult result : results) {
      assertThat(result.passed()).as(result.toString()).isTrue();
    }
  }
}
