package org.ccdas.bethy.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeatherMemoryTest {
  @Test
  void startsFromTheMeanAndOldSnow() {
    assertThat(WeatherMemory.start(7)).isEqualTo(new WeatherMemory(7, 7, 0.2));
  }

  @Test
  void meansFadeOverTheirPeriods() {
    WeatherMemory memory = WeatherMemory.start(0);
    for (int i = 0; i < 30; i++) {
      memory = memory.next(10, 0);
    }
    assertThat(memory.monthTemperature()).isCloseTo(10 * (1 - Math.exp(-1)), within(1e-12));
    assertThat(memory.tenDayTemperature()).isCloseTo(10 * (1 - Math.exp(-3)), within(1e-12));
  }

  @Test
  void freshSnowBrightensAndOldSnowDarkens() {
    WeatherMemory fresh = WeatherMemory.start(-10).next(-10, 20);
    assertThat(fresh.snowAlbedo()).isBetween(0.77, 0.80);
    double cold = fresh.next(-10, 0).snowAlbedo();
    // the smooth limit at 0.80 takes a little more than the 0.006 of a cold day
    assertThat(fresh.snowAlbedo() - cold).isBetween(0.006, 0.03);
    double thaw = fresh.next(2, 0).snowAlbedo();
    assertThat(cold - thaw).isCloseTo(0.065, within(1e-12));
    assertThat(new WeatherMemory(0, 0, 0.21).next(5, 0).snowAlbedo()).isEqualTo(0.2);
  }
}
