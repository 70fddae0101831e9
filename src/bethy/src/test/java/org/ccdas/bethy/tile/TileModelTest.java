package org.ccdas.bethy.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.Parameters;
import org.ccdas.bethy.process.TileState;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.junit.jupiter.api.Test;

class TileModelTest {
  @Test
  void startsHalfWetWithHardlyAnyLeaves() {
    TileState start = TileModel.prior(PlantFunctionalType.of("Crop"), SoilTexture.of(3)).start();
    assertThat(start.topMoisture()).isCloseTo(0.5 * (0.2871 + 0.1382), within(1e-4));
    assertThat(start.rootMoisture()).isEqualTo(start.topMoisture());
    assertThat(start.snow()).isZero();
    assertThat(start.lai()).isEqualTo(0.1);
    assertThat(start.laiMemory()).isEqualTo(0.1);
    assertThat(start.laiHigh()).isEqualTo(0.1);
  }

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
