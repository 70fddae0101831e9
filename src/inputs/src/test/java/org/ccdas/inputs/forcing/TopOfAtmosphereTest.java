package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TopOfAtmosphereTest {
  @Test
  void globalMeanIsAQuarterOfTheSolarConstant() {
    double sum = 0;
    double weights = 0;
    for (int lat = -89; lat <= 89; lat += 2) {
      double weight = Math.cos(Math.toRadians(lat));
      for (int day = 1; day <= 365; day++) {
        sum += weight * TopOfAtmosphere.dailyMean(lat, day);
        weights += weight;
      }
    }
    assertThat(sum / weights).isCloseTo(1361 / 4.0, within(0.5));
  }

  @Test
  void knowsPolarNightAndPolarDay() {
    assertThat(TopOfAtmosphere.dailyMean(80, 355)).isZero();
    assertThat(TopOfAtmosphere.dailyMean(-80, 172)).isZero();
    // At the pole in midsummer: S0 E0 sin(23.4 deg), E0 = 0.967
    assertThat(TopOfAtmosphere.dailyMean(90, 172)).isCloseTo(1361 * 0.967 * 0.397, within(2.0));
    assertThat(TopOfAtmosphere.dailyMean(90, 172)).isGreaterThan(TopOfAtmosphere.dailyMean(0, 172));
    for (int day = 1; day <= 366; day++) {
      assertThat(TopOfAtmosphere.dailyMean(-90, day)).isBetween(0.0, 600.0);
    }
  }

  @Test
  void sunIsNearestInJanuary() {
    assertThat(TopOfAtmosphere.dailyMean(-23.4, 355))
        .isGreaterThan(1.06 * TopOfAtmosphere.dailyMean(23.4, 172));
  }
}
