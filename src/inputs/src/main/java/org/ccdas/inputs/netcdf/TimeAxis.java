package org.ccdas.inputs.netcdf;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of a CF time coordinate as dates of the Gregorian calendar, UTC.
 *
 * @param calendar the calendar of the file
 * @param times one time an element, in the order of the file
 */
public record TimeAxis(CfCalendar calendar, List<LocalDateTime> times) {
  private static final Pattern UNITS =
      Pattern.compile(
          "\\s*([A-Za-z]+)\\s+since\\s+(-?\\d{1,6})-(\\d{1,2})-(\\d{1,2})"
              + "(?:[T\\s]\\s*(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d*))?)?)?"
              + "\\s*(?:Z|UTC|GMT|[+-]?0{1,2}(?::?00)?)?\\s*");

  private static final long DAY_MILLIS = 86_400_000L;

  /** Keeps its own list. */
  public TimeAxis {
    times = List.copyOf(times);
  }

  /**
   * Decodes times, to the nearest millisecond.
   *
   * @param units for example {@code hours since 1900-01-01 00:00:0.0}; seconds, minutes, hours and
   *     days are read, months and years are not, since their length is not defined
   * @param calendar attribute {@code calendar}, empty when absent
   * @param values the coordinate values
   * @throws IllegalArgumentException with the reason when they cannot be decoded
   */
  public static TimeAxis decode(String units, String calendar, double[] values) {
    CfCalendar cfCalendar = CfCalendar.named(calendar);
    Matcher matcher = UNITS.matcher(units);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "time units '" + units + "' are not of the form 'days since 1970-01-01', in UTC");
    }
    long unitMillis = unitMillis(matcher.group(1));
    int year = Integer.parseInt(matcher.group(2));
    int month = Integer.parseInt(matcher.group(3));
    int day = Integer.parseInt(matcher.group(4));
    long clockMillis =
        number(matcher.group(5)) * 3_600_000L
            + number(matcher.group(6)) * 60_000L
            + number(matcher.group(7)) * 1000L
            + fractionMillis(matcher.group(8));
    List<LocalDateTime> times = new ArrayList<>(values.length);
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("time " + times.size() + " is missing");
      }
      long millis = Math.round(value * unitMillis) + clockMillis;
      LocalDate date = cfCalendar.plusDays(year, month, day, Math.floorDiv(millis, DAY_MILLIS));
      times.add(date.atStartOfDay().plusNanos(Math.floorMod(millis, DAY_MILLIS) * 1_000_000L));
    }
    return new TimeAxis(cfCalendar, times);
  }

  private static long unitMillis(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "d", "day", "days" -> DAY_MILLIS;
      case "h", "hr", "hrs", "hour", "hours" -> 3_600_000L;
      case "min", "mins", "minute", "minutes" -> 60_000L;
      case "s", "sec", "secs", "second", "seconds" -> 1000L;
      default ->
          throw new IllegalArgumentException(
              "time unit '" + unit + "' has no fixed length; days, hours, minutes, seconds have");
    };
  }

  private static long number(String group) {
    return group == null ? 0 : Long.parseLong(group);
  }

  private static long fractionMillis(String digits) {
    return digits == null || digits.isEmpty()
        ? 0
        : Math.round(1000 * Double.parseDouble("0." + digits));
  }

  /** Number of times. */
  public int size() {
    return times.size();
  }

  /** The date of an element. */
  public LocalDate date(int index) {
    return times.get(index).toLocalDate();
  }
}
