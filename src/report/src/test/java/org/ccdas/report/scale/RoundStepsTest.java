package org.ccdas.report.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RoundStepsTest {
  @Test
  void coverTheRangeByRoundNumbers() {
    assertThat(RoundSteps.covering(0, 1)).isEqualTo(new RoundSteps(0, 0.2, 5));
    assertThat(RoundSteps.covering(0, 0.3).last()).isCloseTo(0.3, within(1e-12));
    assertThat(RoundSteps.covering(-3.1, 7.2)).isEqualTo(new RoundSteps(-4, 2, 6));
    assertThat(RoundSteps.covering(1e-9, 9e-9).count()).isBetween(4, 6);
  }

  @Test
  void theRangeLiesWithin() {
    for (double low = -5; low < 5; low += 0.37) {
      for (double width = 0.01; width < 100; width *= 1.7) {
        RoundSteps steps = RoundSteps.covering(low, low + width);
        assertThat(steps.first()).isLessThanOrEqualTo(low + 1e-9 * steps.step());
        assertThat(steps.last()).isGreaterThanOrEqualTo(low + width - 1e-8 * steps.step());
        assertThat(steps.count()).isBetween(3, 6);
      }
    }
  }

  @Test
  void refuseAnEmptyRange() {
    assertThatThrownBy(() -> RoundSteps.covering(1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RoundSteps.covering(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
