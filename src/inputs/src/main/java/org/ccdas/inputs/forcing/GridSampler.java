package org.ccdas.inputs.forcing;

import java.util.List;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.ConservativeRegrid;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.LatLonGrid;

/**
 * The area-weighted mean over the valid part of each cell. A cell without a valid part takes the
 * nearest valid grid point within reach.
 */
final class GridSampler implements CellSampler {
  private final GriddedField field;
  private final LatLonGrid grid;
  private final List<Cell> cells;
  private final double reach;
  private final ConservativeRegrid regrid;

  /** A grid point for cells without a valid part, once looked for; -1 when not needed. */
  private int[] substitutes;

  GridSampler(GriddedField field, List<Cell> cells, double reach) {
    this.field = field;
    this.grid = field.grid();
    this.cells = cells;
    this.reach = reach;
    this.regrid = field.onto(cells);
  }

  @Override
  public double[] at(int step, Possible possible, String when) {
    double[] map = field.at(step);
    check(map, possible, when);
    return sample(map);
  }

  /**
   * Refuses a value that cannot be, before it hides in the mean over a cell.
   *
   * @param when of the map, for errors
   */
  void check(double[] map, Possible possible, String when) {
    double[] odd = new double[map.length];
    int found = -1;
    for (int i = 0; i < odd.length; i++) {
      boolean impossible = !Double.isNaN(map[i]) && !possible.holds(map[i]);
      odd[i] = Double.isNaN(map[i]) ? Double.NaN : impossible ? 1 : 0;
      found = impossible ? i : found;
    }
    if (found >= 0) {
      // the share of each cell that is impossible
      double[] shares = regrid.apply(odd).values();
      for (int c = 0; c < shares.length; c++) {
        if (shares[c] > 0) {
          throw possible.problem(field.variable(), map[found], cells.get(c), when);
        }
      }
    }
  }

  /** Values of the cells from a map on the grid of the field. */
  double[] sample(double[] map) {
    double[] values = regrid.apply(map).values();
    if (reach > 0) {
      substitute(map, values);
    }
    return values;
  }

  private void substitute(double[] map, double[] values) {
    if (substitutes == null) {
      // The land mask of a variable is the same at all times.
      substitutes = new int[values.length];
      for (int c = 0; c < values.length; c++) {
        substitutes[c] = Double.isNaN(values[c]) ? nearestValid(map, cells.get(c)) : -1;
      }
    }
    for (int c = 0; c < values.length; c++) {
      if (substitutes[c] >= 0) {
        values[c] = map[substitutes[c]];
      }
    }
  }

  private int nearestValid(double[] map, Cell cell) {
    int best = -1;
    double nearest = reach;
    for (int row = 0; row < grid.rows(); row++) {
      if (Math.abs(grid.lat(row) - cell.lat()) > nearest) {
        continue;
      }
      for (int column = 0; column < grid.columns(); column++) {
        int index = row * grid.columns() + column;
        if (!Double.isNaN(map[index])) {
          double distance =
              CellSampler.distance(cell.lat(), cell.lon(), grid.lat(row), grid.lon(column));
          // Of equally near points the first.
          if (distance < nearest || (best < 0 && distance == nearest)) {
            nearest = distance;
            best = index;
          }
        }
      }
    }
    return best;
  }
}
