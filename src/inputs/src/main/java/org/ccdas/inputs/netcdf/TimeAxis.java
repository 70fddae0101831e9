package org.ccdas.inputs.netcdf;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Times of a CF time coordinate as dates of the Gregorian calendar, UTC. Which day or month a mean
 * at such a time is of, {@link TimeCells} decides.
 *
 * @param calendar the calendar of the file
 * @param times one time an element, in the order of the file
 */
public record TimeAxis(CfCalendar calendar, List<LocalDateTime> times) {
  /** Keeps its own list. */
  public TimeAxis {
    times = List.copyOf(times);
  }

  /**
   * Decodes times, to the nearest millisecond.
   *
   * @param units for example {@code hours since 1900-01-01 00:00:0.0}; nanoseconds to days are
   *     read, months and years are not, since their length is not defined
   * @param calendar attribute {@code calendar}, empty when absent
   * @param values the coordinate values
   * @throws IllegalArgumentException with the reason when they cannot be decoded
   */
  public static TimeAxis decode(String units, String calendar, double[] values) {
    TimeUnits unit = TimeUnits.parse(units, calendar);
    List<LocalDateTime> times = new ArrayList<>(values.length);
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("time " + times.size() + " is missing");
      }
      times.add(unit.moment(value));
    }
    return new TimeAxis(unit.calendar(), times);
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
