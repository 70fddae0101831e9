package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DayMaskTest {
  private static final Visibility RULE = new Visibility(5, 0.9, 0.7);

  @Test
  void snowAndFrostHideATileAtInclusiveThresholds() {
    double[] snow = {0, 5, 5.001, 0, 0, 9};
    double[] unfrozen = {1, 0.9, 1, 0.899, 1, 0};
    int[] changes = DayMask.changes(RULE, snow, unfrozen);
    assertThat(changes).containsExactly(2, 4, 5);
    assertThat(DayMask.visible(changes, 6)).containsExactly(true, true, false, false, true, false);
  }

  @Test
  void theRuleIsThatOfTheInstrument() {
    double[] snow = {0, 5, 5.001, 0, 0, 9};
    double[] unfrozen = {1, 0.9, 1, 0.899, 1, 0};
    Visibility throughIce = new Visibility(5, 0, 0.7);
    assertThat(DayMask.changes(throughIce, snow, unfrozen)).containsExactly(2, 3, 5);
    Visibility throughSnow = new Visibility(100, 0.9, 0.7);
    assertThat(DayMask.changes(throughSnow, snow, unfrozen)).containsExactly(3, 4, 5);
  }

  @Test
  void aTileMayBeHiddenFromTheFirstDayOn() {
    int[] changes = DayMask.changes(RULE, new double[] {8, 8}, new double[] {1, 1});
    assertThat(changes).containsExactly(0);
    assertThat(DayMask.visible(changes, 4)).containsOnly(false);
    assertThat(DayMask.visible(new int[0], 3)).containsOnly(true);
  }

  @Test
  void isUndecidedAtFirst() {
    assertThat(DayMask.undecided().isDecided()).isFalse();
    int[][] hidden = {{2, 4}, {}};
    DayMask mask = new DayMask(List.<int[][]>of(hidden));
    assertThat(mask.isDecided()).isTrue();
    assertThat(mask.of(0)).isSameAs(hidden);
  }
}
