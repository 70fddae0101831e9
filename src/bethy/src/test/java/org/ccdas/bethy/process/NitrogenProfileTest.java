package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.table.SoilTexture;
import org.junit.jupiter.api.Test;

class NitrogenProfileTest {
  @Test
  void grassHasNoProfile() {
    TileTraits grass = Example.MAIZE.traits(SoilTexture.of(2));
    assertThat(NitrogenProfile.layers(grass, 6, 0.9)).containsExactly(1, 1, 1);
  }

  @Test
  void thinCanopyHasHardlyAProfile() {
    double[] nitrogen = NitrogenProfile.layers(Example.TRAITS, 1.5, 0.9);
    assertThat(nitrogen[2]).isCloseTo(1, within(1e-6));
  }

  @Test
  void denseCanopyFallsWithTheNoonBeam() {
    double[] nitrogen = NitrogenProfile.layers(Example.TRAITS, 9, 0.8);
    // k_N = 0.5 / 0.8, exp(-k_N 9 (i - 1) / 3)
    assertThat(nitrogen[0]).isEqualTo(1);
    assertThat(nitrogen[1]).isCloseTo(Math.exp(-0.625 * 3), within(2e-3));
    assertThat(nitrogen[2]).isCloseTo(Math.exp(-0.625 * 6), within(2e-3));
  }

  @Test
  void capacityNeverVanishesInPolarNight() {
    double[] nitrogen = NitrogenProfile.layers(Example.TRAITS, 7, -0.2);
    assertThat(nitrogen[1]).isPositive();
    assertThat(nitrogen[2]).isPositive();
  }
}
