package org.ccdas.bethy.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AstronomyTest {
  private static final int MIDSUMMER = 172;

  @Test
  void equatorHasTwelveHours() {
    for (int day = 1; day <= 366; day += 5) {
      assertThat(Astronomy.of(0, day).dayLength()).isCloseTo(12, within(1e-9));
    }
  }

  @Test
  void polesHaveDayOrNight() {
    assertThat(Astronomy.of(90, MIDSUMMER).dayLength()).isEqualTo(24);
    assertThat(Astronomy.of(-90, MIDSUMMER).dayLength()).isZero();
    assertThat(Astronomy.of(-90, MIDSUMMER).noon()).isNegative();
    assertThat(Astronomy.of(70, 355).dayLength()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-50, -20, 0, 35, 60})
  void sunCrossesTheHorizonAtBothEndsOfTheDay(double latitude) {
    Astronomy sky = Astronomy.of(latitude, 140);
    assertThat(sky.sun(12 - sky.dayLength() / 2)).isCloseTo(0, within(1e-12));
    assertThat(sky.sun(12 + sky.dayLength() / 2)).isCloseTo(0, within(1e-12));
    assertThat(sky.sun(12)).isCloseTo(sky.noon(), within(1e-15)).isGreaterThan(sky.sun(13));
  }

  @Test
  void noonSunStandsAtTheZenithOverTheTropic() {
    assertThat(Astronomy.of(23.4, MIDSUMMER).noon()).isCloseTo(1, within(1e-5));
    // 50 degrees north: elevation 90 - 50 + 23.4
    assertThat(Astronomy.of(50, MIDSUMMER).noon())
        .isCloseTo(Math.sin(Math.toRadians(63.4)), within(1e-4));
  }

  @Test
  void sunIsNearestInJanuary() {
    assertThat(Astronomy.of(0, 3).distanceFactor()).isCloseTo(1.035, within(1e-3));
    assertThat(Astronomy.of(0, 185).distanceFactor()).isCloseTo(0.967, within(1e-3));
  }
}
