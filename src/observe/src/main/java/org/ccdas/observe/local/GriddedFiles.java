package org.ccdas.observe.local;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.ConservativeRegrid;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.TimeAxis;

/**
 * Observations on a latitude-longitude grid in CF NetCDF files, one step a day or a month. The
 * bounds of the time axis say which days a step covers; without bounds a step is the day, or where
 * steps are a month apart the calendar month, that its time falls into. A cell takes the
 * area-weighted mean of the valid part of its box, if that is at least half of it. Errors within a
 * cell are taken to be wholly correlated: theirs is the same mean.
 */
public final class GriddedFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double LEAST_VALID = 0.5;
  private static final int SHORTEST_MONTH = 28;
  private static final int LONGEST_MONTH = 31;

  /** A step of a file: its first day is the key of the map. */
  private record Step(String file, int index, LocalDate last) implements Serializable {}

  private final GriddedVariables variables;
  private final TreeMap<LocalDate, Step> steps;

  private GriddedFiles(GriddedVariables variables, TreeMap<LocalDate, Step> steps) {
    this.variables = variables;
    this.steps = steps;
  }

  /**
   * Looks through the time axes of files.
   *
   * @throws InputException when a file lacks a variable or its time axis is no sequence of days or
   *     months, or two files have the same days
   */
  public static GriddedFiles scan(List<Location> files, GriddedVariables variables) {
    TreeMap<LocalDate, Step> steps = new TreeMap<>();
    for (Location file : files.stream().sorted().toList()) {
      try (NetcdfInput input = NetcdfInput.open(file)) {
        List<LocalDate[]> covered = covered(input, input.variable(variables.value()));
        for (int i = 0; i < covered.size(); i++) {
          add(input, covered.get(i), new Step(input.file(), i, covered.get(i)[1]), steps);
        }
      }
    }
    return new GriddedFiles(variables, steps);
  }

  private static void add(
      NetcdfInput input, LocalDate[] days, Step step, TreeMap<LocalDate, Step> steps) {
    var before = steps.floorEntry(days[1]);
    if (before != null && !before.getValue().last().isBefore(days[0])) {
      throw new InputException(
          input.file(),
          "time step " + step.index(),
          days[0]
              + " to "
              + days[1]
              + " overlaps with step "
              + before.getValue().index()
              + " of "
              + before.getValue().file(),
          "Give each day once, and leave out files that overlap");
    }
    steps.put(days[0], step);
  }

  /** First and last day of every step. */
  private static List<LocalDate[]> covered(NetcdfInput input, NetcdfVariable variable) {
    CfCoordinates coordinates = CfCoordinates.of(input, variable);
    if (coordinates.timeDimension() == CfCoordinates.ABSENT || !coordinates.isGridded()) {
      throw variable.problem(
          "has the dimensions " + String.join(", ", variable.dimensions()),
          "Give it over time, latitude and longitude",
          null);
    }
    String time = variable.dimensions().get(coordinates.timeDimension());
    NetcdfVariable axis = input.variable(time);
    TimeAxis times = coordinates.times();
    Optional<NetcdfVariable> bounds = axis.attribute("bounds").flatMap(input::find);
    List<LocalDate[]> days = new ArrayList<>();
    if (bounds.isPresent()) {
      List<LocalDateTime> edges =
          TimeAxis.decode(
                  axis.attribute("units").orElse(""),
                  axis.attribute("calendar").orElse(""),
                  bounds.get().read())
              .times();
      for (int i = 0; i < times.size(); i++) {
        LocalDate first = edges.get(2 * i).toLocalDate();
        // the upper bound is the moment after the last day
        LocalDate last = edges.get(2 * i + 1).minusNanos(1).toLocalDate();
        if (last.isBefore(first)) {
          throw bounds.get().problem("step " + i + " is empty", "Correct the bounds", null);
        }
        days.add(new LocalDate[] {first, last});
      }
      return days;
    }
    boolean monthly = isMonthly(times, axis);
    for (int i = 0; i < times.size(); i++) {
      LocalDate date = times.date(i);
      YearMonth month = YearMonth.from(date);
      days.add(
          monthly
              ? new LocalDate[] {month.atDay(1), month.atEndOfMonth()}
              : new LocalDate[] {date, date});
    }
    return days;
  }

  private static boolean isMonthly(TimeAxis times, NetcdfVariable axis) {
    boolean daily = true;
    boolean monthly = times.size() > 1;
    for (int i = 1; i < times.size(); i++) {
      long apart = times.date(i).toEpochDay() - times.date(i - 1).toEpochDay();
      daily &= apart >= 1;
      monthly &= apart >= SHORTEST_MONTH && apart <= LONGEST_MONTH;
    }
    if (!monthly && !daily) {
      throw axis.problem(
          "is no rising sequence of days", "Give each step once, or add the bounds of time", null);
    }
    return monthly;
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
        Fields fields = new Fields(input, cells);
        for (; i < from.length && steps.get(wanted.get(i)).file().equals(file); i++) {
          fields.read(steps.get(wanted.get(i)).index(), i, wanted.get(i), field);
        }
      }
    }
    return field;
  }

  private static int days(LocalDate first, LocalDate date) {
    return Math.toIntExact(date.toEpochDay() - first.toEpochDay());
  }

  /** Value and error of one open file. */
  private final class Fields {
    private final List<Cell> cells;
    private final NetcdfVariable value;
    private final Optional<NetcdfVariable> error;
    private final CfCoordinates coordinates;
    private final ConservativeRegrid regrid;

    Fields(NetcdfInput input, List<Cell> cells) {
      this.cells = cells;
      this.value = input.variable(variables.value()).in(variables.units());
      this.error =
          variables.error().isEmpty()
              ? Optional.empty()
              : Optional.of(input.variable(variables.error()).in(variables.units()));
      this.coordinates = CfCoordinates.of(input, value);
      error.ifPresent(
          sigma -> {
            if (!sigma.dimensions().equals(value.dimensions())) {
              throw sigma.problem(
                  "has other dimensions than " + value.name(), "Give both on the same axes", null);
            }
          });
      LatLonGrid grid = LatLonGrid.of(input, value, Registration.CENTRE);
      this.regrid = ConservativeRegrid.between(grid, cells.stream().map(Cell::box).toList());
    }

    private double[] means(NetcdfVariable variable, int step) {
      int[] origin = new int[variable.shape().length];
      int[] shape = variable.shape().clone();
      origin[coordinates.timeDimension()] = step;
      shape[coordinates.timeDimension()] = 1;
      double[] stored = variable.read(origin, shape);
      int rows = variable.shape()[coordinates.latitudeDimension()];
      int columns = variable.shape()[coordinates.longitudeDimension()];
      if (coordinates.longitudeDimension() < coordinates.latitudeDimension()) {
        double[] turned = new double[stored.length];
        Arrays.setAll(turned, k -> stored[k % columns * rows + k / columns]);
        return regrid.apply(turned).atLeast(LEAST_VALID).values();
      }
      return regrid.apply(stored).atLeast(LEAST_VALID).values();
    }

    void read(int step, int interval, LocalDate date, ObservedField into) {
      double[] values = means(value, step);
      Optional<double[]> errors = error.map(variable -> means(variable, step));
      for (int cell = 0; cell < values.length; cell++) {
        if (Double.isNaN(values[cell])) {
          continue;
        }
        require(value, variables.isPossible(values[cell]), values[cell], cell, date);
        double sigma = errors.isPresent() ? errors.get()[cell] : variables.constantError();
        require(error.orElse(value), sigma > 0, sigma, cell, date);
        into.value()[cell][interval] = (float) values[cell];
        into.standardError()[cell][interval] = (float) sigma;
      }
    }

    private void require(
        NetcdfVariable variable, boolean holds, double found, int cell, LocalDate date) {
      if (!holds) {
        throw variable.problem(
            "has the impossible "
                + found
                + " on "
                + date
                + " in cell "
                + cells.get(cell).id()
                + "; values are within "
                + variables.lowest()
                + " to "
                + variables.highest()
                + ", errors above 0",
            "Mark what is missing by _FillValue, or correct the file",
            null);
      }
    }
  }
}
