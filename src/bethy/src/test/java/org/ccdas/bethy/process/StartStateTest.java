package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.Parameters;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.junit.jupiter.api.Test;

class StartStateTest {
  private static final PlantFunctionalType CROP = PlantFunctionalType.of("Crop");
  private static final TileTraits LOAM = CROP.traits(SoilTexture.of(3));

  private static TileState start(TileParameters parameters) {
    return StartState.of(parameters, Soil.constants(parameters, LOAM), LOAM);
  }

  @Test
  void halfWetWithHardlyAnyLeaves() {
    TileState start = start(PriorParameters.of(CROP));
    assertThat(start.topMoisture()).isCloseTo(0.5 * (0.2871 + 0.1382), within(1e-4));
    assertThat(start.rootMoisture()).isEqualTo(start.topMoisture());
    assertThat(start.snow()).isZero();
    assertThat(start.lai()).isEqualTo(0.1);
    assertThat(start.laiMemory()).isEqualTo(0.1);
    assertThat(start.laiHigh()).isEqualTo(0.1);
  }

  @Test
  void moistureFollowsTheSoilOfTheParameters() {
    TileParameters fine = Parameters.with(PriorParameters.of(CROP), "bScale", 1.5);
    assertThat(start(fine).topMoisture())
        .isGreaterThan(start(PriorParameters.of(CROP)).topMoisture() + 0.01);
  }
}
