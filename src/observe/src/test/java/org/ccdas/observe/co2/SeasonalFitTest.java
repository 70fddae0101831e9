package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeasonalFitTest {
  private static double[] series(int months) {
    double[] values = new double[months];
    for (int m = 0; m < months; m++) {
      double years = (m - (months - 1) / 2.0) / 12;
      values[m] =
          390
              + 2.1 * years
              + 0.05 * years * years
              + 4 * Math.cos(2 * Math.PI * (m - 3) / 12)
              + 1.5 * Math.sin(4 * Math.PI * m / 12)
              + 0.3 * Math.cos(8 * Math.PI * m / 12);
    }
    return values;
  }

  @Test
  void findsTheFunctionsItIsMadeOf() {
    SeasonalFit fit = SeasonalFit.of(series(72), 2, 4);
    assertThat(fit.rmsResidual()).isLessThan(1e-11);
    assertThat(fit.growthRate()).isCloseTo(2.1, within(1e-11));
    assertThat(fit.trend(0))
        .isCloseTo(390 - 2.1 * 35.5 / 12 + 0.05 * 35.5 * 35.5 / 144, within(1e-10));
  }

  @Test
  void missingMonthsDoNotMatter() {
    double[] values = series(72);
    for (int m = 2; m < 72; m += 5) {
      values[m] = Double.NaN;
    }
    SeasonalFit fit = SeasonalFit.of(values, 2, 4);
    assertThat(fit.growthRate()).isCloseTo(2.1, within(1e-10));
    assertThat(fit.residuals()[2]).isNaN();
    assertThat(fit.rmsResidual()).isLessThan(1e-10);
  }

  @Test
  void residualIsWhatTheFitCannotHold() {
    double[] values = series(72);
    for (int m = 0; m < 72; m++) {
      // one harmonic beyond the four: orthogonal to all of them over whole years
      values[m] += 0.6 * Math.cos(2 * Math.PI * 5 * m / 12);
    }
    SeasonalFit fit = SeasonalFit.of(values, 2, 4);
    assertThat(fit.rmsResidual()).isCloseTo(0.6 / Math.sqrt(2), within(1e-3));
  }

  @Test
  void residualsAreOrthogonalToTheSeason() {
    double[] values = series(48);
    for (int m = 0; m < 48; m++) {
      values[m] += Math.sin(m * m);
    }
    double[] residuals = SeasonalFit.of(values, 2, 4).residuals();
    double product = 0;
    for (int m = 0; m < 48; m++) {
      product += residuals[m] * Math.cos(2 * Math.PI * m / 12);
    }
    assertThat(product).isCloseTo(0, within(1e-9));
    assertThat(Arrays.stream(residuals).sum()).isCloseTo(0, within(1e-9));
  }

  @Test
  void seasonsNeverSeenGiveTheFitOfLeastNorm() {
    double[] values = series(72);
    for (int m = 0; m < 72; m++) {
      if (m % 12 > 3) {
        values[m] = Double.NaN;
      }
    }
    SeasonalFit fit = SeasonalFit.of(values, 2, 4);
    assertThat(fit.rmsResidual()).isLessThan(1e-8);
  }

  @Test
  void needsMoreValuesThanCoefficients() {
    assertThatThrownBy(() -> SeasonalFit.of(series(11), 2, 4))
        .hasMessageContaining("11 values for 11 coefficients");
  }
}
