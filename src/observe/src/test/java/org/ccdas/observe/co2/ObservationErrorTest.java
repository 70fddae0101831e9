package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.station.MonthlyMean;
import org.ccdas.observe.station.Quality;
import org.ccdas.observe.station.RecordFiles;
import org.ccdas.observe.station.RecordFormat;
import org.ccdas.observe.station.RecordPlace;
import org.ccdas.observe.station.SamplingType;
import org.ccdas.observe.station.StationRecord;
import org.junit.jupiter.api.Test;

class ObservationErrorTest {
  private static final MonthAxis WINDOW =
      MonthAxis.of(YearMonth.of(2010, 1), YearMonth.of(2015, 12));
  private static final Station STATION =
      new Station("ABC", "", "A", 10, 20, 30, "", "N", 1.0, 1, 0, "");

  private static StationRecord record(List<MonthlyMean> months) {
    return new StationRecord(
        "ABC",
        "",
        "",
        new RecordPlace(10, 20, 30, Double.NaN),
        SamplingType.FLASK,
        "surface-flask",
        "",
        months);
  }

  /** A fifth harmonic of amplitude a leaves a residual of a/sqrt(2). */
  private static double value(int month, double amplitude) {
    return 390 + 0.2 * month + amplitude * Math.cos(2 * Math.PI * 5 * month / 12);
  }

  @Test
  void residualOfTheFitStandsInForMissingStandardDeviations() {
    List<MonthlyMean> months = new ArrayList<>();
    for (int m = 0; m < 72; m++) {
      months.add(
          m == 5
              ? MonthlyMean.of(WINDOW.at(m), value(m, 0.8), 20, 1.7)
              : MonthlyMean.of(WINDOW.at(m), value(m, 0.8)));
    }
    ScreenedStation screened = ObservationError.standard().screen(record(months), STATION, WINDOW);
    assertThat(screened.usable()).isTrue();
    double r = screened.residual();
    assertThat(r).isCloseTo(0.8 / Math.sqrt(2), within(1e-2));
    double[] sigma = screened.observations().sigma();
    assertThat(sigma[0]).isEqualTo(Math.sqrt(0.25 + r * r + 1));
    assertThat(sigma[5]).isEqualTo(Math.sqrt(0.25 + 1.7 * 1.7 + 1));
    assertThat(screened.meanStandardDeviation()).isEqualTo(1.7);
  }

  @Test
  void monthsOutsideTheWindowAndRejectedOnesAreLeftOut() {
    List<MonthlyMean> months = new ArrayList<>();
    for (int m = -12; m < 84; m++) {
      months.add(
          m == 3
              ? new MonthlyMean(WINDOW.at(m), 390, 4, 0.5, "*..", Quality.REJECTED)
              : MonthlyMean.of(WINDOW.at(m), value(m, 0.1)));
    }
    StationObservations observations =
        ObservationError.standard().screen(record(months), STATION, WINDOW).observations();
    assertThat(observations.months()).hasSize(71).doesNotContain(3);
    assertThat(observations.value()[0]).isEqualTo(value(0, 0.1));
  }

  @Test
  void aYearWithTooFewMonthsMakesAStationUnusable() {
    List<MonthlyMean> months = new ArrayList<>();
    for (int m = 0; m < 72; m++) {
      // 2013 (months 36..47) keeps seven
      if (m < 36 || m >= 41) {
        months.add(MonthlyMean.of(WINDOW.at(m), value(m, 0.1)));
      }
    }
    ScreenedStation screened = ObservationError.standard().screen(record(months), STATION, WINDOW);
    assertThat(screened.usable()).isFalse();
    assertThat(screened.reason()).isEqualTo("too few months: 2013 has 7 of 8");
    assertThat(screened.observations().months()).hasSize(67);
  }

  @Test
  void aYearThatTheWindowCutsNeedsItsShare() {
    MonthAxis cut = MonthAxis.of(YearMonth.of(2010, 7), YearMonth.of(2012, 3));
    List<MonthlyMean> months = new ArrayList<>();
    for (int m = 0; m < cut.count(); m++) {
      if (m != 0 && m != 1) {
        months.add(MonthlyMean.of(cut.at(m), value(m, 0.1)));
      }
    }
    // half of 2010 needs 4 of its 6 months, a quarter of 2012 needs 2 of 3
    assertThat(ObservationError.standard().screen(record(months), STATION, cut).usable()).isTrue();
    months.remove(0);
    assertThat(ObservationError.standard().screen(record(months), STATION, cut).reason())
        .isEqualTo("too few months: 2010 has 3 of 4");
  }

  @Test
  void aShortRecordWithoutStandardDeviationsHasNoErrorAndNoValue() {
    List<MonthlyMean> months = new ArrayList<>();
    for (int m = 0; m < 11; m++) {
      months.add(
          m < 3 ? MonthlyMean.of(WINDOW.at(m), 390, 4, 0.3) : MonthlyMean.of(WINDOW.at(m), 391));
    }
    ScreenedStation screened = ObservationError.standard().screen(record(months), STATION, WINDOW);
    assertThat(screened.residual()).isNaN();
    assertThat(screened.observations().months()).containsExactly(0, 1, 2);
    assertThat(screened.usable()).isFalse();
  }

  @Test
  void aSingleSampleHasNoStandardDeviation() {
    List<MonthlyMean> months = new ArrayList<>();
    for (int m = 0; m < 72; m++) {
      months.add(MonthlyMean.of(WINDOW.at(m), value(m, 0.8), m == 5 ? 1 : 2, 0));
    }
    ScreenedStation screened = ObservationError.standard().screen(record(months), STATION, WINDOW);
    double r = screened.residual();
    assertThat(screened.observations().sigma()[4]).isEqualTo(Math.sqrt(0.25 + 1));
    assertThat(screened.observations().sigma()[5]).isEqualTo(Math.sqrt(0.25 + r * r + 1));
  }

  @Test
  void noMonthsAYearMaySuffice() {
    ObservationError any = new ObservationError(0.5, 1.5, 0);
    assertThat(any.screen(record(List.of()), STATION, WINDOW).usable()).isTrue();
  }

  @Test
  void whiteningUsesTheGapsInMonths() {
    double[] value = {1, Double.NaN, Double.NaN, 2, 3};
    double[] sigma = {1, Double.NaN, Double.NaN, 1, 1};
    StationObservations observations =
        new StationObservations(STATION, new MonthAxis(YearMonth.of(2010, 1), 5), value, sigma);
    double[] whitened =
        ObservationError.standard().whitening(observations).whiten(new double[] {1, 0, 0});
    double rho = Math.exp(-3 / 1.5);
    assertThat(whitened[1]).isCloseTo(-rho / Math.sqrt(1 - rho * rho), within(1e-15));
    assertThat(whitened[2]).isZero();
  }

  /** Residuals and mean standard deviations that spec section 16.5 found in the real files. */
  @Test
  void realStationsHaveTheErrorsThatTheSpecificationFound() {
    Path folder = RealData.require("co2_flask/wdcgg_monthly");
    Map<String, Double> residuals =
        Map.of(
            "alt482n1",
            0.64,
            "kum519n0",
            0.41,
            "mhd653n0",
            0.60,
            "mid528n0",
            0.53,
            "rpb413n0",
            0.32,
            "psa764s0",
            0.21);
    Map<String, Double> deviations =
        Map.of("brw471n0", 1.50, "mlo519n1", 0.69, "smo514s0", 0.47, "spo789s1", 0.12);
    double correlation = 0;
    for (String name : residuals.keySet()) {
      ScreenedStation station = screen(folder, name);
      assertThat(station.usable()).as(name).isTrue();
      assertThat(station.residual()).as(name).isCloseTo(residuals.get(name), within(0.0051));
      assertThat(station.meanStandardDeviation()).isNaN();
      assertThat(station.lagOneCorrelation()).as(name).isBetween(0.3, 0.95);
      correlation += station.lagOneCorrelation();
    }
    for (String name : deviations.keySet()) {
      ScreenedStation station = screen(folder, name);
      assertThat(station.usable()).as(name).isTrue();
      assertThat(station.meanStandardDeviation())
          .as(name)
          .isCloseTo(deviations.get(name), within(0.0051));
      assertThat(station.lagOneCorrelation()).as(name).isBetween(0.3, 0.95);
      correlation += station.lagOneCorrelation();
    }
    assertThat(correlation / 10).isCloseTo(0.6, within(0.05));
  }

  @Test
  void realStationsThatMissTooManyMonthsAreNamed() {
    Path folder = RealData.require("co2_flask/wdcgg_monthly");
    assertThat(screen(folder, "azr638n0").reason())
        .isEqualTo("too few months: 2010 has 2 of 8, 2011 has 0 of 8, 2012 has 7 of 8");
    assertThat(screen(folder, "cba455n0").reason()).isEqualTo("too few months: 2013 has 6 of 8");
    assertThat(screen(folder, "azr638n0").observations().months()).hasSize(42);
    assertThat(screen(folder, "sey104s0").usable()).isTrue();
  }

  private static ScreenedStation screen(Path folder, String name) {
    Location file = Location.of(folder.resolve(name + ".dat"));
    StationRecord record = RecordFiles.read(file, RecordFormat.WDCGG, Set.of()).record();
    Station station =
        new StationPlaces(Optional.empty(), StationTable.standard())
            .station(record.code(), record, file);
    return ObservationError.standard().screen(record, station, WINDOW);
  }
}
