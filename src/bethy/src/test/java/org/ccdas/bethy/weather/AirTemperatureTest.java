package org.ccdas.bethy.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AirTemperatureTest {
  @ParameterizedTest
  @ValueSource(doubles = {5, 9, 12, 16, 19.9})
  void runsFromTheMinimumAtSunriseToTheMaximumAtTwo(double dayLength) {
    AirTemperature air = new AirTemperature(10, 8, dayLength);
    assertThat(air.at(14)).isCloseTo(14, within(1e-12));
    assertThat(air.at(12 - dayLength / 2)).isCloseTo(6, within(1e-12));
    for (double hour = 0; hour <= 24; hour += 0.1) {
      assertThat(air.at(hour)).isBetween(6 - 1e-12, 14 + 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 9, 12, 16, 19.9})
  void hasNoStep(double dayLength) {
    AirTemperature air = new AirTemperature(10, 8, dayLength);
    for (double hour = 0; hour < 24; hour += 0.01) {
      double next = hour + 0.01 > 24 ? 0 : hour + 0.01;
      assertThat(air.at(next)).isCloseTo(air.at(hour), within(0.04));
    }
    assertThat(air.at(24)).isCloseTo(air.at(0), within(1e-9));
  }

  @Test
  void polarNightHasNoCourse() {
    AirTemperature air = new AirTemperature(-20, 8, 3);
    assertThat(air.at(2)).isEqualTo(-20);
    assertThat(air.at(14)).isEqualTo(-20);
  }

  @Test
  void polarDayIsACosine() {
    AirTemperature air = new AirTemperature(5, 8, 24);
    assertThat(air.at(14)).isCloseTo(9, within(1e-12));
    assertThat(air.at(0)).isCloseTo(1, within(1e-12));
  }
}
