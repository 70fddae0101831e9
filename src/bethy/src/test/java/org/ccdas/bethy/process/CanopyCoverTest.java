package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CanopyCoverTest {
  @Test
  void emptyCanopyKeepsAFloor() {
    assertThat(CanopyCover.lai(0)).isEqualTo(1e-3);
    assertThat(CanopyCover.cover(0)).isEqualTo(1e-3);
  }

  @Test
  void coverGrowsToOneAtThreeLeaves() {
    assertThat(CanopyCover.cover(1.5)).isCloseTo(0.5, within(2e-3));
    assertThat(CanopyCover.cover(3)).isBetween(0.96, 1.0);
    assertThat(CanopyCover.cover(7)).isBetween(0.999, 1.001);
  }

  @Test
  void shadeIsBoundedByCoverAndByLeaves() {
    assertThat(CanopyCover.shade(100, 0.4)).isCloseTo(0.4, within(1e-12));
    assertThat(CanopyCover.shade(1e-6, 0.4)).isCloseTo(0.5e-6, within(1e-12));
    assertThat(CanopyCover.shade(2, 1)).isCloseTo(1 - Math.exp(-1), within(1e-15));
  }
}
