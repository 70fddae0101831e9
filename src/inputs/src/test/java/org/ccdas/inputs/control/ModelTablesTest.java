package org.ccdas.inputs.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.SoilTextures;
import org.junit.jupiter.api.Test;

/** Scopes of the control vector and numbers in files must mean what the model means by them. */
class ModelTablesTest {
  @Test
  void scopesNameTheTypesOfTheModelInTheOrderOfTheirNumbers() {
    assertThat(Scope.PFTS)
        .isEqualTo(PlantFunctionalType.all().stream().map(PlantFunctionalType::code).toList())
        .hasSize(Cell.PFTS);
    for (int number = 1; number <= Cell.PFTS; number++) {
      assertThat(PlantFunctionalType.of(number).number()).isEqualTo(number);
    }
  }

  @Test
  void scopesNameTheTexturesOfTheModelInTheOrderOfTheirNumbers() {
    assertThat(Scope.TEXTURES)
        .isEqualTo(SoilTexture.all().stream().map(SoilTexture::name).toList())
        .hasSize(SoilTextures.COUNT);
    assertThat(SoilTexture.of(SoilTextures.LOAMY_SAND).name()).isEqualTo("LoamySand");
    assertThat(SoilTexture.of(SoilTextures.LOAM).name()).isEqualTo("Loam");
    assertThat(SoilTexture.of(SoilTextures.ORGANIC).name()).isEqualTo("Organic");
  }
}
