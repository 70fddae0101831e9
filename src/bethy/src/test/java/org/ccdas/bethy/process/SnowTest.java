package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnowTest {
  @ParameterizedTest
  @CsvSource({"-5, 8", "-1.1, 8", "1.1, 4", "3.3, 0", "20, 0"})
  void snowFallsByTemperature(double temperature, double expected) {
    assertThat(Snow.fall(8, temperature)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void coverIsHalfAtTenMillimetres() {
    assertThat(Snow.cover(0)).isZero();
    assertThat(Snow.cover(10)).isEqualTo(0.5);
    assertThat(Snow.cover(1e6)).isBetween(0.999, 1.0);
  }

  @Test
  void frostKeepsThePack() {
    Snow.Day day = Snow.step(50, 5, Snow.cover(50), -10, 0);
    assertThat(day.sublimation()).isZero();
    assertThat(day.melt()).isBetween(0.0, 1e-12);
    assertThat(day.water()).isCloseTo(55, within(1e-12));
  }

  @Test
  void thawMeltsByDegreeDays() {
    // 3.22 mm per K and day on a deep pack
    assertThat(Snow.step(500, 0, 0.98, 5, 0).melt()).isCloseTo(16.1, within(0.01));
    // hardly anything is left of a thin one
    Snow.Day thin = Snow.step(3, 0, Snow.cover(3), 20, 0);
    assertThat(thin.melt()).isBetween(2.95, 3.0);
  }

  @Test
  void sublimationTakesTheCoveredShareOfThePotential() {
    assertThat(Snow.step(90, 0, 0.9, -5, 1).sublimation()).isCloseTo(0.9, within(1e-3));
    assertThat(Snow.step(0.1, 0, 0.9, -5, 1).sublimation()).isBetween(0.0, 0.1);
  }

  @Test
  void noWaterIsLost() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 1000; i++) {
      double before = random.nextDouble(0, 300);
      double fall = random.nextDouble(0, 50);
      Snow.Day day =
          Snow.step(
              before,
              fall,
              Snow.cover(before),
              random.nextDouble(-30, 20),
              random.nextDouble(0, 5));
      assertThat(day.water() + day.sublimation() + day.melt())
          .isCloseTo(before + fall, within(1e-12 * (1 + before + fall)));
      assertThat(day.water()).isGreaterThanOrEqualTo(0);
    }
  }
}
