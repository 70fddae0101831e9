package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.station.MonthlyMean;
import org.ccdas.observe.station.RecordPlace;
import org.ccdas.observe.station.SamplingType;
import org.ccdas.observe.station.StationRecord;
import org.ccdas.observe.stream.StreamRun;
import org.ccdas.observe.stream.StreamValue;
import org.junit.jupiter.api.Test;

/** Two stations of 14 months, of which the first lacks one, and one that is held out. */
class StationComparisonTest {
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2010, 1), 14);
  private static final int MISSING = 5;

  private final List<StationSeries> series = series();
  private final StreamRun run = run(series);
  private final List<StationComparison> stations = StationComparison.of(series, run);

  private static List<StationSeries> series() {
    List<StationSeries> all = new ArrayList<>();
    for (String code : List.of("MLO", "BRW", "SPO")) {
      Station station = StationTable.standard().station(code);
      List<MonthlyMean> months = new ArrayList<>();
      double[] noise = new NormalStream(code.hashCode()).next(WINDOW.count());
      for (int month = 0; month < WINDOW.count(); month++) {
        if (!code.equals("MLO") || month != MISSING) {
          double co2 = 388 + 0.15 * month + noise[month];
          months.add(MonthlyMean.of(WINDOW.at(month), co2, 4, 0.3));
        }
      }
      StationRecord record =
          new StationRecord(
              code,
              station.name(),
              "a test",
              new RecordPlace(station.lat(), station.lon(), station.elevation(), Double.NaN),
              SamplingType.FLASK,
              "surface-flask",
              "none",
              months);
      ScreenedStation screened = ObservationError.standard().screen(record, station, WINDOW);
      StationObservations used =
          code.equals("SPO") ? screened.observations().emptied() : screened.observations();
      all.add(new StationSeries(record, screened, used, Optional.empty()));
    }
    return all;
  }

  private static StreamRun run(List<StationSeries> series) {
    Co2Term term =
        new Co2Term(series.stream().map(StationSeries::used).toList(), ObservationError.standard());
    Co2Operator operator = new Co2Operator(term, new double[term.size()]);
    return new StreamRun(WINDOW, List.of(), operator, end(operator, 1), end(operator, 0.3));
  }

  private static StreamRun.End end(Co2Operator operator, double distance) {
    double[] modelled = new double[operator.background().length];
    Arrays.setAll(modelled, i -> 388 + distance * Math.sin(i) + 0.1 * (i % WINDOW.count()));
    return new StreamRun.End(
        new StreamValue(operator.cost(modelled), modelled), List.of(), (which, cell) -> null);
  }

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
    assertThat(prior).isCloseTo(run.prior().value().cost(), within(1e-10 * prior));
    assertThat(posterior).isCloseTo(run.posterior().value().cost(), within(1e-10 * posterior));
    assertThat(prior).isNotEqualTo(posterior).isPositive();
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
    assertThat(station.priorStatistics().count()).isEqualTo(n).isEqualTo(WINDOW.count() - 1);
    assertThat(station.priorStatistics().bias()).isCloseTo(sum / n, within(1e-12));
    assertThat(station.prior()).isNotEqualTo(station.posterior());
  }

  @Test
  void whatIsHeldOutHasAFitOfItsOwn() {
    Co2Fit used = Co2Fit.assimilated(run).orElseThrow();
    Co2Fit others = Co2Fit.heldOut(series, run).orElseThrow();
    assertThat(used.n()).isEqualTo(2 * WINDOW.count() - 1);
    assertThat(used.stations()).isEqualTo(2);
    assertThat(used.chiSquare().prior())
        .isCloseTo(2 * run.prior().value().cost() / used.n(), within(1e-12));
    assertThat(others.n()).isEqualTo(WINDOW.count());
    assertThat(others.stations()).isEqualTo(1);
    StationComparison spo = stations.get(2);
    assertThat(others.rmse().prior()).isCloseTo(spo.priorStatistics().rmse(), within(1e-12));
    assertThat(others.rmse().posterior())
        .isCloseTo(spo.posteriorStatistics().rmse(), within(1e-12))
        .isNotEqualTo(others.rmse().prior());
    assertThat(others.bias().prior()).isCloseTo(spo.priorStatistics().bias(), within(1e-12));
  }
}
