package org.ccdas.inputs.netcdf;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/**
 * The calendars of CF. Each counts its days by whole numbers of its own; a month is a month in all
 * of them, while days are real only in some.
 */
public enum CfCalendar {
  /** Gregorian since 15 October 1582, Julian before; the default of CF. */
  STANDARD,
  /** Gregorian at all times. */
  PROLEPTIC_GREGORIAN,
  /** Julian at all times. */
  JULIAN,
  /**
   * No leap years. Each day is the Gregorian day of the same name; on 29 February, which the file
   * lacks, the 28th is used again.
   */
  NOLEAP,
  /** A leap day in every year; months only. */
  ALL_LEAP,
  /** Twelve months of 30 days; months only. */
  DAYS_360;

  private static final long DAY_MILLIS = 86_400_000L;

  /** Any year with the lengths of months that are wanted. */
  private static final int COMMON_YEAR = 2001;

  private static final int LEAP_YEAR = 2000;

  /**
   * The calendar of this name.
   *
   * @param name attribute {@code calendar}; empty means the standard calendar
   * @throws IllegalArgumentException when there is none
   */
  public static CfCalendar named(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "", "standard", "gregorian" -> STANDARD;
      case "proleptic_gregorian" -> PROLEPTIC_GREGORIAN;
      case "julian" -> JULIAN;
      case "noleap", "no_leap", "365_day" -> NOLEAP;
      case "all_leap", "366_day" -> ALL_LEAP;
      case "360_day" -> DAYS_360;
      default ->
          throw new IllegalArgumentException(
              "calendar '"
                  + name
                  + "' cannot be mapped onto real dates (read are standard, gregorian,"
                  + " proleptic_gregorian, julian, noleap, 365_day, and for monthly data 366_day"
                  + " and 360_day)");
    };
  }

  /** Whether its days are real ones, so that daily data can be read. */
  boolean hasRealDays() {
    return this != ALL_LEAP && this != DAYS_360;
  }

  private String attribute() {
    return this == DAYS_360 ? "360_day" : this == ALL_LEAP ? "366_day" : name();
  }

  /**
   * The number of a day of this calendar.
   *
   * @throws IllegalArgumentException when the day does not exist in this calendar
   */
  long number(int year, int month, int day) {
    boolean exists =
        month >= 1
            && month <= 12
            && day >= 1
            && day
                <= switch (this) {
                  case DAYS_360 -> 30;
                  case ALL_LEAP -> YearMonth.of(LEAP_YEAR, month).lengthOfMonth();
                  case NOLEAP -> YearMonth.of(COMMON_YEAR, month).lengthOfMonth();
                  case PROLEPTIC_GREGORIAN -> YearMonth.of(year, month).lengthOfMonth();
                  // before 1582 every fourth year was a leap year
                  default -> YearMonth.of(LEAP_YEAR, month).lengthOfMonth();
                };
    if (!exists) {
      throw new IllegalArgumentException(
          "reference date " + year + "-" + month + "-" + day + " does not exist");
    }
    return switch (this) {
      case PROLEPTIC_GREGORIAN -> LocalDate.of(year, month, day).toEpochDay();
      case STANDARD, JULIAN -> historical(year, month, day);
      case NOLEAP -> 365L * year + LocalDate.of(COMMON_YEAR, month, day).getDayOfYear() - 1;
      case ALL_LEAP -> 366L * year + LocalDate.of(LEAP_YEAR, month, day).getDayOfYear() - 1;
      case DAYS_360 -> 360L * year + 30L * (month - 1) + day - 1;
    };
  }

  private GregorianCalendar calendar() {
    GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    if (this == JULIAN) {
      calendar.setGregorianChange(new java.util.Date(Long.MAX_VALUE));
    }
    calendar.clear();
    return calendar;
  }

  private long historical(int year, int month, int day) {
    GregorianCalendar calendar = calendar();
    calendar.setLenient(false);
    calendar.set(year, month - 1, day);
    try {
      return Math.floorDiv(calendar.getTimeInMillis(), DAY_MILLIS);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "reference date " + year + "-" + month + "-" + day + " does not exist", e);
    }
  }

  /** The month of this calendar that a day of it is in. */
  YearMonth month(long number) {
    return switch (this) {
      case PROLEPTIC_GREGORIAN, STANDARD -> YearMonth.from(LocalDate.ofEpochDay(number));
      case JULIAN -> {
        GregorianCalendar calendar = calendar();
        calendar.setTimeInMillis(number * DAY_MILLIS);
        yield YearMonth.of(
            calendar.get(java.util.Calendar.YEAR), calendar.get(java.util.Calendar.MONTH) + 1);
      }
      case NOLEAP -> named(number, 365, COMMON_YEAR);
      case ALL_LEAP -> named(number, 366, LEAP_YEAR);
      case DAYS_360 ->
          YearMonth.of(
              Math.toIntExact(Math.floorDiv(number, 360L)), Math.floorMod(number, 360) / 30 + 1);
    };
  }

  private static YearMonth named(long number, int days, int anyYear) {
    int dayOfYear = Math.floorMod(number, days) + 1;
    return YearMonth.of(
        Math.toIntExact(Math.floorDiv(number, (long) days)),
        LocalDate.ofYearDay(anyYear, dayOfYear).getMonthValue());
  }

  /**
   * The real day, of the Gregorian calendar, that a day of this calendar is.
   *
   * @throws IllegalArgumentException when the calendar has days that never were
   */
  LocalDate date(long number) {
    return switch (this) {
      case PROLEPTIC_GREGORIAN, STANDARD, JULIAN -> LocalDate.ofEpochDay(number);
      case NOLEAP ->
          LocalDate.ofYearDay(COMMON_YEAR, Math.floorMod(number, 365) + 1)
              .withYear(Math.toIntExact(Math.floorDiv(number, 365L)));
      case ALL_LEAP, DAYS_360 ->
          throw new IllegalArgumentException(
              "the days of calendar '" + attribute() + "' cannot be mapped onto real dates");
    };
  }
}
