package org.ccdas.observe.smos;

import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.netcdf.PackedFile;
import org.ccdas.inputs.netcdf.PackedVariable;

/**
 * The grid of a CATDS file: EASE-Grid 2.0 of 25 km, rows in the order of {@code lat}. The centres
 * are compared with the grid's own; the exact edges are those of the projection.
 *
 * @param grid rows as in the file
 */
record CatdsGrid(LatLonGrid grid) {
  private static final int EASE1_ROWS = 586;
  private static final int EASE1_COLUMNS = 1383;

  /** A tenth of a pixel at the equator; the file's single precision is far below. */
  private static final double TOLERANCE = 0.02;

  static CatdsGrid of(PackedFile file) {
    double[] lats = axis(file, "lat", "latitude");
    double[] lons = axis(file, "lon", "longitude");
    if (lats.length == EASE1_ROWS && lons.length == EASE1_COLUMNS) {
      throw new InputException(
          file.file(),
          "",
          "is on the older EASE-Grid (586 x 1383), which is not read",
          "Get the reprocessing RE04 or later, which is on EASE-Grid 2.0 (584 x 1388)");
    }
    if (lats.length != EaseGrid2.ROWS || lons.length != EaseGrid2.COLUMNS) {
      throw new InputException(
          file.file(),
          "",
          "is on a grid of " + lats.length + " x " + lons.length + " pixels, not 584 x 1388",
          "Give files on the EASE-Grid 2.0 of 25 km");
    }
    LatLonGrid grid = EaseGrid2.grid25km(lats[0] > lats[lats.length - 1]);
    for (int row = 0; row < lats.length; row++) {
      check(file, "lat", row, lats[row], EaseGrid2.centreLatitude(grid, row));
    }
    for (int column = 0; column < lons.length; column++) {
      double centre = 0.5 * (grid.west(column) + grid.east(column));
      check(file, "lon", column, lons[column], centre);
    }
    return new CatdsGrid(grid);
  }

  private static double[] axis(PackedFile file, String name, String longer) {
    PackedVariable variable =
        file.find(name).or(() -> file.find(longer)).orElseGet(() -> file.variable(name));
    if (variable.shape().length != 1 || variable.size() > 100_000) {
      throw variable.problem(
          "does not have one dimension", "Give files with lat(lat) and lon(lon)", null);
    }
    return variable.doubles();
  }

  private static void check(PackedFile file, String name, int index, double found, double own) {
    if (!(Math.abs(found - own) <= TOLERANCE)) {
      throw new InputException(
          file.file(),
          "variable " + name,
          "has " + found + " at element " + index + " where EASE-Grid 2.0 has " + own,
          "Give files on the EASE-Grid 2.0 of 25 km");
    }
  }

  /**
   * The variable itself, when it is on the grid: (lat, lon), or with a leading dimension of length
   * 1.
   */
  PackedVariable checked(PackedVariable variable) {
    int[] shape = variable.shape();
    int rank = shape.length;
    boolean fits =
        rank >= 2
            && shape[rank - 2] == grid.rows()
            && shape[rank - 1] == grid.columns()
            && variable.size() == grid.size();
    if (!fits) {
      throw variable.problem(
          "has the shape " + java.util.Arrays.toString(shape) + ", not [584, 1388]",
          "Give daily files on the EASE-Grid 2.0 of 25 km",
          null);
    }
    return variable;
  }
}
