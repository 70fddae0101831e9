package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InterceptionTest {
  private static final Morning CANOPY = Example.morning(0.5);

  @Test
  void dryDaysInterceptNothing() {
    assertThat(Interception.evaporation(CANOPY, 0, 5)).isZero();
    assertThat(Interception.evaporation(CANOPY, 5, 0)).isZero();
  }

  @Test
  void lightRainIsCaughtByShadeAndHeavyRainByLeaves() {
    double shade = CanopyCover.shade(4, 0.96);
    assertThat(Interception.evaporation(CANOPY, 0.05, 50)).isCloseTo(shade * 0.05, within(1e-4));
    // 0.1 mm per leaf area of 4
    assertThat(Interception.evaporation(CANOPY, 50, 50)).isBetween(0.39, 0.4);
  }

  @Test
  void wetTimeIsTakenFromTranspiration() {
    assertThat(Interception.dryTimeTranspiration(3, 0, 5)).isEqualTo(3);
    assertThat(Interception.dryTimeTranspiration(3, 2.505, 5)).isCloseTo(1.5, within(1e-12));
    assertThat(Interception.dryTimeTranspiration(3, 0, 0)).isEqualTo(3);
  }
}
