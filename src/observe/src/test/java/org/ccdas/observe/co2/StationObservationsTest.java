package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.YearMonth;
import java.util.Set;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class StationObservationsTest {
  private static final Station STATION =
      new Station("ABC", "", "A", 10, 20, 30, "", "N", 1.0, 1, 0, "");
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2010, 1), 3);

  private static StationObservations example() {
    return new StationObservations(
        STATION, WINDOW, new double[] {390, Double.NaN, 391}, new double[] {1, Double.NaN, 1.5});
  }

  @Test
  void listsTheMonthsThatHaveAValue() {
    assertThat(example().months()).containsExactly(0, 2);
    assertThat(example()).hasToString("ABC, 2 of 3 months from 2010-01");
  }

  @Test
  void partsOfTheMonthsMakeTheWhole() {
    MonthAxis window = new MonthAxis(YearMonth.of(2010, 11), 4);
    StationObservations all =
        new StationObservations(
            STATION,
            window,
            new double[] {390, Double.NaN, 391, 392},
            new double[] {1, Double.NaN, 1.5, 1});
    StationObservations used = all.withoutYears(Set.of(2011));
    assertThat(used.months()).containsExactly(0);
    assertThat(all.without(used).months()).containsExactly(2, 3);
    assertThat(all.without(used).value()[3]).isEqualTo(392);
    assertThat(all.emptied().months()).isEmpty();
    assertThat(all.without(all.emptied()).months()).containsExactly(all.months());
    assertThat(all.withoutYears(Set.of()).value()).containsExactly(all.value());
  }

  @Test
  void cannotBeChangedThroughItsArrays() {
    double[] value = {390, 391, 392};
    double[] sigma = {1, 1, 1};
    StationObservations observations = new StationObservations(STATION, WINDOW, value, sigma);
    value[0] = 0;
    observations.value()[1] = 0;
    observations.sigma()[1] = 0;
    assertThat(observations.value()).containsExactly(390, 391, 392);
    assertThat(observations.sigma()).containsExactly(1, 1, 1);
  }

  @Test
  void travelsBySerialisation() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(example());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(example()).hasSameHashCodeAs(example());
    }
  }

  @Test
  void valuesMayBeReplacedForTwins() {
    double[] synthetic = {400, Double.NaN, 401};
    StationObservations twin = example().withValues(synthetic);
    assertThat(twin.value()).containsExactly(synthetic);
    assertThat(twin.sigma()).containsExactly(example().sigma());
    assertThat(twin).isNotEqualTo(example());
  }

  @Test
  void refusesAValueWithoutAnError() {
    assertThatThrownBy(
            () ->
                new StationObservations(
                    STATION, WINDOW, new double[] {390, 391, 392}, new double[] {1, 0, 1}))
        .hasMessageContaining("ABC: error 0.0 ppm in 2010-02");
    assertThatThrownBy(() -> new StationObservations(STATION, WINDOW, new double[2], new double[3]))
        .hasMessageContaining("2 values and 3 errors for 3 months");
  }
}
