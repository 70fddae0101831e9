package org.ccdas.bethy.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SubDailyTest {
  @Test
  void countsAreConstant() {
    assertThat(SubDaily.QUADRATURE.lightPoints()).isEqualTo(8);
    assertThat(SubDaily.QUADRATURE.nightPoints()).isEqualTo(2);
    assertThat(SubDaily.HOURLY.lightPoints()).isEqualTo(24);
    assertThat(SubDaily.HOURLY.nightPoints()).isEqualTo(24);
  }

  @Test
  void quadratureWeightsAreTheShareOfDayAndNight() {
    for (double dayLength : new double[] {1, 9, 16, 23}) {
      double light = 0;
      for (int i = 0; i < 8; i++) {
        light += SubDaily.QUADRATURE.lightWeight(i, dayLength);
        assertThat(SubDaily.QUADRATURE.lightHour(i, dayLength))
            .isBetween(12 - dayLength / 2, 12 + dayLength / 2);
      }
      double night = 0;
      for (int i = 0; i < 2; i++) {
        night += SubDaily.QUADRATURE.nightWeight(i, dayLength, -0.5);
        double hour = SubDaily.QUADRATURE.nightHour(i, dayLength);
        assertThat(hour < 12 - dayLength / 2 || hour > 12 + dayLength / 2).isTrue();
      }
      assertThat(light).isCloseTo(dayLength / 24, within(1e-14));
      assertThat(light + night).isCloseTo(1, within(1e-14));
    }
  }

  @Test
  void quadratureIsExactForPolynomialsOfDegreeFifteen() {
    // mean of ((h - 12) / (D / 2))^14 over the day is 1 / 15
    double mean = 0;
    for (int i = 0; i < 8; i++) {
      double x = (SubDaily.QUADRATURE.lightHour(i, 10) - 12) / 5;
      mean += SubDaily.QUADRATURE.lightWeight(i, 10) * 2.4 * Math.pow(x, 14);
    }
    assertThat(mean).isCloseTo(1 / 15.0, within(1e-14));
  }

  @Test
  void quadratureLeavesOutVeryShortDaysAndNights() {
    assertThat(SubDaily.QUADRATURE.lightWeight(3, 0.5)).isZero();
    assertThat(SubDaily.QUADRATURE.nightWeight(0, 24, 0.1)).isZero();
  }

  @Test
  void hoursOfNightAreThoseWithoutSun() {
    assertThat(SubDaily.HOURLY.nightWeight(5, 12, 0.3)).isZero();
    assertThat(SubDaily.HOURLY.nightWeight(5, 12, -0.3)).isEqualTo(1 / 24.0);
    assertThat(SubDaily.HOURLY.nightHour(5, 12)).isEqualTo(5.5);
  }
}
