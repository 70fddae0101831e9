package org.ccdas.report.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariabilitySectionTest {
  @Test
  void seasonAndTrendAreNoAnomaly() {
    double[] series =
        IntStream.range(0, 72)
            .mapToDouble(m -> 3 + 0.05 * m + 2 * Math.sin(2 * Math.PI * m / 12))
            .toArray();
    double[] anomaly = VariabilitySection.anomaly(series);
    assertThat(anomaly[5]).isNaN();
    assertThat(anomaly[66]).isNaN();
    for (int m = 6; m < 66; m++) {
      assertThat(anomaly[m]).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void aGoodYearStandsOut() {
    double[] series = IntStream.range(0, 72).mapToDouble(m -> m / 12 == 2 ? 1 : 0).toArray();
    double[] anomaly = VariabilitySection.anomaly(series);
    assertThat(anomaly[30]).isGreaterThan(0.7).isGreaterThan(anomaly[60] + 0.8);
  }
}
