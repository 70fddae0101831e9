package org.ccdas.inputs.grid;

import java.util.Arrays;

/** The grid cells that a box overlaps and the areas shared with them. */
final class AreaOverlap {
  private final int[] indices;
  private final double[] areas;

  private AreaOverlap(int[] indices, double[] areas) {
    this.indices = indices;
    this.areas = areas;
  }

  static AreaOverlap of(LatLonGrid grid, LatLonBox box) {
    int[] indices = new int[16];
    double[] areas = new double[16];
    int count = 0;
    double[] widths = widths(grid, box);
    for (int row = 0; row < grid.rows(); row++) {
      double south = Math.max(grid.south(row), box.south());
      double north = Math.min(grid.north(row), box.north());
      if (north <= south) {
        continue;
      }
      for (int column = 0; column < grid.columns(); column++) {
        if (widths[column] > 0) {
          if (count == indices.length) {
            indices = Arrays.copyOf(indices, 2 * count);
            areas = Arrays.copyOf(areas, 2 * count);
          }
          indices[count] = row * grid.columns() + column;
          areas[count++] = area(south, north, widths[column]);
        }
      }
    }
    return new AreaOverlap(Arrays.copyOf(indices, count), Arrays.copyOf(areas, count));
  }

  /** Degrees of longitude that box and columns share, in any turn of the circle. */
  private static double[] widths(LatLonGrid grid, LatLonBox box) {
    double[] widths = new double[grid.columns()];
    for (int column = 0; column < widths.length; column++) {
      double width = 0;
      for (int turn = -3; turn <= 3; turn++) {
        double left = Math.max(grid.west(column), box.west() + 360.0 * turn);
        double right = Math.min(grid.east(column), box.east() + 360.0 * turn);
        width += Math.max(0, right - left);
      }
      widths[column] = width;
    }
    return widths;
  }

  /**
   * Area, m2, between two latitudes over a width in degrees. The sine difference as a product keeps
   * full precision at the poles; StrictMath, since inputs must be the same on every machine.
   */
  static double area(double south, double north, double width) {
    double middle = Math.toRadians(0.5 * (south + north));
    double half = Math.toRadians(0.5 * (north - south));
    // sin n - sin s = 2 cos((n + s)/2) sin((n - s)/2)
    return LatLonBox.EARTH_RADIUS
        * LatLonBox.EARTH_RADIUS
        * Math.toRadians(width)
        * 2
        * StrictMath.cos(middle)
        * StrictMath.sin(half);
  }

  int count() {
    return indices.length;
  }

  int index(int i) {
    return indices[i];
  }

  double area(int i) {
    return areas[i];
  }
}
