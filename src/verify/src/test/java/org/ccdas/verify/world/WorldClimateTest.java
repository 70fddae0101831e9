package org.ccdas.verify.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.ccdas.inputs.forcing.MonthlyClimate;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.SoilTextures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldClimateTest {
  private static final int JANUARY = 0;
  private static final int JULY = 6;

  private static double temperature(double lat, double lon) {
    return Arrays.stream(WorldClimate.at(lat, lon).temperature()).average().orElseThrow();
  }

  private static double rain(double lat, double lon) {
    return Arrays.stream(WorldClimate.at(lat, lon).precipitation()).sum();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-180, -97.5, 0, 22.5, 150})
  void isPlausibleAtEveryLongitude(double lon) {
    assertThat(temperature(0, lon)).isBetween(24.0, 30.0);
    assertThat(temperature(60, lon)).isBetween(-5.0, 5.0);
    assertThat(temperature(72, lon)).isLessThan(-6);
    assertThat(rain(0, lon)).isBetween(1200.0, 3500.0);
    // the subtropics are drier than the equator and the storm tracks
    assertThat(rain(26, lon)).isLessThan(0.5 * rain(0, lon)).isLessThan(0.6 * rain(50, lon));
  }

  @Test
  void seasonsAreThoseOfTheHemisphere() {
    double[] north = WorldClimate.at(55, 30).temperature();
    double[] south = WorldClimate.at(-40, -70).temperature();
    assertThat(north[JULY]).isGreaterThan(north[JANUARY] + 20);
    assertThat(north[JANUARY]).isLessThan(-5);
    assertThat(south[JANUARY]).isGreaterThan(south[JULY] + 4);
    MonthlyClimate sahel = WorldClimate.at(14, 15);
    assertThat(sahel.precipitation()[JULY]).isGreaterThan(5 * sahel.precipitation()[JANUARY]);
    assertThat(sahel.sunshine()[JULY]).isLessThan(sahel.sunshine()[JANUARY]);
    MonthlyClimate zambezi = WorldClimate.at(-14, 30);
    assertThat(zambezi.precipitation()[JANUARY]).isGreaterThan(5 * zambezi.precipitation()[JULY]);
  }

  /** {@link MonthlyClimate} itself refuses what is impossible. */
  @Test
  void everyPlaceHasAClimateTypesAndATexture() {
    TreeSet<Integer> textures = new TreeSet<>();
    for (double lat = -60; lat <= 78; lat += 1) {
      for (double lon = -180; lon <= 180; lon += 5) {
        WorldClimate.at(lat, lon);
        List<Integer> pfts = WorldClimate.pfts(lat, lon);
        assertThat(pfts).hasSizeBetween(1, Cell.MOST_TILES).doesNotHaveDuplicates();
        textures.add(WorldClimate.texture(lat, lon));
      }
    }
    assertThat(textures).containsExactly(1, 2, 3, 4, 5, 6).hasSize(SoilTextures.COUNT);
  }

  @Test
  void typesFollowTheClimate() {
    assertThat(WorldClimate.pfts(0, 20)).startsWith(1);
    assertThat(WorldClimate.pfts(66, 100)).startsWith(6);
    assertThat(WorldClimate.pfts(66, 20)).startsWith(5);
  }
}
