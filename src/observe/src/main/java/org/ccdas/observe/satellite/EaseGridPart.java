package org.ccdas.observe.satellite;

import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.grid.MapOrder;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * The EASE-Grid 2.0 of 25 km, or a part cut out of it, on which the maps of a file are: rows in the
 * order of the latitudes, columns eastwards from any of them. The centres are compared with the
 * grid's own; the exact edges are those of the projection.
 *
 * @param grid rows as in the file
 * @param latitude name of the dimension of the rows
 * @param longitude name of the dimension of the columns
 */
public record EaseGridPart(LatLonGrid grid, String latitude, String longitude) {
  private static final int EASE1_ROWS = 586;
  private static final int EASE1_COLUMNS = 1383;
  private static final double CIRCLE = 360;

  /** A tenth of a pixel at the equator; the file's single precision is far below. */
  private static final double TOLERANCE = 0.02;

  /**
   * The grid of a variable.
   *
   * @throws InputException when its coordinates are not those of the grid or of a part of it
   */
  public static EaseGridPart of(NetcdfInput file, NetcdfVariable variable) {
    CfCoordinates coordinates = CfCoordinates.of(file, variable);
    double[] lats = coordinates.latitudes();
    double[] lons = coordinates.longitudes();
    if (lats.length == EASE1_ROWS && lons.length == EASE1_COLUMNS) {
      throw variable.problem(
          "is on the older EASE-Grid (586 x 1383), which is not read",
          "Get the reprocessing RE04 or later, which is on EASE-Grid 2.0 (584 x 1388)",
          null);
    }
    if (!coordinates.isGridded()
        || lats.length == 0
        || lons.length == 0
        || lats.length > EaseGrid2.ROWS
        || lons.length > EaseGrid2.COLUMNS) {
      throw variable.problem(
          "is on a grid of " + lats.length + " x " + lons.length + " pixels, not 584 x 1388",
          "Give files on the EASE-Grid 2.0 of 25 km, or cut out of it",
          null);
    }
    boolean northFirst = lats[0] > lats[lats.length - 1];
    LatLonGrid whole = EaseGrid2.grid25km(northFirst);
    int firstRow = row(whole, northFirst, lats[0]);
    for (int row = 0; row < lats.length; row++) {
      int own = firstRow + row;
      check(
          coordinates.latitude(),
          row,
          lats[row],
          own < EaseGrid2.ROWS ? EaseGrid2.centreLatitude(whole, own) : Double.NaN);
    }
    int firstColumn = EaseGrid2.column(Math.IEEEremainder(lons[0], CIRCLE));
    for (int column = 0; column < lons.length; column++) {
      int own = (firstColumn + column) % EaseGrid2.COLUMNS;
      double centre = 0.5 * (whole.west(own) + whole.east(own));
      double nearest = centre + CIRCLE * Math.rint((lons[column] - centre) / CIRCLE);
      check(coordinates.longitude(), column, lons[column], nearest);
    }
    return new EaseGridPart(
        cut(whole, firstRow, lats.length, firstColumn, lons.length),
        variable.dimensions().get(coordinates.latitudeDimension()),
        variable.dimensions().get(coordinates.longitudeDimension()));
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

  private static void check(NetcdfVariable axis, int index, double found, double own) {
    if (!(Math.abs(found - own) <= TOLERANCE)) {
      throw axis.problem(
          "has " + found + " at element " + index + " where EASE-Grid 2.0 has " + own,
          "Give files on the EASE-Grid 2.0 of 25 km, or a part without gaps cut out of it",
          null);
    }
  }

  private MapOrder order(NetcdfVariable variable) {
    return MapOrder.of(variable, latitude, longitude, grid.columns());
  }

  /** Values of a variable of the same file, row by row. */
  public float[] floats(NetcdfVariable variable) {
    return order(variable).apply(variable.floats());
  }

  /** Bits of a variable of the same file, row by row. */
  public int[] bits(NetcdfVariable variable) {
    return order(variable).apply(variable.bits());
  }
}
