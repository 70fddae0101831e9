package org.ccdas.bethy.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ccdas.bethy.process.NightForcing;
import org.ccdas.bethy.process.PointForcing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayWeatherTest {
  private static DayWeather of(SubDaily scheme, double latitude, int day, double shortwave) {
    return DayWeather.of(
        scheme, latitude, 300, 390, day, 4, 16, 5, shortwave, new WeatherMemory(8, 9, 0.4));
  }

  @ParameterizedTest
  @CsvSource({
    "QUADRATURE, 50, 172, 280",
    "QUADRATURE, -50, 172, 40",
    "QUADRATURE, 85, 1, 0",
    "QUADRATURE, 85, 172, 300",
    "HOURLY, 50, 172, 280",
    "HOURLY, 85, 1, 0",
    "HOURLY, 85, 172, 300"
  })
  void pointsCoverTheDay(SubDaily scheme, double latitude, int day, double shortwave) {
    DayWeather weather = of(scheme, latitude, day, shortwave);
    assertThat(weather.light()).hasSize(scheme.lightPoints());
    assertThat(weather.night()).hasSize(scheme.nightPoints());
    double light = Arrays.stream(weather.light()).mapToDouble(PointForcing::weight).sum();
    double night = Arrays.stream(weather.night()).mapToDouble(NightForcing::weight).sum();
    assertThat(light + night).isCloseTo(1, within(1e-12));
    assertThat(weather.stress().weight()).isEqualTo(shortwave > 0 ? 1 : 0);
    assertThat(weather.noon().weight()).isEqualTo(weather.stress().weight());
    for (PointForcing point : weather.light()) {
      assertThat(point.temperature()).isBetween(4 - 1e-12, 16 + 1e-12);
      assertThat(point.saturation()).isPositive();
      assertThat(point.airDensity()).isBetween(1.0, 1.4);
      assertThat(point.sun()).isGreaterThanOrEqualTo(1e-3);
      assertThat(point.co2()).isEqualTo(390);
    }
  }

  @Test
  void dayHoldsWhatTheProcessesNeed() {
    DayWeather weather = of(SubDaily.QUADRATURE, 50, 172, 280);
    assertThat(weather.day().temperature()).isEqualTo(10);
    assertThat(weather.day().precipitation()).isEqualTo(5);
    assertThat(weather.day().saturationAtMinimum()).isEqualTo(Air.saturation(4));
    assertThat(weather.day().dayLength()).isCloseTo(16.1, within(0.1));
    // the month's mean includes today, the snow is that of this morning
    assertThat(weather.day().monthTemperature())
        .isEqualTo(weather.after().monthTemperature())
        .isGreaterThan(8);
    assertThat(weather.day().snowAlbedo()).isEqualTo(0.4);
    assertThat(weather.day().unfrozen()).isCloseTo(1, within(1e-7));
    assertThat(weather.after()).isEqualTo(new WeatherMemory(8, 9, 0.4).next(10, 5));
  }

  @Test
  void soilFreezesWithTenDaysOfFrost() {
    WeatherMemory memory = WeatherMemory.start(3);
    double unfrozen = 1;
    for (int i = 0; i < 30; i++) {
      DayWeather weather =
          DayWeather.of(SubDaily.QUADRATURE, 60, 0, 390, 20, -12, -4, 0, 20, memory);
      assertThat(weather.day().unfrozen()).isLessThan(unfrozen);
      unfrozen = weather.day().unfrozen();
      memory = weather.after();
    }
    assertThat(unfrozen).isBetween(0.0, 1e-4);
  }

  @Test
  void pressureFollowsElevation() {
    assertThat(of(SubDaily.QUADRATURE, 50, 172, 280).stress().pressure())
        .isEqualTo(Air.pressure(300, 10));
  }
}
