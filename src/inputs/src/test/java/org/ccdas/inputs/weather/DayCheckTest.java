package org.ccdas.inputs.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.junit.jupiter.api.Test;

class DayCheckTest {
  private static final LocalDate WINTER = LocalDate.of(2012, 12, 21);
  private static final List<Cell> CELLS =
      List.of(Cell.of(4, 60, 10, LatLonBox.around(60, 10, 2, 2), List.of(9)));
  private static final WeatherArchive WFDE5 = WeatherArchives.named("wfde5");

  private static LocalDay day(int variable, Quantity quantity, float value) {
    return new LocalDay(variable, quantity, WINTER, new float[] {value});
  }

  /** Tair is variable 0, Rainf 1, Snowf 2, SWdown 3. */
  private static List<LocalDay> parts(float tmin, float tmax, float rain, float snow, float light) {
    return new ArrayList<>(
        List.of(
            day(3, Quantity.SHORTWAVE, light),
            day(2, Quantity.PRECIPITATION, snow),
            day(0, Quantity.TMIN, tmin),
            day(1, Quantity.PRECIPITATION, rain),
            day(0, Quantity.TMAX, tmax)));
  }

  private static CheckedDay check(List<LocalDay> parts) {
    return DayCheck.of(WFDE5, CELLS).check(WINTER, parts);
  }

  @Test
  void rainAndSnowAreAdded() {
    CheckedDay day = check(parts(-5, 1, 2, 3, 10));
    assertThat(day.problems()).isEmpty();
    assertThat(day.values()[Quantity.PRECIPITATION.ordinal()][0]).isEqualTo(5);
    assertThat(day.values()[Quantity.TMAX.ordinal()][0]).isEqualTo(1);
  }

  @Test
  void whatIsMissingIsNamedByPart() {
    List<LocalDay> parts = parts(-5, 1, 2, 3, 10);
    parts.remove(1);
    assertThat(check(parts).problems())
        .containsExactly("precipitation (snow) is not there for the whole day");
    assertThat(check(parts(-5, Float.NaN, 2, 3, 10)).problems())
        .containsExactly("tmax is not there for the whole day");
  }

  @Test
  void impossibleValuesAreNamed() {
    // On the shortest day 24 W m-2 fall on the top of the atmosphere at 60 north, 33 at 59.
    assertThat(check(parts(-5, 1, 2, 3, 80)).problems().get(0))
        .contains("cell 4: shortwave of 80.0")
        .contains("top of the atmosphere");
    assertThat(check(parts(-5, 1, 2, 3, 24)).problems()).isEmpty();
    assertThat(check(parts(5, 1, 2, 3, 10)).problems()).hasSize(1);
    assertThat(check(parts(-273, 1, 2, 3, 10)).problems().get(0)).contains("-273");
    assertThat(check(parts(-5, 1, -1, 0, 10)).problems().get(0)).contains("precipitation of -1.0");
  }

  @Test
  void packingIsPutRight() {
    CheckedDay day = check(parts(1.02f, 1, -0.01f, 0, -0.02f));
    assertThat(day.problems()).isEmpty();
    assertThat(day.values()[Quantity.TMIN.ordinal()][0]).isEqualTo(1.01f);
    assertThat(day.values()[Quantity.TMAX.ordinal()][0]).isEqualTo(1.01f);
    assertThat(day.values()[Quantity.PRECIPITATION.ordinal()][0]).isZero();
    assertThat(day.values()[Quantity.SHORTWAVE.ordinal()][0]).isZero();
  }
}
