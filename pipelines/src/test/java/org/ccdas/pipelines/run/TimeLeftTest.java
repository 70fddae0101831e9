package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
  @Test
  void aSteadyFallIsContinuedToTheTolerance() {
    TimeLeft left = new TimeLeft(1e-4, 100, 0);
    for (int round = 0; round < 3; round++) {
      left.round(500 * Math.pow(10, -round), round + 1, 2);
    }
    // two of four decades have been fallen, one a round of 2 s
    assertThat(left.roundsLeft()).isCloseTo(2, within(1e-9));
    assertThat(left.seconds()).isCloseTo(4, within(1e-9));
    assertThat(left.text()).isEqualTo("~ 4 s");
  }

  @Test
  void withoutAFallOnlyTheLimitBounds() {
    TimeLeft left = new TimeLeft(1e-4, 10, 0);
    left.round(5, 1, 2);
    assertThat(left.text()).isEqualTo("< 18 s");
    left.round(7, 2, 2);
    assertThat(left.seconds()).isNaN();
    assertThat(left.text()).isEqualTo("< 16 s");
  }

  @Test
  void neverMoreThanTheLimit() {
    TimeLeft left = new TimeLeft(1e-4, 3, 0);
    left.round(500, 1, 2);
    left.round(499, 2, 2);
    assertThat(left.seconds()).isEqualTo(2);
  }

  @Test
  void evaluationsOfAFormerRunTookNoTimeOfThisOne() {
    TimeLeft left = new TimeLeft(0, 100, 90);
    left.round(1, 92, 6);
    assertThat(left.atMost()).isEqualTo(24);
  }

  @Test
  void aRoundWithoutGradientIsPassedOver() {
    TimeLeft left = new TimeLeft(0.1, 100, 0);
    left.round(Double.NaN, 1, 1);
    left.round(100, 2, 1);
    left.round(Double.NaN, 3, 1);
    left.round(10, 4, 1);
    assertThat(left.roundsLeft()).isZero();
  }
}
