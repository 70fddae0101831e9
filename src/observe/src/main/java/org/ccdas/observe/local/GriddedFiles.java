package org.ccdas.observe.local;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.ReadingNote;
import org.ccdas.inputs.netcdf.TimeAxis;
import org.ccdas.inputs.netcdf.TimeCells;

/**
 * Observations on a latitude-longitude grid in CF NetCDF files, one step a day or a month. The
 * bounds of the time axis say which days a step covers; without bounds a step is the day, or where
 * steps are a month apart the calendar month, that its time falls into. A cell takes the
 * area-weighted mean of the valid part of its box, if that is at least half of it. Errors within a
 * cell are taken to be wholly correlated: theirs is the same mean.
 */
public final class GriddedFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHORTEST_MONTH = 28;
  private static final int LONGEST_MONTH = 31;

  /** A step of a file: its first day is the key of the map. */
  private record Step(String file, int index, LocalDate last) implements Serializable {}

  /** A step that has a time but no bounds. */
  private record Moment(String file, String axis, int index, LocalDate date) {}

  private final GriddedVariables variables;
  private final TreeMap<LocalDate, Step> steps;
  private final ArrayList<String> notes;

  private GriddedFiles(
      GriddedVariables variables, TreeMap<LocalDate, Step> steps, List<String> notes) {
    this.variables = variables;
    this.steps = steps;
    this.notes = new ArrayList<>(notes);
  }

  /**
   * Looks through the time axes of files.
   *
   * @throws InputException when a file lacks a variable or its time axis is no sequence of days or
   *     months, or two files have the same days
   */
  public static GriddedFiles scan(List<Location> files, GriddedVariables variables) {
    TreeMap<LocalDate, Step> steps = new TreeMap<>();
    List<Moment> unbounded = new ArrayList<>();
    List<TimeCells> cells = new ArrayList<>();
    for (Location file : files.stream().sorted().toList()) {
      try (NetcdfInput input = NetcdfInput.open(file)) {
        cells.add(scan(input, input.variable(variables.value()), steps, unbounded));
      }
    }
    boolean monthly = addUnbounded(unbounded, steps);
    cells.stream().filter(TimeCells::hasRealDays).forEach(c -> c.noteStamps(monthly));
    if (steps.isEmpty()) {
      throw new InputException(
          files.get(0).toString(),
          "variable " + variables.value(),
          "the files have no time step",
          "Name files with values");
    }
    return new GriddedFiles(
        variables,
        steps,
        ReadingNote.told(cells.stream().flatMap(c -> c.notes().stream()).toList()));
  }

  private static TimeCells scan(
      NetcdfInput input,
      NetcdfVariable variable,
      TreeMap<LocalDate, Step> steps,
      List<Moment> unbounded) {
    CfCoordinates coordinates = CfCoordinates.of(input, variable);
    if (coordinates.timeDimension() == CfCoordinates.ABSENT || !coordinates.isGridded()) {
      throw variable.problem(
          "has the dimensions " + String.join(", ", variable.dimensions()),
          "Give it over time, latitude and longitude",
          null);
    }
    NetcdfVariable axis = coordinates.timeVariable();
    TimeCells cells = TimeCells.of(input, variable);
    if (!cells.hasRealDays()) {
      addMonths(input.file(), cells.months(), steps);
    } else if (cells.hasBounds()) {
      addBounded(axis, cells.moments(), steps);
    } else {
      TimeAxis times = axis.times();
      for (int i = 0; i < times.size(); i++) {
        unbounded.add(new Moment(input.file(), axis.name(), i, times.date(i)));
      }
    }
    return cells;
  }

  private static void addBounded(
      NetcdfVariable axis, List<LocalDateTime> edges, TreeMap<LocalDate, Step> steps) {
    for (int i = 0; 2 * i < edges.size(); i++) {
      LocalDate first = edges.get(2 * i).toLocalDate();
      // the upper bound is the moment after the last day
      LocalDate last = edges.get(2 * i + 1).minusNanos(1).toLocalDate();
      if (last.isBefore(first)) {
        throw axis.problem("bounds of step " + i + " are empty", "Correct the bounds", null);
      }
      add(first, new Step(axis.file(), i, last), steps);
    }
  }

  private static void addMonths(
      String file, List<YearMonth> months, TreeMap<LocalDate, Step> steps) {
    for (int i = 0; i < months.size(); i++) {
      YearMonth month = months.get(i);
      add(month.atDay(1), new Step(file, i, month.atEndOfMonth()), steps);
    }
  }

  /**
   * Days or months, as the distances of all steps say; what might be either is refused.
   *
   * @return whether they are months
   */
  private static boolean addUnbounded(List<Moment> moments, TreeMap<LocalDate, Step> steps) {
    if (moments.isEmpty()) {
      return false;
    }
    List<Moment> sorted = moments.stream().sorted(Comparator.comparing(Moment::date)).toList();
    boolean monthly = sorted.size() > 1;
    long least = Long.MAX_VALUE;
    for (int i = 1; i < sorted.size(); i++) {
      long apart = ChronoUnit.DAYS.between(sorted.get(i - 1).date(), sorted.get(i).date());
      least = Math.min(least, apart);
      monthly &= apart >= SHORTEST_MONTH && apart <= LONGEST_MONTH;
    }
    if (!monthly && least > 1) {
      Moment first = sorted.get(0);
      throw new InputException(
          first.file(),
          "variable " + first.axis(),
          (sorted.size() == 1
                  ? "there is one step only, on " + first.date()
                  : "the steps are at least " + least + " days apart")
              + ", and no bounds say which days they cover",
          "Add the bounds of time as CF has them");
    }
    for (Moment moment : sorted) {
      YearMonth month = YearMonth.from(moment.date());
      LocalDate first = monthly ? month.atDay(1) : moment.date();
      LocalDate last = monthly ? month.atEndOfMonth() : moment.date();
      add(first, new Step(moment.file(), moment.index(), last), steps);
    }
    return monthly;
  }

  private static void add(LocalDate first, Step step, TreeMap<LocalDate, Step> steps) {
    var before = steps.floorEntry(step.last());
    if (before != null && !before.getValue().last().isBefore(first)) {
      throw new InputException(
          step.file(),
          "time step " + step.index(),
          first
              + " to "
              + step.last()
              + " overlaps with step "
              + before.getValue().index()
              + " of "
              + before.getValue().file(),
          "Give each day once, and leave out files that overlap");
    }
    steps.put(first, step);
  }

  /** What the files leave open and how they are read, in words. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** First day that the files cover. */
  public LocalDate first() {
    return steps.firstKey();
  }

  /** Last day that the files cover. */
  public LocalDate last() {
    return steps.lastEntry().getValue().last();
  }

  /**
   * Reads the observations of cells.
   *
   * @param first day wanted; a step that begins before is left out
   * @param last day wanted, included; a step that ends after is left out
   * @throws InputException when a value is outside the range of the variables, or has no error
   */
  public ObservedField read(List<Cell> cells, LocalDate first, LocalDate last) {
    List<LocalDate> wanted =
        steps.subMap(first, true, last, true).entrySet().stream()
            .filter(step -> !step.getValue().last().isAfter(last))
            .map(step -> step.getKey())
            .toList();
    int[] from = new int[wanted.size()];
    int[] to = new int[wanted.size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = days(first, wanted.get(i));
      to[i] = days(first, steps.get(wanted.get(i)).last());
    }
    ObservedField field = ObservedField.missing(cells.size(), first, from, to);
    for (int i = 0; i < from.length; ) {
      String file = steps.get(wanted.get(i)).file();
      try (NetcdfInput input = NetcdfInput.open(Location.of(file))) {
        GriddedCells values = new GriddedCells(input, variables, cells);
        for (; i < from.length && steps.get(wanted.get(i)).file().equals(file); i++) {
          values.read(steps.get(wanted.get(i)).index(), i, wanted.get(i), field);
        }
      }
    }
    return field;
  }

  private static int days(LocalDate first, LocalDate date) {
    return Math.toIntExact(date.toEpochDay() - first.toEpochDay());
  }
}
