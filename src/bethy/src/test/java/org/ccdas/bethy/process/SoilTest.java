package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.Parameters;
import org.ccdas.bethy.table.SoilTexture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoilTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0.1458, 0.0592, 1218",
    "2, 0.2232, 0.0993, 452",
    "3, 0.2871, 0.1382, 292",
    "4, 0.2520, 0.1430, 385",
    "5, 0.3412, 0.2133, 212",
    "6, 0.3597, 0.1732, 292"
  })
  void constantsAreThoseOfTheTable(
      int texture, double fieldCapacity, double wiltingPoint, double conductivity) {
    SoilConstants soil =
        Soil.constants(Example.PARAMETERS, Example.OAK.traits(SoilTexture.of(texture)));
    assertThat(soil.fieldCapacity()).isCloseTo(fieldCapacity, within(6e-5));
    assertThat(soil.wiltingPoint()).isCloseTo(wiltingPoint, within(6e-5));
    assertThat(soil.airDry()).isEqualTo(0.5 * soil.wiltingPoint());
    assertThat(soil.saturatedConductivity()).isEqualTo(conductivity);
  }

  @Test
  void scalesActOnExponentAndConductivity() {
    TileParameters p = Parameters.with(Example.PARAMETERS, "bScale", 1.2);
    p = Parameters.with(p, "conductivityScale", 3);
    SoilConstants soil = Soil.constants(p, Example.TRAITS);
    assertThat(soil.b()).isCloseTo(1.2 * 5.25, within(1e-12));
    assertThat(soil.saturatedConductivity()).isEqualTo(3 * 292);
    // a larger exponent holds more water at a given suction
    assertThat(soil.wiltingPoint()).isGreaterThan(Example.SOIL.wiltingPoint());
  }

  @Test
  void availableWaterIsTheExcessOverTheWiltingPoint() {
    double moisture = Example.SOIL.fieldCapacity();
    double expected = 1000 * Example.TRAITS.rootDepth() * (moisture - Example.SOIL.wiltingPoint());
    assertThat(Soil.availableWater(moisture, moisture, Example.SOIL, Example.TRAITS))
        .isCloseTo(expected, within(1e-9));
    assertThat(Soil.maximumStorage(Example.PARAMETERS, Example.SOIL, Example.TRAITS))
        .isCloseTo(expected, within(1e-9));
    assertThat(Soil.availableWater(0, 0, Example.SOIL, Example.TRAITS)).isBetween(0.0, 1e-20);
  }

  @Test
  void relativeMoistureStaysBelowOne() {
    assertThat(Soil.relativeMoisture(0, 200)).isZero();
    assertThat(Soil.relativeMoisture(100, 200)).isBetween(0.49, 0.5);
    assertThat(Soil.relativeMoisture(200, 200)).isBetween(0.9, 1.0);
    assertThat(Soil.relativeMoisture(2000, 200)).isBetween(0.99, 1.0);
  }

  @Test
  void surfaceWetnessRunsFromAirDryToFieldCapacity() {
    assertThat(Soil.surfaceWetness(0, Example.SOIL)).isBetween(0.0, 1e-12);
    assertThat(Soil.surfaceWetness(Example.SOIL.airDry(), Example.SOIL)).isLessThan(0.01);
    assertThat(Soil.surfaceWetness(Example.SOIL.fieldCapacity(), Example.SOIL)).isBetween(0.9, 1.0);
  }

  @Test
  void nothingLeavesAnEmptyLayer() {
    assertThat(Soil.extractable(0.1, 0)).isZero();
    assertThat(Soil.extractable(0.1, 0.02)).isEqualTo(0.1);
    assertThat(Soil.extractable(1e-4, 1e-5)).isLessThan(1e-5);
  }
}
