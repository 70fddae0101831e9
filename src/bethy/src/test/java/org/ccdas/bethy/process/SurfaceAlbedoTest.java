package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurfaceAlbedoTest {
  @Test
  void mixesDryAndWetSoilAndSnow() {
    assertThat(SurfaceAlbedo.of(Example.TRAITS, 0, 0, 0.7)).isEqualTo(0.2);
    assertThat(SurfaceAlbedo.of(Example.TRAITS, 1, 0, 0.7)).isCloseTo(0.1, within(1e-15));
    assertThat(SurfaceAlbedo.of(Example.TRAITS, 1, 1, 0.7)).isCloseTo(0.7, within(1e-15));
    assertThat(SurfaceAlbedo.of(Example.TRAITS, 0.5, 0.5, 0.7)).isCloseTo(0.425, within(1e-15));
  }
}
