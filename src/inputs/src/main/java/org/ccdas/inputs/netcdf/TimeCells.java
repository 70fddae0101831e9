package org.ccdas.inputs.netcdf;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ccdas.inputs.InputException;

/**
 * The days or months that the values of a variable are of. Bounds of the time axis decide: a value
 * is of the day or month in which the middle of its bounds lies, whether its time is their start,
 * middle or end. Without bounds it is of the day or month that its time lies in; where all times
 * are the first moments of days or months, that is the day or month that begins then, which might
 * be meant for the one that ends: {@link #notes()} says so, unless the cell methods of the variable
 * are {@code time: point}.
 *
 * <pre>{@code
 * TimeCells cells = TimeCells.of(input, input.variable("tasmin"));
 * List<LocalDate> days = cells.days();
 * }</pre>
 */
public final class TimeCells {
  private static final double LONGEST_DAY = 1.25;
  private static final double LONGEST_MONTH = 32;

  /** Days into the first of the years that a climatological mean is over. */
  private static final double INTO_MONTH = 10;

  private final NetcdfVariable variable;
  private final NetcdfVariable axis;
  private final double[] times;
  private final Optional<NetcdfVariable> bounds;

  /** Lower and upper bound of each time, empty when there are none. */
  private final double[] edges;

  private final boolean climatological;
  private final List<ReadingNote> notes = new ArrayList<>();

  private TimeCells(NetcdfInput input, NetcdfVariable variable, NetcdfVariable axis) {
    this.variable = variable;
    this.axis = axis;
    this.times = axis.read();
    for (int i = 0; i < times.length; i++) {
      if (!Double.isFinite(times[i])) {
        throw axis.problem("is not read: time " + i + " is missing", "Correct the times", null);
      }
    }
    this.climatological = axis.attribute("climatology").isPresent();
    Optional<String> named = axis.attribute(climatological ? "climatology" : "bounds");
    this.bounds =
        named.isPresent()
            ? named.map(String::strip).flatMap(input::find)
            : input.find(axis.name() + "_bnds").or(() -> input.find(axis.name() + "_bounds"));
    if (named.isPresent() && bounds.isEmpty()) {
      note(axis, "the bounds " + named.get() + " are not in the file; its times count");
    }
    this.edges = bounds.map(this::edges).orElse(new double[0]);
  }

  /**
   * The time cells of a variable.
   *
   * @throws InputException when it has no time coordinate, a time is missing, or bounds do not fit
   */
  public static TimeCells of(NetcdfInput input, NetcdfVariable variable) {
    return new TimeCells(input, variable, CfCoordinates.of(input, variable).timeVariable());
  }

  /** The time cells of a time coordinate itself, which may be a scalar. */
  public static TimeCells ofAxis(NetcdfInput input, NetcdfVariable axis) {
    return new TimeCells(input, axis, axis);
  }

  private void note(NetcdfVariable about, String text) {
    ReadingNote note = new ReadingNote(about.file(), about.name(), text);
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  private double[] edges(NetcdfVariable found) {
    double[] read = found.read();
    if (read.length != 2 * times.length) {
      throw found.problem(
          "has " + read.length + " values for " + times.length + " times",
          "Give a lower and an upper bound for every time",
          null);
    }
    Optional<String> own = found.attribute("units").filter(u -> !u.isBlank());
    if (own.isPresent() && !own.equals(axis.attribute("units"))) {
      inUnitsOfTimes(found, own.get(), read);
    }
    for (int i = 0; i < times.length; i++) {
      double low = Math.min(read[2 * i], read[2 * i + 1]);
      double high = Math.max(read[2 * i], read[2 * i + 1]);
      double slack = 0.01 * (high - low);
      // negated, so that a missing bound is caught as well
      if (!(times[i] >= low - slack && times[i] <= high + slack) && !climatological) {
        throw found.problem(
            "says that time " + i + ", " + times[i] + ", is of " + low + " to " + high,
            "Correct the bounds, or remove them: ncatted -a bounds," + axis.name() + ",d,, FILE",
            null);
      }
      read[2 * i] = low;
      read[2 * i + 1] = high;
    }
    return read;
  }

  /** Bounds without a calendar of their own are in that of the times. */
  private void inUnitsOfTimes(NetcdfVariable found, String own, double[] read) {
    TimeUnits wanted = units();
    try {
      String calendar = axis.attribute("calendar").orElse("");
      TimeUnits stored = TimeUnits.parse(own, found.attribute("calendar").orElse(calendar));
      if (stored.calendar() != wanted.calendar()) {
        throw new IllegalArgumentException("its calendar is not that of the times");
      }
      Arrays.setAll(read, i -> stored.in(wanted, read[i]));
    } catch (IllegalArgumentException e) {
      throw found.problem(
          "has the units '" + own + "', its times have others: " + e.getMessage(),
          "Give both in the same units, or remove those of the bounds",
          e);
    }
  }

  /** Whether the file says by bounds what its values are of. */
  public boolean hasBounds() {
    return bounds.isPresent();
  }

  /** What the file leaves open and how it was read, for the log and the provenance of a run. */
  public List<ReadingNote> notes() {
    return List.copyOf(notes);
  }

  private TimeUnits units() {
    String units =
        axis.attribute("units")
            .orElseThrow(
                () -> axis.problem("has no units", "Give times as 'days since ...'", null));
    try {
      return TimeUnits.parse(units, axis.attribute("calendar").orElse(""));
    } catch (IllegalArgumentException e) {
      throw unread(e);
    }
  }

  private InputException unread(IllegalArgumentException e) {
    return axis.problem(
        "is not read: " + e.getMessage(),
        "Convert the times, for example with cdo setcalendar or settaxis",
        e);
  }

  private boolean hasLength(int i) {
    return edges.length > 0 && edges[2 * i + 1] > edges[2 * i];
  }

  /** Where each value lies in time: the middle of its bounds, or its time. */
  private double[] middles(TimeUnits units, double longest, String length) {
    double[] middles = times.clone();
    for (int i = 0; i < middles.length; i++) {
      if (hasLength(i)) {
        double from = edges[2 * i];
        double to = edges[2 * i + 1];
        if (climatological) {
          middles[i] = from + INTO_MONTH / units.days(0, 1);
        } else if (units.days(from, to) > longest) {
          throw bounds
              .orElse(axis)
              .problem(
                  "has value " + i + " over " + Math.round(units.days(from, to)) + " days",
                  "Give one value a " + length + ", for example after cdo " + length + "mean",
                  null);
        } else {
          middles[i] = (from + to) / 2;
        }
      }
    }
    return middles;
  }

  /** For callers that decide by {@link TimeAxis} themselves. */
  public void noteStamps(boolean monthly) {
    TimeUnits units = units();
    noteWhere(
        i -> monthly ? units.isTurnOfMonth(times[i]) : units.isMidnight(times[i]),
        monthly ? "months" : "days",
        monthly ? "month" : "day");
  }

  private void noteWhere(IntPredicate ambiguous, String when, String length) {
    boolean point =
        variable.attribute("cell_methods").orElse("").replace(" ", "").contains("time:point");
    if (!point
        && times.length > 0
        && IntStream.range(0, times.length).allMatch(i -> !hasLength(i) && ambiguous.test(i))) {
      note(
          variable,
          "times are the first moments of "
              + when
              + " and have no bounds; each value is taken for the "
              + length
              + " that begins then, not for the one that ends");
    }
  }

  /**
   * The day that each value is of.
   *
   * @throws InputException when values are of longer times, or days of the calendar never were
   */
  public List<LocalDate> days() {
    TimeUnits units = units();
    double[] middles = middles(units, LONGEST_DAY, "day");
    noteStamps(false);
    List<LocalDate> days = new ArrayList<>();
    try {
      for (double middle : middles) {
        days.add(units.moment(middle).toLocalDate());
      }
    } catch (IllegalArgumentException e) {
      throw unread(e);
    }
    return days;
  }

  /** Whether the calendar of the file lacks leap days, so that 28 February is used twice. */
  public boolean lacksLeapDays() {
    return units().calendar() == CfCalendar.NOLEAP;
  }

  /**
   * Whether times are real days, so that {@link #days()} and moments can be asked for: not where
   * months are counted, nor in calendars whose days never were.
   */
  public boolean hasRealDays() {
    TimeUnits units = units();
    return !units.countsMonths() && units.calendar().hasRealDays();
  }

  /**
   * The month that each value is of, in any calendar.
   *
   * @throws InputException when values are of longer times, or a month is there twice
   */
  public List<YearMonth> months() {
    TimeUnits units = units();
    double[] middles = middles(units, LONGEST_MONTH, "month");
    noteStamps(true);
    List<YearMonth> months = new ArrayList<>();
    for (double middle : middles) {
      YearMonth month = units.month(middle);
      if (months.contains(month)) {
        throw axis.problem("has two times in " + month, "Give monthly means", null);
      }
      months.add(month);
    }
    return months;
  }

  /**
   * Where each month of the year of a climatology is: index 0 is the place of January. A time axis
   * whose units are no date has the numbers 1 to 12 of the months.
   *
   * @throws InputException when there are not twelve values, or a month is twice or missing
   */
  public int[] monthsOfYear() {
    Map<Month, Integer> places = new EnumMap<>(Month.class);
    List<Month> months =
        axis.attribute("units").orElse("").contains(" since ")
            ? monthsOfDates()
            : monthsOfNumbers();
    for (int i = 0; i < months.size(); i++) {
      Integer other = places.put(months.get(i), i);
      if (other != null) {
        throw axis.problem(
            "has " + english(months.get(i)) + " twice, at " + other + " and " + i,
            "Give one value for each month of the year, for example after cdo ymonmean",
            null);
      }
    }
    int[] placeOfMonth = new int[12];
    for (Month month : Month.values()) {
      if (!places.containsKey(month)) {
        throw axis.problem(
            "has no " + english(month),
            "Give one value for each month of the year, for example after cdo ymonmean",
            null);
      }
      placeOfMonth[month.getValue() - 1] = places.get(month);
    }
    return placeOfMonth;
  }

  private static String english(Month month) {
    return month.getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH);
  }

  private List<Month> monthsOfDates() {
    TimeUnits units = units();
    double[] middles = middles(units, LONGEST_MONTH, "month");
    noteStamps(true);
    List<Month> months = new ArrayList<>();
    for (double middle : middles) {
      months.add(units.month(middle).getMonth());
    }
    return months;
  }

  private List<Month> monthsOfNumbers() {
    List<Month> months = new ArrayList<>();
    for (double number : times) {
      if (number != Math.rint(number) || number < 1 || number > 12) {
        throw axis.problem(
            "has " + number + " in units of '" + axis.attribute("units").orElse("") + "'",
            "Give times as 'days since ...', or the numbers 1 to 12 of the months",
            null);
      }
      months.add(Month.of((int) number));
    }
    return months;
  }

  /**
   * The moments between which each value is: two for each, lower and upper bound.
   *
   * @throws InputException when there are no bounds, or days of the calendar never were
   */
  public List<LocalDateTime> moments() {
    TimeUnits units = units();
    List<LocalDateTime> moments = new ArrayList<>();
    try {
      for (double edge : edges) {
        moments.add(units.moment(edge));
      }
    } catch (IllegalArgumentException e) {
      throw unread(e);
    }
    return moments;
  }
}
