package org.ccdas.inputs.netcdf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** The CF calendars that are read, and how their days become days of the Gregorian calendar. */
public enum CfCalendar {
  /** Gregorian since 15 October 1582, Julian before; the default of CF. */
  STANDARD,
  /** Gregorian at all times. */
  PROLEPTIC_GREGORIAN,
  /**
   * No leap years. Each day is the Gregorian day of the same name; on 29 February, which the file
   * lacks, the 28th is used again.
   */
  NOLEAP;

  private static final int[] DAYS_BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };

  /**
   * The calendar of this name.
   *
   * @param name attribute {@code calendar}; empty means the standard calendar
   * @throws IllegalArgumentException for 360_day and all calendars that have days that never were
   */
  public static CfCalendar named(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "", "standard", "gregorian" -> STANDARD;
      case "proleptic_gregorian" -> PROLEPTIC_GREGORIAN;
      case "noleap", "365_day" -> NOLEAP;
      default ->
          throw new IllegalArgumentException(
              "calendar '"
                  + name
                  + "' cannot be mapped onto real dates"
                  + " (read are standard, gregorian, proleptic_gregorian, noleap and 365_day)");
    };
  }

  /**
   * Gregorian date of a number of whole days after a reference date.
   *
   * @param year year of the reference date in this calendar
   * @param month its month, 1..12
   * @param day its day of the month
   * @param days days after it, may be negative
   * @throws IllegalArgumentException when the reference date does not exist in this calendar
   */
  LocalDate plusDays(int year, int month, int day, long days) {
    return switch (this) {
      case PROLEPTIC_GREGORIAN -> gregorian(year, month, day).plusDays(days);
      case STANDARD -> mixed(year, month, day).plusDays(days);
      case NOLEAP -> noLeap(year, month, day, days);
    };
  }

  private static LocalDate gregorian(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "reference date " + year + "-" + month + "-" + day + " does not exist", e);
    }
  }

  private static LocalDate mixed(int year, int month, int day) {
    GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.clear();
    calendar.setLenient(false);
    calendar.set(year, month - 1, day);
    try {
      return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), 86_400_000L));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "reference date " + year + "-" + month + "-" + day + " does not exist", e);
    }
  }

  private static LocalDate noLeap(int year, int month, int day, long days) {
    // The length of the month comes from any year without a leap day.
    gregorian(2001, month, day);
    long sinceYearZero = 365L * year + DAYS_BEFORE_MONTH[month - 1] + day - 1 + days;
    int targetYear = Math.toIntExact(Math.floorDiv(sinceYearZero, 365L));
    int dayOfYear = Math.floorMod(sinceYearZero, 365);
    return LocalDate.ofYearDay(2001, dayOfYear + 1).withYear(targetYear);
  }
}
