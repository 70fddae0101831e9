package org.ccdas.verify.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.ccdas.observe.moisture.DailySoilMoisture;
import org.junit.jupiter.api.Test;

class SatelliteMoistureTest {
  private static final int CELLS = 300;
  private static final int DAYS = 600;

  private static double[][] truth() {
    double[][] truth = new double[CELLS][DAYS];
    for (double[] cell : truth) {
      Arrays.setAll(cell, day -> 0.35 + 0.05 * Math.sin(day / 30.0));
    }
    Arrays.fill(truth[0], 100, 200, Double.NaN);
    return truth;
  }

  @Test
  void errorsHaveTheStatedSizeAndOffsetsTheirPrior() {
    double[][] truth = truth();
    SatelliteMoisture seen = SatelliteMoisture.of(truth, LocalDate.of(2010, 1, 1), 5);
    DailySoilMoisture observed = seen.observed();
    double squares = 0;
    int count = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      for (int day = 0; day < DAYS; day++) {
        if (!Float.isNaN(observed.value()[cell][day])) {
          assertThat((day - cell) % 3).isZero();
          double sigma = observed.standardError()[cell][day];
          assertThat(sigma).isBetween(0.0447, 0.0641);
          double error = observed.value()[cell][day] - truth[cell][day] - seen.offset()[cell];
          squares += error * error / (sigma * sigma);
          count++;
        }
      }
    }
    assertThat(count).isBetween(CELLS * DAYS / 3 - 200, CELLS * DAYS / 3);
    assertThat(squares / count).isCloseTo(1, within(0.05));
    double offsets = Arrays.stream(seen.offset()).map(a -> a * a).sum() / CELLS;
    assertThat(Math.sqrt(offsets)).isCloseTo(0.1, within(0.012));
  }

  @Test
  void frozenGroundIsNotSeenAndTheSeedDecides() {
    DailySoilMoisture observed =
        SatelliteMoisture.of(truth(), LocalDate.of(2010, 1, 1), 5).observed();
    for (int day = 100; day < 200; day++) {
      assertThat(observed.value()[0][day]).isNaN();
    }
    float[][] again = SatelliteMoisture.of(truth(), LocalDate.of(2010, 1, 1), 5).observed().value();
    assertThat(Arrays.deepEquals(again, observed.value())).isTrue();
    assertThat(SatelliteMoisture.of(truth(), LocalDate.of(2010, 1, 1), 6).observed().value()[1])
        .isNotEqualTo(observed.value()[1]);
  }
}
