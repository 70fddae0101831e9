package org.ccdas.bethy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SoilTextureTest {
  @Test
  void sixTexturesInTheirOrder() {
    assertThat(SoilTexture.all())
        .extracting(SoilTexture::name)
        .containsExactly("LoamySand", "SandyLoam", "Loam", "SandyClayLoam", "ClayLoam", "Organic");
    assertThat(SoilTexture.of(5))
        .isEqualTo(new SoilTexture(5, "ClayLoam", 8.17, 0.465, 0.263, 212, 0.1, 0.2));
  }

  @Test
  void unknownTexturesAreNamed() {
    assertThatThrownBy(() -> SoilTexture.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }
}
