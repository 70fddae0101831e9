package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StationStatisticsTest {
  private static double[] series(double level, double growth, double amplitude) {
    double[] values = new double[72];
    for (int m = 0; m < 72; m++) {
      values[m] = level + growth * m / 12 + amplitude / 2 * Math.cos(2 * Math.PI * (m - 4) / 12);
    }
    return values;
  }

  @Test
  void analyticSeriesGiveAnalyticNumbers() {
    double[] observed = series(390, 2, 8);
    double[] modelled = series(391.5, 2, 6);
    StationStatistics s = StationStatistics.of(observed, modelled);
    assertThat(s.count()).isEqualTo(72);
    assertThat(s.bias()).isCloseTo(1.5, within(1e-10));
    // the difference is 1.5 - cos: mean square 1.5^2 + 1/2
    assertThat(s.rmse()).isCloseTo(Math.sqrt(2.25 + 0.5), within(1e-10));
    assertThat(s.observedAmplitude()).isCloseTo(8, within(1e-9));
    assertThat(s.modelledAmplitude()).isCloseTo(6, within(1e-9));
    assertThat(s.observedGrowth()).isCloseTo(2, within(1e-10));
    assertThat(s.modelledGrowth()).isCloseTo(2, within(1e-10));
  }

  @Test
  void correlationIsPearsons() {
    double[] observed = series(390, 0, 8);
    double[] shifted = new double[72];
    for (int m = 0; m < 72; m++) {
      // a quarter of a year late: no correlation
      shifted[m] = 390 + 3 * Math.cos(2 * Math.PI * (m - 7) / 12);
    }
    assertThat(StationStatistics.of(observed, shifted).correlation()).isCloseTo(0, within(1e-12));
    assertThat(StationStatistics.of(observed, series(380, 0, 2)).correlation())
        .isCloseTo(1, within(1e-12));
    assertThat(StationStatistics.of(observed, series(380, 0, -2)).correlation())
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void missingMonthsAreLeftOutOfBoth() {
    double[] observed = series(390, 2, 8);
    double[] modelled = series(391, 3, 8);
    observed[10] = Double.NaN;
    modelled[10] = 1e6;
    modelled[20] = Double.NaN;
    StationStatistics s = StationStatistics.of(observed, modelled);
    assertThat(s.count()).isEqualTo(70);
    assertThat(s.modelledGrowth()).isCloseTo(3, within(1e-9));
    assertThat(s.observedGrowth()).isCloseTo(2, within(1e-9));
    assertThat(s.observedAmplitude()).isCloseTo(8, within(1e-9));
  }

  @Test
  void shortAndConstantSeriesHaveNoSeason() {
    double[] few = new double[10];
    StationStatistics s = StationStatistics.of(few, few);
    assertThat(s.count()).isEqualTo(10);
    assertThat(s.rmse()).isZero();
    assertThat(s.correlation()).isNaN();
    assertThat(s.observedAmplitude()).isNaN();
    assertThat(s.observedGrowth()).isNaN();
  }

  @Test
  void aSeasonNeverObservedGivesNoAmplitude() {
    double[] observed = series(390, 2, 8);
    for (int m = 0; m < 72; m += 12) {
      observed[m] = Double.NaN;
    }
    assertThat(StationStatistics.of(observed, observed).observedAmplitude()).isNaN();
  }

  @Test
  void refusesSeriesOfDifferentLength() {
    assertThatThrownBy(() -> StationStatistics.of(new double[3], new double[4]))
        .hasMessageContaining("3 and 4 months");
  }
}
