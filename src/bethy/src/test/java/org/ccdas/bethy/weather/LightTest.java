package org.ccdas.bethy.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightTest {
  private static final double PRESSURE = 1e5;

  @ParameterizedTest
  @CsvSource({
    "QUADRATURE, 50, 172, 280",
    "QUADRATURE, 65, 20, 3",
    "QUADRATURE, 0, 80, 30",
    "HOURLY, 50, 172, 280",
    "HOURLY, 85, 172, 350",
    "HOURLY, -30, 172, 600"
  })
  void meanOverThePointsIsTheRadiationGiven(
      SubDaily scheme, double latitude, int day, double shortwave) {
    Light light = Light.of(scheme, Astronomy.of(latitude, day), PRESSURE, shortwave);
    double mean = 0;
    for (int i = 0; i < scheme.lightPoints(); i++) {
      Light.Moment point = light.point(i);
      mean += point.weight() * point.shortwave();
      assertThat(point.par() / point.shortwave()).isBetween(0.4, 0.7);
      assertThat(point.directShare()).isBetween(0.0, 1.0);
      assertThat(point.cloud()).isBetween(0.0, 1.0);
      assertThat(point.sun()).isBetween(1e-3, 1.0);
    }
    assertThat(mean).isCloseTo(shortwave, within(1e-9));
  }

  @Test
  void cloudsMakeLightDiffuse() {
    Astronomy sky = Astronomy.of(40, 172);
    Light.Moment clear = Light.of(SubDaily.HOURLY, sky, PRESSURE, 350).at(12);
    Light.Moment dull = Light.of(SubDaily.HOURLY, sky, PRESSURE, 60).at(12);
    assertThat(clear.directShare()).isGreaterThan(0.5);
    assertThat(clear.cloud()).isLessThan(0.5);
    assertThat(dull.directShare()).isZero();
    assertThat(dull.cloud()).isEqualTo(1);
    assertThat(clear.weight()).isEqualTo(1);
  }

  @Test
  void nightAndDarkDaysHaveUnusedPointsOnly() {
    Light night = Light.of(SubDaily.QUADRATURE, Astronomy.of(80, 1), PRESSURE, 50);
    Light dark = Light.of(SubDaily.QUADRATURE, Astronomy.of(40, 1), PRESSURE, 1e-3);
    for (Light light : new Light[] {night, dark}) {
      assertThat(light.isDark()).isTrue();
      assertThat(light.at(13).weight()).isZero();
      assertThat(light.point(4).weight()).isZero();
      assertThat(light.point(4).par()).isPositive();
    }
    Light day = Light.of(SubDaily.QUADRATURE, Astronomy.of(40, 1), PRESSURE, 50);
    assertThat(day.isDark()).isFalse();
    assertThat(day.at(2).weight()).isZero();
  }
}
