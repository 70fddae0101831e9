package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.Parameters;
import org.junit.jupiter.api.Test;

class DecompositionTest {
  @Test
  void moistureFactorRunsFromItsFloorToOne() {
    assertThat(Decomposition.moistureFactor(Example.PARAMETERS, 0)).isBetween(1e-3, 1.2e-3);
    assertThat(Decomposition.moistureFactor(Example.PARAMETERS, 1)).isBetween(0.9998, 1.0);
    TileParameters square = Parameters.with(Example.PARAMETERS, "kappa", 2);
    assertThat(Decomposition.moistureFactor(square, 0.5)).isCloseTo(0.25075, within(1e-4));
  }

  @Test
  void ratesRiseByQ10() {
    TileParameters p = Parameters.with(Example.PARAMETERS, "q10Fast", 2);
    assertThat(Decomposition.fastRate(p, 1, 0)).isCloseTo(0.66 / 365, within(1e-15));
    assertThat(Decomposition.fastRate(p, 1, 10) / Decomposition.fastRate(p, 1, 0))
        .isCloseTo(2, within(1e-12));
    assertThat(Decomposition.slowShape(p, 0.5, 0)).isEqualTo(0.5);
    assertThat(Decomposition.slowShape(p, 1, 20)).isCloseTo(2.25, within(1e-12));
  }
}
