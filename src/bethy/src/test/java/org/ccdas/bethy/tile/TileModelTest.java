package org.ccdas.bethy.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccdas.bethy.Parameters;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.junit.jupiter.api.Test;

class TileModelTest {
  @Test
  void pathwayAndSoilFollowFromTypeAndParameters() {
    PlantFunctionalType grass = PlantFunctionalType.of("C4Gr");
    assertThat(TileModel.prior(grass, SoilTexture.of(1)).c4()).isTrue();
    assertThat(TileModel.prior(PlantFunctionalType.of("C3Gr"), SoilTexture.of(1)).c4()).isFalse();
    TileModel tile =
        TileModel.of(
            grass,
            SoilTexture.of(1),
            Parameters.with(PriorParameters.of(grass), "conductivityScale", 2));
    assertThat(tile.soil().saturatedConductivity()).isEqualTo(2436);
  }
}
