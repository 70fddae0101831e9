package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.ccdas.bethy.lane.StageKernels;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.verify.check.CheckResult;
import org.junit.jupiter.api.Test;

/** The whole run is a test of the command. */
class ModelChecksTest {
  private static final ModelChecks CHECKS = new ModelChecks(5, 2, 30);

  private static List<CheckResult> check(Function<Boolean, StageKernels> kernels) {
    TileSite site = TileSite.of("Crop", 5, CheckClimate.TEMPERATE);
    TileProblem tile = new TileProblem(ControlVectorFile.standard(), site, 30, 5, kernels);
    double[] x = CHECKS.point(tile.inputs());
    return CHECKS.check(site.label(), tile.scaledAt(x), x);
  }

  @Test
  void theRightKernelsPassEveryCheck() {
    List<CheckResult> results = check(StageKernels::of);
    assertThat(results)
        .extracting(CheckResult::check)
        .containsExactly("adjoint identity", "Taylor remainder", "central differences");
    assertThat(results).allMatch(CheckResult::passed);
  }

  @Test
  void aWrongAdjointFailsTheChecksThatUseIt() {
    int slot = Stage.EVENING.of(StageKernels.of(false)).inputNames().indexOf("s.topMoisture");
    List<CheckResult> results =
        check(MutantKernel.kernels(Stage.EVENING, MutantKernel.Wrong.ADJOINT, slot, -1));
    // the Taylor remainder looks at the tangent, which is right
    assertThat(results).extracting(CheckResult::passed).containsExactly(false, true, false);
  }

  @Test
  void pointsAreAwayFromThePriorAndFollowTheSeed() {
    assertThat(CHECKS.point(40)).doesNotContain(0).isEqualTo(CHECKS.point(40));
    assertThat(new ModelChecks(6, 2, 30).point(40)).isNotEqualTo(CHECKS.point(40));
  }

  @Test
  void refusesToCheckNothing() {
    assertThatThrownBy(() -> new ModelChecks(1, 0, 90))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ModelChecks(1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
