package org.ccdas.evaluate.reference;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.ConservativeRegrid;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.time.MonthAxis;

/**
 * A monthly quantity on a latitude-longitude grid by the CF conventions: one variable over time,
 * latitude and longitude, brought onto the cells of the run by area. A cell of which less than a
 * tenth has values is missing. Of two files with a month the first by name counts.
 */
abstract class GriddedMonths implements ReferenceDataset {
  /** Share of a cell that must have values. */
  private static final double LEAST = 0.1;

  private final String source;
  private final Kind kind;
  private final Quantity quantity;
  private final Pattern names;

  /**
   * A data set.
   *
   * @param source what it is called
   * @param names of its files
   */
  GriddedMonths(String source, Kind kind, Quantity quantity, Pattern names) {
    this.source = source;
    this.kind = kind;
    this.quantity = quantity;
    this.names = names;
  }

  /** The variable of a file. */
  abstract NetcdfVariable variable(NetcdfInput input);

  /**
   * The variable in a unit that can be averaged over cells.
   *
   * @see #value
   */
  abstract NetcdfVariable inUnit(NetcdfVariable variable);

  /**
   * The value of a cell: kg m-2 s-1 of the whole cell for a flux, else as the quantity has it.
   *
   * @param mean over the part of the cell that has values
   * @param share of that part
   * @param days of the month
   * @param variable as the file has it
   */
  abstract double value(double mean, double share, int days, NetcdfVariable variable);

  @Override
  public boolean reads(String fileName) {
    return names.matcher(fileName).matches();
  }

  @Override
  public ReferenceData read(List<Location> files, List<Cell> cells, MonthAxis window) {
    SortedMap<Integer, double[]> maps = new TreeMap<>();
    for (Location file : files) {
      try (NetcdfInput input = NetcdfInput.open(file)) {
        add(maps, input, cells, window);
      }
    }
    if (maps.isEmpty()) {
      return ReferenceData.ofRegions(List.of());
    }
    int first = maps.firstKey();
    MonthAxis months = new MonthAxis(window.at(first), maps.lastKey() - first + 1);
    double[][] values = new double[months.count()][];
    for (int m = 0; m < values.length; m++) {
      double[] none = new double[cells.size()];
      Arrays.fill(none, Double.NaN);
      values[m] = maps.getOrDefault(first + m, none);
    }
    return new ReferenceData(
        List.of(), List.of(), List.of(new CellSeries(source, kind, quantity, months, values)));
  }

  private void add(
      SortedMap<Integer, double[]> maps, NetcdfInput input, List<Cell> cells, MonthAxis window) {
    NetcdfVariable variable = variable(input);
    MonthAxis months = InversionBands.months(input, variable);
    GriddedField field = GriddedField.of(input, inUnit(variable), Registration.CF);
    ConservativeRegrid regrid =
        ConservativeRegrid.between(field.grid(), cells.stream().map(Cell::box).toList());
    for (int m = 0; m < months.count(); m++) {
      int at = window.indexOf(months.at(m));
      if (!window.contains(months.at(m)) || maps.containsKey(at)) {
        continue;
      }
      ConservativeRegrid.Means means = regrid.apply(field.at(m)).atLeast(LEAST);
      double[] map = new double[cells.size()];
      for (int c = 0; c < map.length; c++) {
        map[c] = value(means.values()[c], means.validShares()[c], months.days(m), variable);
      }
      maps.put(at, map);
    }
  }
}
