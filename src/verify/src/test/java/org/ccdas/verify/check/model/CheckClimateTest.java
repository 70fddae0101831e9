package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CheckClimateTest {
  private static double mean(double[] months) {
    return Arrays.stream(months).average().orElseThrow();
  }

  @Test
  void seasonsFollowTheHemisphere() {
    double[] north = CheckClimate.TEMPERATE.monthly().temperature();
    double[] south = CheckClimate.SOUTHERN.monthly().temperature();
    assertThat(north[6]).isGreaterThan(north[0] + 15);
    assertThat(south[0]).isGreaterThan(south[6] + 10);
    assertThat(mean(north)).isCloseTo(10, within(1e-9));
  }

  @Test
  void climatesDifferInWhatDerivativesDependOn() {
    assertThat(Arrays.stream(CheckClimate.BOREAL.monthly().temperature()).min().orElseThrow())
        .isLessThan(-10);
    assertThat(CheckClimate.SAHEL.monthly().precipitation()).contains(0.0);
    assertThat(mean(CheckClimate.HOT_DRY.monthly().precipitation())).isLessThan(25);
    assertThat(mean(CheckClimate.TROPICS.monthly().precipitation())).isGreaterThan(150);
  }

  @Test
  void latitudesFitThePolarDay() {
    assertThat(CheckClimate.values())
        .allSatisfy(climate -> assertThat(climate.latitude()).isBetween(-66.0, 66.0));
  }
}
