package org.ccdas.inputs.forcing;

import java.util.List;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.ConservativeRegrid;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.NearestLand;

/**
 * The area-weighted mean over the valid part of each cell. A cell without a valid part takes the
 * nearest valid grid point within reach.
 */
final class GridSampler implements CellSampler {
  private final GriddedField field;
  private final List<Cell> cells;
  private final double reach;
  private final ConservativeRegrid regrid;

  /** A grid point for cells without a valid part, once looked for; -1 when not needed. */
  private int[] substitutes;

  GridSampler(GriddedField field, List<Cell> cells, double reach) {
    this.field = field;
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
      substitutes = NearestLand.of(field.grid(), map, cells, values, reach);
    }
    for (int c = 0; c < values.length; c++) {
      if (substitutes[c] >= 0) {
        values[c] = map[substitutes[c]];
      }
    }
  }
}
