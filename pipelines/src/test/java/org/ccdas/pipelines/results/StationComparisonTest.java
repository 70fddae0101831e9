package org.ccdas.pipelines.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ccdas.pipelines.run.RunOutcome;
import org.junit.jupiter.api.Test;

class StationComparisonTest {
  private final RunOutcome outcome = SmallRun.outcome();
  private final List<StationComparison> stations = StationComparison.of(outcome);

  @Test
  void stationsAreInTheOrderOfTheExperiment() {
    assertThat(stations)
        .extracting(station -> station.station().code())
        .containsExactly("MLO", "BRW", "SPO");
    assertThat(stations)
        .extracting(StationComparison::assimilated)
        .containsExactly(true, true, false);
  }

  /** The misfit is the sum of those of the stations that are assimilated. */
  @Test
  void chiSquareOfStationsSumsToTheMisfit() {
    double prior = 0;
    double posterior = 0;
    for (StationComparison station : stations) {
      if (station.assimilated()) {
        int n = station.priorStatistics().count();
        prior += n * station.chiSquare().prior() / 2;
        posterior += n * station.chiSquare().posterior() / 2;
      } else {
        assertThat(station.chiSquare().prior()).isNaN();
      }
    }
    assertThat(prior).isCloseTo(outcome.prior().co2(), within(1e-10 * prior));
    assertThat(posterior).isCloseTo(outcome.posterior().co2(), within(1e-10 * posterior));
  }

  @Test
  void biasIsModelledLessObserved() {
    StationComparison station = stations.get(0);
    double[] observed = station.observations().value();
    double sum = 0;
    int n = 0;
    for (int month = 0; month < observed.length; month++) {
      if (!Double.isNaN(observed[month])) {
        sum += station.prior()[month] - observed[month];
        n++;
      }
    }
    assertThat(station.priorStatistics().count()).isEqualTo(n).isEqualTo(SmallRun.MONTHS - 1);
    assertThat(station.priorStatistics().bias()).isCloseTo(sum / n, within(1e-12));
    assertThat(station.prior()).isNotEqualTo(station.posterior());
  }
}
