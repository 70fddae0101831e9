package org.ccdas.inputs.grid;

import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * A variable of an open file on a latitude-longitude grid, by its own axes, whatever the order of
 * its dimensions. Its maps come row by row, as {@link LatLonGrid} numbers them; a column that is
 * stored twice (cyclic) is there once.
 *
 * <pre>{@code
 * GriddedField rain = GriddedField.of(input, input.variable("pr").in("mm d-1"), Registration.CF);
 * double[] firstDay = rain.at(0);
 * }</pre>
 */
public final class GriddedField {
  /** Share of a cell that must lie within a grid. */
  private static final double INSIDE = 0.5;

  private final NetcdfVariable variable;
  private final CfCoordinates coordinates;
  private final LatLonGrid grid;

  /** Row of the file that is the first of the grid. */
  private final int firstRow;

  private GriddedField(
      NetcdfVariable variable, CfCoordinates coordinates, LatLonGrid grid, int firstRow) {
    this.variable = variable;
    this.coordinates = coordinates;
    this.grid = grid;
    this.firstRow = firstRow;
  }

  /**
   * The field of a variable.
   *
   * @param registration what its coordinates mean
   * @throws InputException when it is on no grid
   */
  public static GriddedField of(
      NetcdfInput input, NetcdfVariable variable, Registration registration) {
    return new GriddedField(
        variable,
        CfCoordinates.of(input, variable),
        LatLonGrid.of(input, variable, registration),
        0);
  }

  /**
   * The same field where only rows are read that reach between two latitudes, with all that stand
   * between them in the file; the first row where none does.
   *
   * @param south degrees north
   * @param north degrees north
   */
  public GriddedField between(double south, double north) {
    int first = grid.rows();
    int last = -1;
    for (int row = 0; row < grid.rows(); row++) {
      if (grid.north(row) > south && grid.south(row) < north) {
        first = Math.min(first, row);
        last = row;
      }
    }
    int from = last < 0 ? 0 : first;
    int count = last < 0 ? 1 : last - first + 1;
    return new GriddedField(variable, coordinates, grid.withRows(from, count), firstRow + from);
  }

  /** Its grid. */
  public LatLonGrid grid() {
    return grid;
  }

  /** The variable. */
  public NetcdfVariable variable() {
    return variable;
  }

  /**
   * The map of a variable that has one only.
   *
   * @return values by grid cell, missing ones are NaN
   */
  public double[] map() {
    return read(CfCoordinates.ABSENT, 0, "latitude and longitude only");
  }

  /** Number of steps of its time axis; 1 without one. */
  public int steps() {
    int time = coordinates.timeDimension();
    return time == CfCoordinates.ABSENT ? 1 : variable.shape()[time];
  }

  /** Whether all dimensions but latitude and longitude have the length 1. */
  public boolean isSingleMap() {
    int[] shape = variable.shape();
    return variable.size()
        == (long) shape[coordinates.latitudeDimension()] * shape[coordinates.longitudeDimension()];
  }

  /** The map at a step of the time axis. */
  public double[] at(int step) {
    return read(coordinates.timeDimension(), step, "time, latitude and longitude only");
  }

  /** The first map along the one dimension that is neither latitude nor longitude. */
  public double[] first() {
    int along = CfCoordinates.ABSENT;
    for (int d = 0; d < variable.shape().length; d++) {
      boolean place = d == coordinates.latitudeDimension() || d == coordinates.longitudeDimension();
      along = place ? along : d;
    }
    return read(along, 0, "one dimension beside latitude and longitude");
  }

  private double[] read(int along, int index, String wanted) {
    int[] shape = variable.shape();
    int[] origin = new int[shape.length];
    for (int d = 0; d < shape.length; d++) {
      if (d == along) {
        origin[d] = index;
        shape[d] = 1;
      } else if (d == coordinates.latitudeDimension()) {
        origin[d] = firstRow;
        shape[d] = grid.rows();
      } else if (d != coordinates.longitudeDimension() && shape[d] != 1) {
        throw variable.problem(
            "has the dimensions " + String.join(", ", variable.dimensions()),
            "Give it over " + wanted,
            null);
      }
    }
    boolean byRow = coordinates.latitudeDimension() < coordinates.longitudeDimension();
    int stored = shape[coordinates.longitudeDimension()];
    return MapOrder.of(byRow, grid.rows(), stored, grid.columns())
        .apply(variable.read(origin, shape));
  }

  /**
   * The order of a variable over the same latitudes and longitudes, which may be this one; its
   * dimensions may stand in another order.
   *
   * @throws org.ccdas.inputs.InputException when it is over others, or is no single map
   */
  public MapOrder order(NetcdfVariable other) {
    List<String> names = variable.dimensions();
    return MapOrder.of(
        other,
        names.get(coordinates.latitudeDimension()),
        names.get(coordinates.longitudeDimension()),
        grid.columns());
  }

  /**
   * Regrids to the boxes of cells.
   *
   * @throws InputException when less than half of a cell lies within the grid: nothing is made up
   *     from elsewhere
   */
  public ConservativeRegrid onto(List<Cell> cells) {
    ConservativeRegrid regrid =
        ConservativeRegrid.between(grid, cells.stream().map(Cell::box).toList());
    for (int c = 0; c < cells.size(); c++) {
      if (regrid.coveredShare(c) < INSIDE) {
        Cell cell = cells.get(c);
        throw variable.problem(
            "does not reach cell "
                + cell.id()
                + " ("
                + cell.lat()
                + " north, "
                + cell.lon()
                + " east); it has "
                + grid.extent(),
            "Give a file that covers the model grid, or leave the cell out",
            null);
      }
    }
    return regrid;
  }
}
