package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.MapOrder;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.TimeAxis;
import org.ccdas.inputs.netcdf.TimeCells;
import org.ccdas.observe.local.ObservedField;

/**
 * Soil-moisture product files that follow each other in time, as {@link SoilMoistureWriter} writes
 * them. A cell takes the box of the file whose edges are its own; days that no file has are
 * missing.
 *
 * <pre>{@code
 * ObservedField observed =
 *     SoilMoistureFiles.scan(files).read(cells, LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 31));
 * }</pre>
 */
public final class SoilMoistureFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final String UNITS = "m3 m-3";
  private static final List<String> OVER = List.of("time", "lat", "lon");
  private static final float ROUNDING = 1e-6f;

  private record Slot(String file, int index) implements Serializable {}

  private final TreeMap<LocalDate, Slot> slots;

  private SoilMoistureFiles(TreeMap<LocalDate, Slot> slots) {
    this.slots = slots;
  }

  /**
   * Looks through the time axes of files.
   *
   * @throws InputException when a file lacks a variable, or has a day twice, out of order, or that
   *     another file has too
   */
  public static SoilMoistureFiles scan(List<Location> files) {
    if (files.isEmpty()) {
      throw new InputException(
          "soil moisture", "", "no file was given", "Name at least one product file");
    }
    TreeMap<LocalDate, Slot> slots = new TreeMap<>();
    for (Location file : files.stream().sorted().toList()) {
      try (NetcdfInput input = NetcdfInput.open(file)) {
        addDays(input, slots);
      }
    }
    return new SoilMoistureFiles(slots);
  }

  private static void addDays(NetcdfInput input, TreeMap<LocalDate, Slot> slots) {
    NetcdfVariable time = input.variable("time");
    TimeAxis axis = input.time("time");
    List<LocalDate> dates = dates(input, time, axis);
    LocalDate before = null;
    for (int i = 0; i < dates.size(); i++) {
      LocalDate date = dates.get(i);
      if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
        throw time.problem(
            "has the impossible day " + date, "Correct the times or their units", null);
      }
      if (before != null && !date.isAfter(before)) {
        throw time.problem(
            "has " + date + " after " + before, "Give each day once, in the order of time", null);
      }
      before = date;
      Slot other = slots.putIfAbsent(date, new Slot(input.file(), i));
      if (other != null) {
        throw time.problem(
            "has " + date + ", which " + other.file() + " has too",
            "Leave one of the files out, they overlap",
            null);
      }
    }
  }

  /** The days of the steps; their bounds must be whole days around the times. */
  private static List<LocalDate> dates(NetcdfInput input, NetcdfVariable time, TimeAxis axis) {
    NetcdfVariable bounds = input.variable(time.attribute("bounds").orElse("time_bnds"));
    TimeCells cells = TimeCells.ofAxis(input, time);
    if (!cells.hasBounds()) {
      throw time.problem("has no bounds", "Give the first and the last moment of each day", null);
    }
    List<LocalDateTime> moments = cells.moments();
    List<LocalDate> dates = new ArrayList<>();
    for (int i = 0; i < axis.size(); i++) {
      LocalDateTime from = moments.get(2 * i);
      LocalDateTime to = moments.get(2 * i + 1);
      LocalDateTime at = axis.times().get(i);
      LocalDate date = from.toLocalDate();
      if (!from.equals(date.atStartOfDay())
          || !to.equals(date.plusDays(1).atStartOfDay())
          || at.isBefore(from)
          || at.isAfter(to)) {
        throw bounds.problem(
            "step " + i + " at " + at + " reaches from " + from + " to " + to,
            "Give steps of one day of UTC each",
            null);
      }
      dates.add(date);
    }
    return dates;
  }

  /** First day of the files. */
  public LocalDate first() {
    return slots.firstKey();
  }

  /** Last day of the files. */
  public LocalDate last() {
    return slots.lastKey();
  }

  /**
   * Reads the observations of cells.
   *
   * @param cells each must fill a box of the files, to {@link SoilMoistureGrid#TOLERANCE}
   * @param first day wanted
   * @param last day wanted, included
   * @throws InputException when a cell is not on the grid, units are wrong, or a value is outside
   *     0..1 or has no standard error
   */
  public ObservedField read(List<Cell> cells, LocalDate first, LocalDate last) {
    int days = Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1;
    ObservedField observed = ObservedField.daily(cells.size(), first, days);
    NavigableMap<LocalDate, Slot> wanted = slots.subMap(first, true, last, true);
    String open = null;
    NetcdfInput input = null;
    try {
      Section section = null;
      for (Map.Entry<LocalDate, Slot> entry : wanted.entrySet()) {
        Slot slot = entry.getValue();
        if (!slot.file().equals(open)) {
          if (input != null) {
            input.close();
          }
          input = NetcdfInput.open(Location.of(slot.file()));
          open = slot.file();
          section = Section.of(input, cells);
        }
        int day = Math.toIntExact(entry.getKey().toEpochDay() - first.toEpochDay());
        section.read(slot.index(), entry.getKey(), day, observed);
      }
    } finally {
      if (input != null) {
        input.close();
      }
    }
    return observed;
  }

  /** The grid of a file. */
  static SoilMoistureGrid grid(NetcdfInput input) {
    NetcdfVariable lat = input.variable("lat");
    NetcdfVariable lon = input.variable("lon");
    NetcdfVariable latBounds = input.variable("lat_bnds");
    NetcdfVariable lonBounds = input.variable("lon_bnds");
    try {
      return new SoilMoistureGrid(lat.read(), lon.read(), latBounds.read(), lonBounds.read());
    } catch (IllegalArgumentException e) {
      throw new InputException(
          input.file(),
          "variables lat, lon",
          "the grid cannot be used: " + e.getMessage(),
          "Write the product again for the model grid",
          e);
    }
  }

  /** The rectangle of an open file around some cells. */
  private record Section(
      List<Cell> cells,
      NetcdfVariable value,
      NetcdfVariable error,
      NetcdfVariable fraction,
      int firstRow,
      int firstColumn,
      int rows,
      int columns,
      int[] index) {

    static Section of(NetcdfInput input, List<Cell> cells) {
      SoilMoistureGrid grid = grid(input);
      int[] rows = new int[cells.size()];
      int[] columns = new int[cells.size()];
      for (int c = 0; c < rows.length; c++) {
        Cell cell = cells.get(c);
        int index =
            grid.indexOf(cell.box())
                .orElseThrow(
                    () ->
                        new InputException(
                            input.file(),
                            "variables lat_bnds, lon_bnds",
                            "no box of the file is cell "
                                + cell.id()
                                + " of the model grid, "
                                + cell.box(),
                            "Write the product again for this model grid"));
        rows[c] = index / grid.columns();
        columns[c] = index % grid.columns();
      }
      int firstRow = Arrays.stream(rows).min().orElse(0);
      int firstColumn = Arrays.stream(columns).min().orElse(0);
      int rowCount = Arrays.stream(rows).max().orElse(0) - firstRow + 1;
      int columnCount = Arrays.stream(columns).max().orElse(0) - firstColumn + 1;
      int[] index = new int[rows.length];
      Arrays.setAll(index, c -> (rows[c] - firstRow) * columnCount + columns[c] - firstColumn);
      return new Section(
          cells,
          field(input, SoilMoistureWriter.VALUE, UNITS, grid),
          field(input, SoilMoistureWriter.ERROR, UNITS, grid),
          field(input, SoilMoistureWriter.FRACTION, "1", grid),
          firstRow,
          firstColumn,
          rowCount,
          columnCount,
          index);
    }

    private static NetcdfVariable field(
        NetcdfInput input, String name, String units, SoilMoistureGrid grid) {
      NetcdfVariable variable = input.variable(name).in(units);
      int[] shape = variable.shape();
      List<String> dimensions = variable.dimensions();
      if (dimensions.size() != OVER.size()
          || !dimensions.containsAll(OVER)
          || shape[dimensions.indexOf("lat")] != grid.rows()
          || shape[dimensions.indexOf("lon")] != grid.columns()) {
        throw variable.problem(
            "has the dimensions " + String.join(", ", variable.dimensions()),
            "Give it over time, lat, lon",
            null);
      }
      return variable;
    }

    void read(int step, LocalDate date, int day, ObservedField into) {
      double[] values = map(value, step);
      double[] errors = map(error, step);
      double[] fractions = map(fraction, step);
      for (int c = 0; c < index.length; c++) {
        double moisture = values[index[c]];
        if (Double.isNaN(moisture)) {
          continue;
        }
        require(value, moisture >= 0 && moisture <= 1, "moisture", moisture, c, date);
        double sigma = errors[index[c]];
        require(error, sigma > 0 && sigma <= 1, "standard error", sigma, c, date);
        double share = fractions[index[c]];
        require(fraction, share >= 0 && share <= 1 + ROUNDING, "valid fraction", share, c, date);
        into.value()[c][day] = (float) moisture;
        into.standardError()[c][day] = (float) sigma;
      }
    }

    /** The rectangle at a step, row by row, whatever the order of the dimensions. */
    private double[] map(NetcdfVariable variable, int step) {
      int[] origin = new int[OVER.size()];
      int[] shape = new int[OVER.size()];
      List<String> dimensions = variable.dimensions();
      origin[dimensions.indexOf("time")] = step;
      shape[dimensions.indexOf("time")] = 1;
      origin[dimensions.indexOf("lat")] = firstRow;
      shape[dimensions.indexOf("lat")] = rows;
      origin[dimensions.indexOf("lon")] = firstColumn;
      shape[dimensions.indexOf("lon")] = columns;
      boolean byRow = dimensions.indexOf("lat") < dimensions.indexOf("lon");
      return MapOrder.of(byRow, rows, columns, columns).apply(variable.read(origin, shape));
    }

    private void require(
        NetcdfVariable variable, boolean holds, String what, double found, int c, LocalDate date) {
      if (!holds) {
        throw variable.problem(
            "has the impossible "
                + what
                + " "
                + found
                + " on "
                + date
                + " in cell "
                + cells.get(c).id(),
            "Correct the product: moisture is within 0..1, its error above 0, fractions within 0..1",
            null);
      }
    }
  }
}
