package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.bethy.lane.StageKernels;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.verify.check.AdjointIdentity;
import org.ccdas.verify.check.CheckResult;
import org.ccdas.verify.check.DerivativeCheck;
import org.ccdas.verify.check.TaylorTest;
import org.junit.jupiter.api.Test;

class CostProblemTest {
  private static final CheckWorld WORLD = CheckWorld.of(1);
  private static final DerivativeCheck IDENTITY = new AdjointIdentity(1e-11, 1, 1);
  private static final DerivativeCheck TAYLOR = new TaylorTest(0.1, 1e-11, 21, 1, 1);

  private static CostProblem cost(Function<Boolean, StageKernels> kernels) {
    return new CostProblem(new LocalEvaluation(WORLD.setup(), WORLD.blocks(), kernels));
  }

  private static CheckResult check(DerivativeCheck check, CostProblem cost) {
    return check.check("cost", cost, MathArrays.scale(0.3, new NormalStream(2).next(102)));
  }

  @Test
  void derivativesOfTheWholeCostHold() {
    CostProblem cost = cost(StageKernels::of);
    assertThat(check(IDENTITY, cost).passed()).as(check(IDENTITY, cost).detail()).isTrue();
    assertThat(check(TAYLOR, cost).passed()).as(check(TAYLOR, cost).detail()).isTrue();
  }

  @Test
  void aTermDroppedFromTheModelIsCaughtInTheCost() {
    Stage stage = Stage.LIGHT;
    int slot = stage.of(StageKernels.of(false)).inputNames().indexOf("p.vm25");
    CostProblem adjoint = cost(MutantKernel.kernels(stage, MutantKernel.Wrong.ADJOINT, slot, 0));
    assertThat(check(IDENTITY, adjoint).passed()).isFalse();
    CostProblem both = cost(MutantKernel.kernels(stage, MutantKernel.Wrong.BOTH, slot, 0));
    assertThat(check(IDENTITY, both).passed()).isTrue();
    assertThat(check(TAYLOR, both).passed()).isFalse();
  }

  @Test
  void everyParameterActs() {
    CostProblem cost = WORLD.cost();
    assertThat(cost.inputs()).isEqualTo(102);
    assertThat(cost.outputs()).isOne();
    assertThat(cost.inactive(new NormalStream(2).next(102))).isEmpty();
    assertThat(cost.inputName(0)).isEqualTo("Vm25 TrEv");
  }
}
