package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MoistureMaskTest {
  @Test
  void snowAndFrostHideATileAtInclusiveThresholds() {
    double[] snow = {0, 5, 5.001, 0, 0, 9};
    double[] unfrozen = {1, 0.9, 1, 0.899, 1, 0};
    int[] changes = MoistureMask.changes(snow, unfrozen);
    assertThat(changes).containsExactly(2, 4, 5);
    assertThat(MoistureMask.visible(changes, 6))
        .containsExactly(true, true, false, false, true, false);
  }

  @Test
  void aTileMayBeHiddenFromTheFirstDayOn() {
    int[] changes = MoistureMask.changes(new double[] {8, 8}, new double[] {1, 1});
    assertThat(changes).containsExactly(0);
    assertThat(MoistureMask.visible(changes, 4)).containsOnly(false);
    assertThat(MoistureMask.visible(new int[0], 3)).containsOnly(true);
  }

  @Test
  void theDecisionIsThatOfThePriorRun() {
    assertThat(MoistureMask.undecided().isDecided()).isFalse();
    double[] none = new double[0];
    int[][] hidden = {{2, 4}, {}};
    BlockFluxes block =
        new BlockFluxes(
            0,
            0,
            none,
            none,
            none,
            none,
            none,
            none,
            none,
            none,
            new BlockMoistureFit(hidden, List.of(), List.of()));
    MoistureMask mask = MoistureMask.decide(List.of(block));
    assertThat(mask.isDecided()).isTrue();
    assertThat(mask.of(0)).isSameAs(hidden);
  }
}
