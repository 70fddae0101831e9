package org.ccdas.inputs.grid;

import java.util.List;

/**
 * The grid points that stand in for cells without a valid part: the nearest valid one within reach.
 */
public final class NearestLand {
  private NearestLand() {}

  /**
   * For every cell an index of the map, or -1: where it has a value, and where nothing is within
   * reach.
   *
   * @param map on the grid; missing values are NaN
   * @param values of the cells; NaN where they have no valid part
   * @param reach degrees along a great circle
   */
  public static int[] of(
      LatLonGrid grid, double[] map, List<Cell> cells, double[] values, double reach) {
    int[] nearest = new int[values.length];
    for (int c = 0; c < nearest.length; c++) {
      nearest[c] = Double.isNaN(values[c]) ? nearest(grid, map, cells.get(c), reach) : -1;
    }
    return nearest;
  }

  private static int nearest(LatLonGrid grid, double[] map, Cell cell, double reach) {
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
              GreatCircle.degrees(cell.lat(), cell.lon(), grid.lat(row), grid.lon(column));
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
