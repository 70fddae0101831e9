package org.ccdas.transport.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static double[] series(double growth, double amplitude) {
    double[] values = new double[60];
    Arrays.setAll(
        values, k -> 300 + growth * k / 12 + amplitude * Math.cos(2 * Math.PI * (k % 12) / 12));
    return values;
  }

  @Test
  void partsGrowthAndSeason() {
    double[] values = series(2, 3);
    assertThat(Series.trend(values, values, 0, 60)).isEqualTo(2, within(0.1));
    double[] season = Series.season(values, values, 0, 60);
    assertThat(season[0]).isEqualTo(3, within(1e-9));
    assertThat(season[6]).isEqualTo(-3, within(1e-9));
    assertThat(Series.amplitude(season)).isEqualTo(6, within(1e-9));
  }

  @Test
  void gapsAreLeftOutOfBoth() {
    double[] values = series(0, 0);
    double[] seen = values.clone();
    Arrays.fill(seen, 0, 3, Double.NaN);
    values[0] = 1e6;
    assertThat(Series.yearMean(values, seen, 0)).isEqualTo(300, within(1e-9));
    Arrays.fill(seen, 0, 5, Double.NaN);
    assertThat(Series.yearMean(values, seen, 0)).isNaN();
  }

  @Test
  void correlationKnowsSign() {
    double[] a = {1, 2, Double.NaN, 4};
    assertThat(Series.correlation(a, new double[] {2, 4, 9, 8})).isEqualTo(1, within(1e-12));
    assertThat(Series.correlation(a, new double[] {-2, -4, 9, -8})).isEqualTo(-1, within(1e-12));
  }
}
