package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AutotrophicRespirationTest {
  @Test
  void lightInhibitsOnlyTheLeafPart() {
    // f_leaf = 0.4: the other 60 percent are 1.5 times the leaves' respiration in the dark
    assertThat(AutotrophicRespiration.maintenance(Example.PARAMETERS, 0.5, 1))
        .isCloseTo(2, within(1e-12));
    assertThat(AutotrophicRespiration.maintenance(Example.PARAMETERS, 1, 1))
        .isCloseTo(1 / 0.4, within(1e-12));
  }

  @Test
  void growthTakesItsShareOfWhatIsLeft() {
    assertThat(AutotrophicRespiration.npp(Example.PARAMETERS, 10, 4))
        .isCloseTo(0.8 * 6, within(1e-12));
    assertThat(AutotrophicRespiration.npp(Example.PARAMETERS, 0, 4)).isCloseTo(-3.2, within(1e-12));
  }
}
