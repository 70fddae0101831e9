package org.ccdas.inputs.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
  @ParameterizedTest
  @CsvSource({
    "days since 1970-01-01, 14610.5, 2010-01-01T12:00",
    "hours since 1900-01-01 00:00:0.0, 964248, 2010-01-01T00:00",
    "hours since 1981-1-1 00:00:00, 744, 1981-02-01T00:00",
    "seconds since 2000-01-01T06:30:00Z, 90, 2000-01-01T06:31:30",
    "minutes since 2000-01-01 06:30 UTC, 90, 2000-01-01T08:00",
    "days since 2010-1-1 12:00:00 +00:00, -1, 2009-12-31T12:00",
    "hours since 2010-01-01 06:00 +05:30, 1, 2010-01-01T01:30",
    "hours since 2010-01-01 06:00:00 -6, 1, 2010-01-01T13:00",
    "hours since 2010-01-01T06:00:00-0330, 0, 2010-01-01T09:30",
    "milliseconds since 2010-01-01, 1500, 2010-01-01T00:00:01.5",
    "microseconds since 2010-01-01, 1500000, 2010-01-01T00:00:01.5",
    "nanoseconds since 1970-01-01, 1262304000000000000, 2010-01-01T00:00",
  })
  void decodesUnits(String units, double value, LocalDateTime expected) {
    TimeAxis axis = TimeAxis.decode(units, "", new double[] {value});
    assertThat(axis.times()).containsExactly(expected);
  }

  @Test
  void roundsTheNoiseOfSingleAndDoublePrecision() {
    // 1/3 day as a double is not 8 h exactly
    TimeAxis axis = TimeAxis.decode("days since 2010-01-01", "", new double[] {1 / 3.0});
    assertThat(axis.times()).containsExactly(LocalDateTime.of(2010, 1, 1, 8, 0));
  }

  @Test
  void noLeapAxisHasNoLeapDay() {
    double[] days = new double[366];
    for (int i = 0; i < days.length; i++) {
      days[i] = i + 0.5;
    }
    TimeAxis axis = TimeAxis.decode("days since 2012-01-01", "noleap", days);
    assertThat(axis.calendar()).isEqualTo(CfCalendar.NOLEAP);
    assertThat(axis.size()).isEqualTo(366);
    assertThat(axis.date(59)).isEqualTo(LocalDate.of(2012, 3, 1));
    assertThat(axis.date(365)).isEqualTo(LocalDate.of(2013, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "months since 1970-01-01",
        "years since 1970-01-01",
        "days since midnight",
        "month",
        "days since 1970-02-30",
        "days since 1970-01-01 morning"
      })
  void refusesWhatHasNoPlainMeaning(String units) {
    assertThatThrownBy(() -> TimeAxis.decode(units, "", new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesMissingTimes() {
    assertThatThrownBy(
            () -> TimeAxis.decode("days since 1970-01-01", "", new double[] {0, Double.NaN}))
        .hasMessageContaining("time 1");
  }
}
