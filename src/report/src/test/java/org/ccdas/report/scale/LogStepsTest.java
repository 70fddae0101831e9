package org.ccdas.report.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogStepsTest {
  @Test
  void powersOfTenOverManyDecades() {
    assertThat(LogSteps.within(0.5, 2e4)).containsExactly(1.0, 10.0, 100.0, 1000.0, 10000.0);
    assertThat(LogSteps.within(1e-3, 1)).containsExactly(1e-3, 1e-2, 0.1, 1.0);
    assertThat(LogSteps.within(1e-20, 1e20)).hasSizeBetween(5, 9);
  }

  @Test
  void finerOverFewDecades() {
    assertThat(LogSteps.within(1.5, 60)).containsExactly(2.0, 5.0, 10.0, 20.0, 50.0);
    assertThat(LogSteps.within(150, 480)).contains(200.0, 300.0, 400.0);
  }

  @Test
  void refuseWhatHasNoLogarithm() {
    assertThatThrownBy(() -> LogSteps.within(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
