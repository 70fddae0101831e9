package org.ccdas.inputs.forcing;

import java.util.List;
import org.ccdas.inputs.grid.LatLonGrid;

/**
 * Where maps of several variables all have a value: files have sunshine over the sea too, which
 * must not dilute that of the land. The grids may differ.
 */
final class CommonLand {
  /** For each map and each other the grid cells of the other that its own lie in. */
  private final int[][][] within;

  private CommonLand(int[][][] within) {
    this.within = within;
  }

  /** For maps on these grids, in this order. */
  static CommonLand of(List<LatLonGrid> grids) {
    int[][][] within = new int[grids.size()][grids.size()][];
    for (int v = 0; v < within.length; v++) {
      for (int w = 0; w < within.length; w++) {
        within[v][w] = grids.get(v).within(grids.get(w));
      }
    }
    return new CommonLand(within);
  }

  /** The maps, missing (NaN) wherever one of them is. */
  double[][] of(double[][] maps) {
    double[][] valid = new double[maps.length][];
    for (int v = 0; v < maps.length; v++) {
      valid[v] = maps[v].clone();
      for (int i = 0; i < valid[v].length; i++) {
        for (int w = 0; w < maps.length; w++) {
          int other = within[v][w][i];
          if (other < 0 || Double.isNaN(maps[w][other])) {
            valid[v][i] = Double.NaN;
          }
        }
      }
    }
    return valid;
  }
}
