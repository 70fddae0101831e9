package org.ccdas.observe.smos;

import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * The grid of a CATDS file: the EASE-Grid 2.0 of 25 km or a part cut out of it, rows in the order
 * of {@code lat}, columns eastwards from any of them. The centres are compared with the grid's own;
 * the exact edges are those of the projection.
 *
 * @param grid rows as in the file
 */
record CatdsGrid(LatLonGrid grid) {
  private static final int EASE1_ROWS = 586;
  private static final int EASE1_COLUMNS = 1383;
  private static final double CIRCLE = 360;

  /** A tenth of a pixel at the equator; the file's single precision is far below. */
  private static final double TOLERANCE = 0.02;

  static CatdsGrid of(NetcdfInput file) {
    double[] lats = axis(file, "lat", "latitude");
    double[] lons = axis(file, "lon", "longitude");
    if (lats.length == EASE1_ROWS && lons.length == EASE1_COLUMNS) {
      throw new InputException(
          file.file(),
          "",
          "is on the older EASE-Grid (586 x 1383), which is not read",
          "Get the reprocessing RE04 or later, which is on EASE-Grid 2.0 (584 x 1388)");
    }
    if (lats.length == 0
        || lons.length == 0
        || lats.length > EaseGrid2.ROWS
        || lons.length > EaseGrid2.COLUMNS) {
      throw new InputException(
          file.file(),
          "",
          "is on a grid of " + lats.length + " x " + lons.length + " pixels, not 584 x 1388",
          "Give files on the EASE-Grid 2.0 of 25 km, or cut out of it");
    }
    boolean northFirst = lats[0] > lats[lats.length - 1];
    LatLonGrid whole = EaseGrid2.grid25km(northFirst);
    int firstRow = row(whole, northFirst, lats[0]);
    for (int row = 0; row < lats.length; row++) {
      int own = firstRow + row;
      check(
          file,
          "lat",
          row,
          lats[row],
          own < EaseGrid2.ROWS ? EaseGrid2.centreLatitude(whole, own) : Double.NaN);
    }
    int firstColumn = EaseGrid2.column(Math.IEEEremainder(lons[0], CIRCLE));
    for (int column = 0; column < lons.length; column++) {
      int own = (firstColumn + column) % EaseGrid2.COLUMNS;
      double centre = 0.5 * (whole.west(own) + whole.east(own));
      double nearest = centre + CIRCLE * Math.rint((lons[column] - centre) / CIRCLE);
      check(file, "lon", column, lons[column], nearest);
    }
    return new CatdsGrid(cut(whole, firstRow, lats.length, firstColumn, lons.length));
  }

  private static int row(LatLonGrid whole, boolean northFirst, double lat) {
    int fromNorth = Math.max(0, Math.min(whole.rows() - 1, EaseGrid2.row(lat)));
    return northFirst ? fromNorth : whole.rows() - 1 - fromNorth;
  }

  private static LatLonGrid cut(
      LatLonGrid whole, int firstRow, int rows, int firstColumn, int columns) {
    if (rows == whole.rows() && columns == whole.columns() && firstColumn == 0) {
      return whole;
    }
    boolean northFirst = whole.south(0) > whole.south(1);
    double[] lats = new double[rows + 1];
    for (int row = 0; row < rows; row++) {
      double south = whole.south(firstRow + row);
      double north = whole.north(firstRow + row);
      lats[row] = northFirst ? north : south;
      lats[row + 1] = northFirst ? south : north;
    }
    double[] lons = new double[columns + 1];
    lons[0] = whole.west(firstColumn);
    for (int column = 0; column < columns; column++) {
      int own = firstColumn + column;
      double turn = own < EaseGrid2.COLUMNS ? 0 : CIRCLE;
      lons[column + 1] = whole.east(own % EaseGrid2.COLUMNS) + turn;
    }
    return LatLonGrid.ofEdges(lats, lons);
  }

  private static double[] axis(NetcdfInput file, String name, String longer) {
    NetcdfVariable variable =
        file.find(name).or(() -> file.find(longer)).orElseGet(() -> file.variable(name));
    if (variable.shape().length != 1 || variable.size() > 100_000) {
      throw variable.problem(
          "does not have one dimension", "Give files with lat(lat) and lon(lon)", null);
    }
    return variable.read();
  }

  private static void check(NetcdfInput file, String name, int index, double found, double own) {
    if (!(Math.abs(found - own) <= TOLERANCE)) {
      throw new InputException(
          file.file(),
          "variable " + name,
          "has " + found + " at element " + index + " where EASE-Grid 2.0 has " + own,
          "Give files on the EASE-Grid 2.0 of 25 km, or a part without gaps cut out of it");
    }
  }

  /**
   * The variable itself, when it is on the grid: (lat, lon), or with a leading dimension of length
   * 1.
   */
  NetcdfVariable checked(NetcdfVariable variable) {
    int[] shape = variable.shape();
    int rank = shape.length;
    boolean fits =
        rank >= 2
            && shape[rank - 2] == grid.rows()
            && shape[rank - 1] == grid.columns()
            && variable.size() == grid.size();
    if (!fits) {
      throw variable.problem(
          "has the shape "
              + java.util.Arrays.toString(shape)
              + ", not ["
              + grid.rows()
              + ", "
              + grid.columns()
              + "] as lat and lon have it",
          "Give daily files on the EASE-Grid 2.0 of 25 km",
          null);
    }
    return variable;
  }
}
