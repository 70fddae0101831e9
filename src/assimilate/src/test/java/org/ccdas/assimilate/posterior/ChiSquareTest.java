package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChiSquareTest {
  @Test
  void isTwiceTheMisfitForEachObservation() {
    assertThat(new ChiSquare(4, 3).value()).isEqualTo(1.5);
    assertThat(new ChiSquare(0, 0).value()).isNaN();
  }
}
