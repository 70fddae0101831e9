package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeafRespirationTest {
  @Test
  void lightHalvesRespiration() {
    assertThat(LeafRespiration.lightInhibition(0)).isEqualTo(1);
    // 2.2 W m-2 carry 10 umol m-2 s-1
    assertThat(LeafRespiration.lightInhibition(2.2))
        .isCloseTo(0.5 + 0.5 * Math.exp(-1), within(1e-12));
    assertThat(LeafRespiration.lightInhibition(500)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void frostStopsLeaves() {
    assertThat(LeafRespiration.frostInhibition(0)).isEqualTo(0.5);
    assertThat(LeafRespiration.frostInhibition(3)).isCloseTo(1, within(1e-12));
    assertThat(LeafRespiration.frostInhibition(-3)).isBetween(0.0, 1e-12);
  }
}
