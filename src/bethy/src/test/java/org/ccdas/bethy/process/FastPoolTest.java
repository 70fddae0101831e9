package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FastPoolTest {
  @Test
  void solvesTheDayExactly() {
    // two half days of half the litter fall and half the rate are one day
    FastPool.Step whole = FastPool.step(5, 0.2, 0.3);
    FastPool.Step morning = FastPool.step(5, 0.1, 0.15);
    FastPool.Step evening = FastPool.step(morning.carbon(), 0.1, 0.15);
    assertThat(evening.carbon()).isCloseTo(whole.carbon(), within(1e-14));
    assertThat(morning.loss() + evening.loss()).isCloseTo(whole.loss(), within(1e-14));
  }

  @Test
  void noLitterIsLostWithoutRespiration() {
    FastPool.Step step = FastPool.step(5, 0.2, 0.3);
    assertThat(step.carbon() - 5).isCloseTo(0.2 - step.loss(), within(1e-15));
  }

  @Test
  void poolRestsWhereLossIsLitter() {
    // dC/dt = l - k C
    FastPool.Step rest = FastPool.step(0.2 / 0.3, 0.2, 0.3);
    assertThat(rest.carbon()).isCloseTo(0.2 / 0.3, within(1e-15));
    assertThat(rest.loss()).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void slowRatesDoNotCancel() {
    FastPool.Step step = FastPool.step(1e3, 0.02, 1e-14);
    assertThat(step.carbon()).isCloseTo(1000.02, within(1e-10));
    assertThat(step.loss()).isBetween(0.0, 1e-10);
  }
}
