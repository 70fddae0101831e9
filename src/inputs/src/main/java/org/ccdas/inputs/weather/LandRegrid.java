package org.ccdas.inputs.weather;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.ConservativeRegrid;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.grid.NearestLand;

/**
 * Takes fields of one grid to cells: the area-weighted mean over the valid part of each; a cell
 * without any takes the nearest valid point within reach, which is settled by the first field.
 */
public final class LandRegrid {
  private final LatLonGrid grid;
  private final List<Cell> cells;
  private final double reach;
  private final ConservativeRegrid regrid;
  private int[] nearest;

  private LandRegrid(LatLonGrid grid, List<Cell> cells, double reach) {
    this.grid = grid;
    this.cells = cells;
    this.reach = reach;
    this.regrid = ConservativeRegrid.between(grid, cells.stream().map(Cell::box).toList());
  }

  /**
   * From a grid to cells.
   *
   * @param reach degrees along a great circle
   */
  public static LandRegrid of(LatLonGrid grid, List<Cell> cells, double reach) {
    return new LandRegrid(grid, cells, reach);
  }

  /** Numbers of the cells that take the values of another place; known after the first field. */
  public List<Integer> borrowing() {
    List<Integer> borrowing = new ArrayList<>();
    for (int c = 0; nearest != null && c < nearest.length; c++) {
      if (nearest[c] >= 0) {
        borrowing.add(cells.get(c).id());
      }
    }
    return borrowing;
  }

  /**
   * Values of the cells.
   *
   * @param field on the grid
   * @param file for errors
   * @throws InputException when a cell has no valid point within reach
   */
  public float[] apply(double[] field, String file) {
    double[] means = regrid.apply(field).values();
    if (nearest == null) {
      nearest = NearestLand.of(grid, field, cells, means, reach);
    }
    float[] values = new float[means.length];
    for (int c = 0; c < values.length; c++) {
      double value = nearest[c] >= 0 ? field[nearest[c]] : means[c];
      if (Double.isNaN(value)) {
        throw new InputException(
            file,
            "cell " + cells.get(c).id(),
            "there is no valid value within "
                + reach
                + " degrees of "
                + cells.get(c).lat()
                + " north, "
                + cells.get(c).lon()
                + " east",
            "Leave the cell out, or allow a longer way by --reach");
      }
      values[c] = (float) value;
    }
    return values;
  }
}
