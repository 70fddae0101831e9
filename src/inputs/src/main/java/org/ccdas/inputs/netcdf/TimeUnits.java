package org.ccdas.inputs.netcdf;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The units of times, {@code UNIT since REFERENCE}, in a calendar: how a number becomes a moment.
 *
 * @param calendar its calendar
 * @param unitMillis milliseconds of the unit; 0 when it is months
 * @param reference number of the day of the reference in the calendar
 * @param clockMillis milliseconds of the reference after the start of that day, UTC
 */
record TimeUnits(CfCalendar calendar, double unitMillis, long reference, double clockMillis) {
  private static final Pattern UNITS =
      Pattern.compile(
          "\\s*([A-Za-z]+)\\s+since\\s+(-?\\d{1,6})-(\\d{1,2})-(\\d{1,2})"
              + "(?:(?:T|\\s+)(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d*))?)?)?)?"
              + "\\s*(?:Z|UTC|GMT|([+-])(\\d{1,2})(?::?(\\d{2}))?)?\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final double DAY_MILLIS = 86_400_000;

  /**
   * Reads units.
   *
   * @param units for example {@code hours since 1900-01-01 00:00:0.0}, from nanoseconds to days,
   *     and months; a zone is an offset from UTC such as {@code +01:00}
   * @param calendar attribute {@code calendar}, empty when absent
   * @throws IllegalArgumentException with the reason when they cannot be read
   */
  static TimeUnits parse(String units, String calendar) {
    CfCalendar cfCalendar = CfCalendar.named(calendar);
    Matcher matcher = UNITS.matcher(units);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "time units '" + units + "' are not of the form 'days since 1970-01-01'");
    }
    double clock =
        number(matcher.group(5)) * 3.6e6
            + number(matcher.group(6)) * 6e4
            + number(matcher.group(7)) * 1e3
            + fractionMillis(matcher.group(8));
    double zone = number(matcher.group(10)) * 3.6e6 + number(matcher.group(11)) * 6e4;
    return new TimeUnits(
        cfCalendar,
        unitMillis(matcher.group(1)),
        cfCalendar.number(
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            Integer.parseInt(matcher.group(4))),
        // 06:00 +01:00 is 05:00 UTC
        "-".equals(matcher.group(9)) ? clock + zone : clock - zone);
  }

  private static double unitMillis(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "week", "weeks" -> 7 * DAY_MILLIS;
      case "d", "day", "days" -> DAY_MILLIS;
      case "h", "hr", "hrs", "hour", "hours" -> 3.6e6;
      case "min", "mins", "minute", "minutes" -> 6e4;
      case "s", "sec", "secs", "second", "seconds" -> 1e3;
      case "ms", "msec", "msecs", "millisecond", "milliseconds" -> 1;
      case "us", "usec", "usecs", "microsecond", "microseconds" -> 1e-3;
      case "ns", "nsec", "nsecs", "nanosecond", "nanoseconds" -> 1e-6;
      case "mon", "month", "months" -> 0;
      default ->
          throw new IllegalArgumentException(
              "time unit '" + unit + "' has no fixed length; days, hours, minutes, seconds have");
    };
  }

  private static double number(String group) {
    return group == null ? 0 : Integer.parseInt(group);
  }

  private static double fractionMillis(String digits) {
    return digits == null || digits.isEmpty()
        ? 0
        : Math.round(1000 * Double.parseDouble("0." + digits));
  }

  /** Whether the unit is months, which have no fixed length. */
  boolean countsMonths() {
    return unitMillis == 0;
  }

  private void requireLength() {
    if (countsMonths()) {
      throw new IllegalArgumentException(
          "time unit 'months' has no fixed length; days, hours, minutes, seconds have");
    }
  }

  /** Milliseconds since the start of day 0 of the calendar, to the nearest. */
  private long millis(double value) {
    requireLength();
    return reference * (long) DAY_MILLIS + Math.round(value * unitMillis) + Math.round(clockMillis);
  }

  /**
   * The real moment of a time, to the nearest millisecond.
   *
   * @throws IllegalArgumentException when the calendar has no real days, or the unit is months
   */
  LocalDateTime moment(double value) {
    long millis = millis(value);
    return calendar
        .date(Math.floorDiv(millis, (long) DAY_MILLIS))
        .atStartOfDay()
        .plusNanos(Math.floorMod(millis, (long) DAY_MILLIS) * 1_000_000L);
  }

  /** The month of the calendar that a time is in. */
  YearMonth month(double value) {
    if (countsMonths()) {
      // months are counted, whatever day of them is given; rounding of 1/12 years is put right
      return calendar.month(reference).plusMonths((long) Math.floor(value + 1e-3));
    }
    return calendar.month(Math.floorDiv(millis(value), (long) DAY_MILLIS));
  }

  /** A time in these units as the number that it has in others of the same calendar. */
  double in(TimeUnits others, double value) {
    requireLength();
    others.requireLength();
    double millis = value * unitMillis + clockMillis - others.clockMillis;
    return ((reference - others.reference) * DAY_MILLIS + millis) / others.unitMillis;
  }

  /** Days from one time to another. */
  double days(double from, double to) {
    return countsMonths() ? 30 * (to - from) : (to - from) * unitMillis / DAY_MILLIS;
  }

  /** Hours of the unit. */
  double hoursPerUnit() {
    requireLength();
    return unitMillis / 3.6e6;
  }

  /** Hours from the start of a day, UTC, to the reference. */
  double hoursAfter(LocalDate date) {
    return 24.0 * (calendar.date(reference).toEpochDay() - date.toEpochDay()) + clockMillis / 3.6e6;
  }

  /** Whether a time is the first moment of a day. */
  boolean isMidnight(double value) {
    return !countsMonths() && Math.floorMod(millis(value), (long) DAY_MILLIS) == 0;
  }

  /** Whether a time is the first moment of a month. */
  boolean isTurnOfMonth(double value) {
    return isMidnight(value)
        && !month(value)
            .equals(calendar.month(Math.floorDiv(millis(value) - 1, (long) DAY_MILLIS)));
  }
}
