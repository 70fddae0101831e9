package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeanPreservingCurveTest {
  private static final double[] BOREAL = {-25, -22, -14, -3, 6, 13, 17, 14, 7, -2, -14, -22};

  @Test
  void keepsTheMonthlyMeans() {
    for (boolean leap : new boolean[] {false, true}) {
      double[] daily = MeanPreservingCurve.daily(BOREAL, leap);
      assertThat(daily).hasSize(leap ? 366 : 365);
      int day = 0;
      for (int m = 1; m <= 12; m++) {
        int length = YearMonth.of(leap ? 2000 : 2001, m).lengthOfMonth();
        double mean = Arrays.stream(daily, day, day + length).average().orElseThrow();
        assertThat(mean).isCloseTo(BOREAL[m - 1], within(1e-12));
        day += length;
      }
    }
  }

  @Test
  void isSmoothAlsoOverTheNewYear() {
    double[] daily = MeanPreservingCurve.daily(BOREAL, false);
    for (int d = 0; d < 365; d++) {
      // the steepest month-to-month change is 12 K in 30 days
      assertThat(Math.abs(daily[(d + 1) % 365] - daily[d])).isLessThan(0.6);
    }
  }

  @Test
  void keepsConstants() {
    double[] same = new double[12];
    Arrays.fill(same, 3.5);
    for (double value : MeanPreservingCurve.daily(same, false)) {
      assertThat(value).isCloseTo(3.5, within(1e-13));
    }
  }
}
