package org.ccdas.bethy.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AirTest {
  @ParameterizedTest
  @CsvSource({"0, 1013.25", "1000, 899", "3000, 701"})
  void pressureFallsLikeTheStandardAtmosphere(double elevation, double hectopascals) {
    assertThat(Air.pressure(elevation, 15 - 0.0065 * elevation) / 100)
        .isCloseTo(hectopascals, within(5.0));
  }

  @ParameterizedTest
  @CsvSource({"-20, 103.2", "-5, 401.8", "0, 611.2", "20, 2339", "40, 7385"})
  void saturationIsThatOfTables(double temperature, double pascals) {
    assertThat(Air.saturation(temperature) / pascals).isCloseTo(1, within(5e-3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -3, 5, 25, 45})
  void slopeIsTheDerivative(double temperature) {
    double difference =
        (Air.saturation(temperature + 1e-4) - Air.saturation(temperature - 1e-4)) / 2e-4;
    assertThat(Air.saturationSlope(temperature, Air.saturation(temperature)))
        .isCloseTo(difference, within(1e-5 * difference));
  }

  @Test
  void propertiesOfAirAtSeaLevel() {
    assertThat(Air.density(15, 101325)).isCloseTo(1.225, within(1e-3));
    assertThat(Air.latentHeat(20)).isCloseTo(2.4535e6, within(2e3));
    assertThat(Air.psychrometric(101325, Air.latentHeat(20))).isCloseTo(66.7, within(0.2));
  }
}
