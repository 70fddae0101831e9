package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class ResponseTest {
  /** Two stations, three boxes, four lags. */
  static Response example(StartMonths starts) {
    double[] duration = new double[starts.count()];
    for (int start = 0; start < duration.length; start++) {
      duration[start] = (28 + start % 4) / 365.0;
    }
    double[] values =
        new SplittableRandom(1).doubles(2L * starts.count() * 4 * 3, 1e-13, 1e-12).toArray();
    return new Response("example.nc", receptors(), regions(), starts, 4, duration, values);
  }

  private static List<Receptor> receptors() {
    return List.of(new Receptor("AAA", 10, 20, 30), new Receptor("BBB", -10, 200, 0));
  }

  private static List<TransportRegion> regions() {
    return List.of(
        new TransportRegion("south", new LatLonBox(-90, 0, -180, 180)),
        new TransportRegion("west", new LatLonBox(0, 90, -180, 0)),
        new TransportRegion("east", new LatLonBox(0, 90, 0, 180)));
  }

  @Test
  void valuesAreIndexedByStationStartLagRegion() {
    Response response = example(new StartMonths.Seasonal());
    double[] values = response.values();
    assertThat(response.value(1, 5, 2, 1)).isEqualTo(values[((12 + 5) * 4 + 2) * 3 + 1]);
  }

  @Test
  void restrictionKeepsTheChosenRegionsInTheirOrder() {
    Response response = example(new StartMonths.Seasonal());
    Response part = response.restrictedTo(new int[] {2, 0});
    assertThat(part.regions()).extracting(TransportRegion::name).containsExactly("east", "south");
    for (int lag = 0; lag < 4; lag++) {
      assertThat(part.value(1, 7, lag, 0)).isEqualTo(response.value(1, 7, lag, 2));
      assertThat(part.value(0, 7, lag, 1)).isEqualTo(response.value(0, 7, lag, 0));
    }
  }

  @Test
  void stationsAreChosenByCode() {
    Response response = example(new StartMonths.Seasonal());
    Response part = response.atStations(List.of("BBB", "AAA"));
    assertThat(part.receptors()).extracting(Receptor::code).containsExactly("BBB", "AAA");
    assertThat(part.value(0, 3, 1, 2)).isEqualTo(response.value(1, 3, 1, 2));
    assertThatThrownBy(() -> response.atStations(List.of("AAA", "MLO")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("example.nc")
        .hasMessageContaining("Station MLO is missing")
        .hasMessageContaining("AAA BBB");
  }

  @Test
  void datedResponsesKnowTheirMonths() {
    StartMonths dated = new StartMonths.Dated(new MonthAxis(YearMonth.of(2010, 11), 5));
    assertThat(dated.index(YearMonth.of(2011, 1))).isEqualTo(2);
    assertThat(dated.index(YearMonth.of(2010, 10))).isNegative();
    assertThat(new StartMonths.Seasonal().index(YearMonth.of(2010, 11))).isEqualTo(10);
    assertThat(example(dated).values()).hasSize(2 * 5 * 4 * 3);
  }

  @Test
  void aValueThatIsNotFiniteIsNamedByItsPlace() {
    Response good = example(new StartMonths.Seasonal());
    double[] values = good.values();
    values[((12 + 5) * 4 + 2) * 3 + 1] = Double.NaN;
    assertThatThrownBy(() -> with(receptors(), regions(), 4, months(1 / 12.0), values))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.place()).isEqualTo("station BBB, start month 6, lag 2, region west"));
  }

  @Test
  void refusesWhatIsNoResponse() {
    double[] values = example(new StartMonths.Seasonal()).values();
    Receptor one = receptors().get(0);
    refused(() -> with(List.of(one, one), regions(), 4, months(1 / 12.0), values), "AAA stands");
    refused(() -> with(receptors(), regions(), 49, months(1 / 12.0), values), "49 lags");
    refused(() -> with(receptors(), regions(), 3, months(1 / 12.0), values), "288 values");
    refused(() -> with(receptors(), regions(), 4, months(1), values), "1.0 years");
    refused(() -> with(List.of(), regions(), 4, months(1 / 12.0), values), "0 stations");
  }

  private static void refused(Runnable making, String problem) {
    assertThatThrownBy(making::run)
        .isInstanceOf(InputException.class)
        .hasMessageContaining(problem);
  }

  private static double[] months(double years) {
    double[] duration = new double[12];
    Arrays.fill(duration, years);
    return duration;
  }

  private static Response with(
      List<Receptor> receptors,
      List<TransportRegion> regions,
      int lags,
      double[] duration,
      double[] values) {
    return new Response(
        "example.nc", receptors, regions, new StartMonths.Seasonal(), lags, duration, values);
  }

  @Test
  void cannotBeChangedThroughItsArrays() {
    Response response = example(new StartMonths.Seasonal());
    double before = response.value(0, 0, 0, 0);
    IntStream.range(0, 3).forEach(i -> response.values()[i] = 7);
    assertThat(response.value(0, 0, 0, 0)).isEqualTo(before);
  }
}
