package org.ccdas.verify.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.junit.jupiter.api.Test;

class BenchWorldTest {
  @Test
  void theCostOfItsBlockDependsOnTheParameters() {
    BenchWorld world = BenchWorld.of(7);
    double[] x = new double[world.setup().control().size()];

    Evaluation evaluation = new LocalEvaluation(world.setup(), List.of(world.block())).gradient(x);

    assertThat(world.block().tiles()).hasSize(21);
    assertThat(world.tileDays()).isEqualTo(21 * 365);
    assertThat(evaluation.cost()).isPositive().isFinite();
    assertThat(Arrays.stream(evaluation.gradient()).filter(g -> g != 0).count()).isGreaterThan(50);
  }
}
