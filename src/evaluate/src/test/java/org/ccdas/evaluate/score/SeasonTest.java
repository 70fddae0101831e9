package org.ccdas.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class SeasonTest {
  /** From July 2010 to December 2012. */
  private static final MonthAxis MONTHS = new MonthAxis(YearMonth.of(2010, 7), 30);

  /** 10 a year, and the number of the month of the year. */
  private static double[] series() {
    double[] values = new double[MONTHS.count()];
    Arrays.setAll(values, m -> 10 * (MONTHS.at(m).getYear() - 2010) + MONTHS.at(m).getMonthValue());
    return values;
  }

  @Test
  void theMeanSeasonIsByMonthOfTheYear() {
    double[] cycle = Season.cycle(MONTHS, series());
    // January in 2011 and 2012: 11 and 21; July in all three years: 7, 17, 27
    assertThat(cycle[0]).isEqualTo(16);
    assertThat(cycle[6]).isEqualTo(17);
    assertThat(Season.anomaly(MONTHS, series())[0]).isEqualTo(-10);
  }

  @Test
  void yearsAreWholeCalendarYears() {
    assertThat(Season.wholeYears(MONTHS)).isEqualTo(new MonthAxis(YearMonth.of(2011, 1), 24));
    assertThat(Season.years(MONTHS, series())).containsExactly(16.5, 26.5);
    assertThat(Season.wholeYears(new MonthAxis(YearMonth.of(2010, 2), 20))).isNull();
    double[] gap = series();
    gap[8] = Double.NaN;
    assertThat(Season.years(MONTHS, gap)[0]).isNaN();
  }

  @Test
  void aRunningMeanTakesASeasonAway() {
    double[] season = new double[MONTHS.count()];
    Arrays.setAll(season, m -> 5 + Math.sin(2 * Math.PI * m / 12));
    double[] mean = Season.runningMean(season);
    assertThat(mean[5]).isNaN();
    assertThat(mean[6]).isCloseTo(5, within(1e-12));
    assertThat(mean[23]).isCloseTo(5, within(1e-12));
    assertThat(mean[24]).isNaN();
  }

  @Test
  void lagAndAmplitude() {
    double[] early = new double[12];
    double[] late = new double[12];
    Arrays.setAll(early, k -> 3 * Math.cos(2 * Math.PI * (k - 5) / 12));
    Arrays.setAll(late, k -> Math.cos(2 * Math.PI * (k - 6.5) / 12));
    assertThat(Season.lag(late, early)).isCloseTo(1.5, within(1e-12));
    assertThat(Season.lag(early, late)).isCloseTo(-1.5, within(1e-12));
    assertThat(Season.amplitude(early)).isCloseTo(6, within(1e-12));
    late[3] = Double.NaN;
    assertThat(Season.lag(late, early)).isNaN();
    assertThat(Season.amplitude(late)).isNaN();
  }
}
