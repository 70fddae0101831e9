package org.ccdas.inputs.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CfCalendarTest {
  @Test
  void knowsTheNamesOfCf() {
    assertThat(CfCalendar.named("")).isEqualTo(CfCalendar.STANDARD);
    assertThat(CfCalendar.named("GREGORIAN")).isEqualTo(CfCalendar.STANDARD);
    assertThat(CfCalendar.named("proleptic_gregorian")).isEqualTo(CfCalendar.PROLEPTIC_GREGORIAN);
    assertThat(CfCalendar.named("365_day")).isEqualTo(CfCalendar.NOLEAP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"360_day", "all_leap", "366_day", "julian", "none", "lunar"})
  void refusesCalendarsWithoutRealDates(String name) {
    assertThatThrownBy(() -> CfCalendar.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void standardCalendarIsJulianBefore1582() {
    // COARDS files count from year 1; 1979-01-01 is hour 17338824 there, as ncview and cdo show.
    assertThat(CfCalendar.STANDARD.plusDays(1, 1, 1, 17338824 / 24))
        .isEqualTo(LocalDate.of(1979, 1, 1));
    assertThat(CfCalendar.PROLEPTIC_GREGORIAN.plusDays(1, 1, 1, 17338824 / 24))
        .isEqualTo(LocalDate.of(1979, 1, 3));
    assertThat(CfCalendar.STANDARD.plusDays(1582, 10, 4, 1)).isEqualTo(LocalDate.of(1582, 10, 15));
  }

  @Test
  void standardAndProlepticAgreeToday() {
    for (int day = -50_000; day <= 50_000; day += 997) {
      LocalDate expected = LocalDate.of(1970, 1, 1).plusDays(day);
      assertThat(CfCalendar.STANDARD.plusDays(1970, 1, 1, day)).isEqualTo(expected);
      assertThat(CfCalendar.PROLEPTIC_GREGORIAN.plusDays(1970, 1, 1, day)).isEqualTo(expected);
    }
  }

  @Test
  void noLeapSkipsTheLeapDay() {
    assertThat(CfCalendar.NOLEAP.plusDays(2008, 1, 1, 58)).isEqualTo(LocalDate.of(2008, 2, 28));
    assertThat(CfCalendar.NOLEAP.plusDays(2008, 1, 1, 59)).isEqualTo(LocalDate.of(2008, 3, 1));
    assertThat(CfCalendar.NOLEAP.plusDays(2008, 1, 1, 364)).isEqualTo(LocalDate.of(2008, 12, 31));
    assertThat(CfCalendar.NOLEAP.plusDays(2008, 1, 1, 365)).isEqualTo(LocalDate.of(2009, 1, 1));
    assertThat(CfCalendar.NOLEAP.plusDays(2009, 3, 1, -1)).isEqualTo(LocalDate.of(2009, 2, 28));
    assertThat(CfCalendar.NOLEAP.plusDays(1850, 1, 1, 365L * 158))
        .isEqualTo(LocalDate.of(2008, 1, 1));
  }

  @Test
  void refusesReferenceDatesThatDoNotExist() {
    assertThatThrownBy(() -> CfCalendar.NOLEAP.plusDays(2008, 2, 29, 0))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> CfCalendar.STANDARD.plusDays(2009, 2, 29, 0))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> CfCalendar.PROLEPTIC_GREGORIAN.plusDays(2009, 13, 1, 0))
        .hasMessageContaining("does not exist");
  }
}
