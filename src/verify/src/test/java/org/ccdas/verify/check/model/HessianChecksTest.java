package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.verify.check.CheckResult;
import org.junit.jupiter.api.Test;

class HessianChecksTest {
  private static final CheckWorld WORLD = CheckWorld.of(4);
  private static final HessianChecks CHECKS = new HessianChecks(WORLD, 1);

  private static double[] point() {
    double[] x = new NormalStream(6).next(WORLD.setup().control().size());
    return Arrays.stream(x).map(value -> 0.3 * value).toArray();
  }

  @Test
  void thePassHolds() {
    List<CheckResult> results = CHECKS.check("whole cost", point());
    assertThat(results.get(0).check()).isEqualTo("gradient of the pass");
    List<CheckResult> differences = results.subList(1, results.size());
    assertThat(differences)
        .as("one of each stream")
        .extracting(CheckResult::subject)
        .containsExactlyElementsOf(
            ObservationStreams.names().stream().map(name -> "whole cost, " + name).toList());
    assertThat(differences).extracting(CheckResult::check).containsOnly("Hessian, differences");
    for (CheckResult result : results) {
      assertThat(result.passed()).as(result.toString()).isTrue();
    }
  }

  @Test
  void anElementThatDiffersIsNamed() {
    double[] expected = point();
    double[] found = expected.clone();
    found[14] += 1e-9;
    CheckResult result = CHECKS.gradient("whole cost", found, expected);
    assertThat(result.passed()).isFalse();
    assertThat(result.detail()).startsWith(WORLD.setup().control().parameter(14).label());
    found[14] = Double.NaN;
    assertThat(CHECKS.gradient("whole cost", found, expected).passed()).isFalse();
    assertThat(CHECKS.gradient("whole cost", new double[101], new double[101]).passed()).isFalse();
  }
}
