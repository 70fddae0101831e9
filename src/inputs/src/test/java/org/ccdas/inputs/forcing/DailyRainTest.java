package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DailyRainTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, 0.5, 20, 80, 400, 1400})
  void keepsTheTotal(double total) {
    for (int key = 0; key < 200; key++) {
      double[] rain = DailyRain.draw(KeyedRandom.of(key), total, 28 + key % 4);
      assertThat(Arrays.stream(rain).sum()).isCloseTo(total, within(1e-12 * total));
      assertThat(Arrays.stream(rain).min().orElseThrow()).isNotNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 80, 400})
  void wetDaysHaveTheirShareAndCluster(double total) {
    double probability = DailyRain.wetProbability(total, 30);
    int wet = 0;
    int wetPairs = 0;
    int months = 20_000;
    for (int key = 0; key < months; key++) {
      double[] rain = DailyRain.draw(KeyedRandom.of(key), total, 30);
      for (int d = 0; d < 30; d++) {
        wet += rain[d] > 0 ? 1 : 0;
        wetPairs += d > 0 && rain[d] > 0 && rain[d - 1] > 0 ? 1 : 0;
      }
    }
    double share = wet / (30.0 * months);
    assertThat(share).isCloseTo(probability, within(0.005));
    double wetAfterWet = wetPairs / (29.0 * months) / share;
    assertThat(wetAfterWet).isCloseTo(0.25 + 0.75 * probability, within(0.01));
  }

  @Test
  void numberOfWetDaysIsPlausible() {
    // Semi-arid 10 mm, Central Europe 60 mm, humid tropics 300 mm a month
    assertThat(30 * DailyRain.wetProbability(10, 30)).isBetween(2.0, 7.0);
    assertThat(30 * DailyRain.wetProbability(60, 30)).isBetween(11.0, 17.0);
    assertThat(30 * DailyRain.wetProbability(300, 30)).isBetween(20.0, 27.0);
    assertThat(DailyRain.wetProbability(5000, 30)).isLessThanOrEqualTo(0.9);
  }
}
