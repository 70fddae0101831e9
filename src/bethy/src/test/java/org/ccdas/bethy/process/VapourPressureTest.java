package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.Parameters;
import org.junit.jupiter.api.Test;

class VapourPressureTest {
  @Test
  void wetSoilSaturatesTheAirAtTheMinimum() {
    assertThat(VapourPressure.base(0, 1000)).isCloseTo(960, within(1e-9));
    assertThat(VapourPressure.base(1, 1000)).isCloseTo(1000, within(1e-9));
  }

  @Test
  void humidityRisesOverTheDayByMoisture() {
    TileParameters p = Parameters.with(Example.PARAMETERS, "humidityRise", 0.5);
    assertThat(VapourPressure.at(p, Example.morning(0), 2900)).isEqualTo(1300);
    assertThat(VapourPressure.at(p, Example.morning(0.5), 2900)).isCloseTo(1700, within(1e-9));
    assertThat(VapourPressure.at(p, Example.morning(1), 1300)).isEqualTo(1300);
  }
}
