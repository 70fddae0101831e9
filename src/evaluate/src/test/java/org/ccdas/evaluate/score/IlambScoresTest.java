package org.ccdas.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class IlambScoresTest {
  private static final MonthAxis MONTHS = new MonthAxis(YearMonth.of(2010, 1), 48);

  /** A season of amplitude 1 with its maximum in a month, and an anomaly of some size by year. */
  private static double[] series(double mean, int maximum, double anomaly) {
    double[] values = new double[MONTHS.count()];
    Arrays.setAll(
        values,
        m ->
            mean
                + Math.cos(2 * Math.PI * (m - maximum) / 12)
                + anomaly * ((m / 12) % 2 == 0 ? 1 : -1));
    return values;
  }

  @Test
  void theReferenceItselfIsPerfect() {
    IlambScores scores = IlambScores.of(MONTHS, series(2, 6, 0.5), series(2, 6, 0.5));
    assertThat(scores.bias()).isEqualTo(1);
    assertThat(scores.rmse()).isEqualTo(1);
    assertThat(scores.cycle()).isEqualTo(1);
    assertThat(scores.interannual()).isEqualTo(1);
    assertThat(scores.distribution()).isNaN();
    assertThat(scores.overall()).isEqualTo(1);
  }

  @Test
  void theFormulasOfThePaper() {
    // variance of the reference: 1/2 of the season and 1/4 of the anomaly
    double crms = Math.sqrt(0.75);
    IlambScores scores = IlambScores.of(MONTHS, series(2.3, 9, 1), series(2, 6, 0.5));
    assertThat(scores.bias()).isCloseTo(Math.exp(-0.3 / crms), within(1e-12));
    // seasons a quarter of a year apart differ by a wave of variance 1; the anomalies by 1/2
    double crmse = Math.sqrt(1 + 0.25);
    assertThat(scores.rmse()).isCloseTo(Math.exp(-crmse / crms), within(1e-12));
    assertThat(scores.cycle()).isCloseTo(0.5, within(1e-12));
    // sizes of the anomalies 1 and 1/2
    assertThat(scores.interannual()).isCloseTo(Math.exp(-1), within(1e-12));
    double mean = (scores.bias() + 2 * scores.rmse() + 0.5 + scores.interannual()) / 5;
    assertThat(scores.overall()).isCloseTo(mean, within(1e-12));
  }

  @Test
  void patternsInSpace() {
    Agreement twice = Agreement.of(new double[] {2, 4, 6}, new double[] {1, 2, 3});
    // r = 1, sigma = 2: 4 / 2.5^2
    assertThat(IlambScores.distribution(twice)).isCloseTo(0.64, within(1e-12));
    IlambScores one = new IlambScores(1, 0.5, 1, Double.NaN, Double.NaN);
    IlambScores other = new IlambScores(0, 0.5, 0.2, 0.4, Double.NaN);
    IlambScores mean = IlambScores.mean(List.of(one, other), new double[] {3, 1}, twice);
    assertThat(mean.bias()).isCloseTo(0.75, within(1e-12));
    assertThat(mean.cycle()).isCloseTo(0.8, within(1e-12));
    assertThat(mean.interannual()).isCloseTo(0.4, within(1e-12));
    assertThat(mean.distribution()).isCloseTo(0.64, within(1e-12));
  }

  @Test
  void aReferenceWithoutAMonthOfTheYearHasNoScores() {
    double[] reference = series(2, 6, 0);
    for (int m = 4; m < reference.length; m += 12) {
      reference[m] = Double.NaN;
    }
    assertThat(IlambScores.of(MONTHS, series(2, 6, 0), reference)).isEqualTo(IlambScores.NONE);
  }
}
