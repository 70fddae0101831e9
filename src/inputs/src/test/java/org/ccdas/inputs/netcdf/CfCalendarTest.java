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
  @ValueSource(strings = {"none", "lunar"})
  void refusesWhatIsNoCalendar(String name) {
    assertThatThrownBy(() -> CfCalendar.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void standardCalendarIsJulianBefore1582() {
    // COARDS files count from year 1; 1979-01-01 is hour 17338824 there, as ncview and cdo show.
    assertThat(plusDays(CfCalendar.STANDARD, 1, 1, 1, 17338824 / 24))
        .isEqualTo(LocalDate.of(1979, 1, 1));
    assertThat(plusDays(CfCalendar.PROLEPTIC_GREGORIAN, 1, 1, 1, 17338824 / 24))
        .isEqualTo(LocalDate.of(1979, 1, 3));
    assertThat(plusDays(CfCalendar.STANDARD, 1582, 10, 4, 1)).isEqualTo(LocalDate.of(1582, 10, 15));
  }

  @Test
  void standardAndProlepticAgreeToday() {
    for (int day = -50_000; day <= 50_000; day += 997) {
      LocalDate expected = LocalDate.of(1970, 1, 1).plusDays(day);
      assertThat(plusDays(CfCalendar.STANDARD, 1970, 1, 1, day)).isEqualTo(expected);
      assertThat(plusDays(CfCalendar.PROLEPTIC_GREGORIAN, 1970, 1, 1, day)).isEqualTo(expected);
    }
  }

  @Test
  void noLeapSkipsTheLeapDay() {
    assertThat(plusDays(CfCalendar.NOLEAP, 2008, 1, 1, 58)).isEqualTo(LocalDate.of(2008, 2, 28));
    assertThat(plusDays(CfCalendar.NOLEAP, 2008, 1, 1, 59)).isEqualTo(LocalDate.of(2008, 3, 1));
    assertThat(plusDays(CfCalendar.NOLEAP, 2008, 1, 1, 364)).isEqualTo(LocalDate.of(2008, 12, 31));
    assertThat(plusDays(CfCalendar.NOLEAP, 2008, 1, 1, 365)).isEqualTo(LocalDate.of(2009, 1, 1));
    assertThat(plusDays(CfCalendar.NOLEAP, 2009, 3, 1, -1)).isEqualTo(LocalDate.of(2009, 2, 28));
    assertThat(plusDays(CfCalendar.NOLEAP, 1850, 1, 1, 365L * 158))
        .isEqualTo(LocalDate.of(2008, 1, 1));
  }

  @Test
  void refusesReferenceDatesThatDoNotExist() {
    assertThatThrownBy(() -> plusDays(CfCalendar.NOLEAP, 2008, 2, 29, 0))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> plusDays(CfCalendar.STANDARD, 2009, 2, 29, 0))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> plusDays(CfCalendar.PROLEPTIC_GREGORIAN, 2009, 13, 1, 0))
        .hasMessageContaining("does not exist");
  }

  @Test
  void monthsAreMonthsInEveryCalendar() {
    assertThat(month(CfCalendar.DAYS_360, 2000, 1, 1, 360 * 10 + 45)).isEqualTo("2010-02");
    assertThat(month(CfCalendar.DAYS_360, 2000, 2, 30, 0)).isEqualTo("2000-02");
    assertThat(month(CfCalendar.ALL_LEAP, 2001, 2, 29, 0)).isEqualTo("2001-02");
    assertThat(month(CfCalendar.ALL_LEAP, 2001, 2, 29, 1)).isEqualTo("2001-03");
    // 14 January 1900 of the Gregorian calendar is 2 January of the Julian one
    assertThat(CfCalendar.JULIAN.number(1900, 1, 2))
        .isEqualTo(LocalDate.of(1900, 1, 14).toEpochDay());
    assertThat(month(CfCalendar.JULIAN, 1900, 1, 2, -2)).isEqualTo("1899-12");
    assertThatThrownBy(() -> CfCalendar.DAYS_360.number(2000, 1, 31))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> CfCalendar.DAYS_360.date(0)).hasMessageContaining("360_day");
  }

  private static String month(CfCalendar calendar, int year, int month, int day, long days) {
    return calendar.month(calendar.number(year, month, day) + days).toString();
  }

  private static LocalDate plusDays(CfCalendar calendar, int year, int month, int day, long days) {
    return calendar.date(calendar.number(year, month, day) + days);
  }
}
