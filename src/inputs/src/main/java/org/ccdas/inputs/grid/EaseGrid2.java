package org.ccdas.inputs.grid;

/**
 * The global EASE-Grid 2.0 of 25 km (EPSG:6933): 584 rows and 1388 columns of a cylindrical
 * equal-area projection of WGS84, true at 30 degrees (Brodzik et al., 2012; spec section 19.2).
 * Columns are longitudes and rows are latitudes, so that pixels are rectangles in both.
 */
public final class EaseGrid2 {
  /** Number of rows. */
  public static final int ROWS = 584;

  /** Number of columns. */
  public static final int COLUMNS = 1388;

  /** Side of a pixel, m. */
  public static final double PIXEL = 25025.26;

  static final double SEMI_MAJOR = 6378137;
  private static final double ECCENTRICITY = 0.0818191908426;
  private static final double SQUARE = ECCENTRICITY * ECCENTRICITY;

  // k0 = cos phi1 / sqrt(1 - e^2 sin^2 phi1), phi1 = 30 degrees
  private static final double SCALE =
      StrictMath.cos(Math.toRadians(30))
          / Math.sqrt(1 - SQUARE * StrictMath.pow(StrictMath.sin(Math.toRadians(30)), 2));

  private static final LatLonGrid NORTH_FIRST = grid(true);
  private static final LatLonGrid SOUTH_FIRST = grid(false);

  private EaseGrid2() {}

  /** The grid with rows from north to south, as the projection counts them, or turned round. */
  public static LatLonGrid grid25km(boolean northFirst) {
    return northFirst ? NORTH_FIRST : SOUTH_FIRST;
  }

  private static LatLonGrid grid(boolean northFirst) {
    double[] lats = new double[ROWS + 1];
    for (int row = 0; row <= ROWS; row++) {
      double lat = latitude((ROWS / 2.0 - row) * PIXEL);
      lats[northFirst ? row : ROWS - row] = lat;
    }
    double[] lons = new double[COLUMNS + 1];
    for (int column = 0; column <= COLUMNS; column++) {
      lons[column] = longitude((column - COLUMNS / 2.0) * PIXEL);
    }
    // 1388 pixels of the published size miss the full circle by less than a metre
    lons[0] = -180;
    lons[COLUMNS] = 180;
    return LatLonGrid.ofEdges(lats, lons);
  }

  /** Latitude of the middle of a row in the projection, degrees north. */
  public static double centreLatitude(LatLonGrid grid25km, int row) {
    boolean northFirst = grid25km.south(0) > 0;
    double fromNorth = (northFirst ? row : ROWS - 1 - row) + 0.5;
    return latitude((ROWS / 2.0 - fromNorth) * PIXEL);
  }

  /** Easting, m, of a longitude in degrees east. */
  public static double x(double lon) {
    return SEMI_MAJOR * SCALE * Math.toRadians(lon);
  }

  /** Northing, m, of a latitude in degrees north. */
  public static double y(double lat) {
    // y = a q(sin lat) / (2 k0)
    return SEMI_MAJOR * authalic(StrictMath.sin(Math.toRadians(lat))) / (2 * SCALE);
  }

  /** Longitude, degrees east, of an easting in m. */
  public static double longitude(double x) {
    return Math.toDegrees(x / (SEMI_MAJOR * SCALE));
  }

  /** Latitude, degrees north, of a northing in m; Snyder (1987), eq. 3-18, then Newton. */
  public static double latitude(double y) {
    // B = asin(2 y k0 / (a q(1)))
    double q = 2 * y * SCALE / SEMI_MAJOR;
    double authalic = StrictMath.asin(Math.max(-1, Math.min(1, q / authalic(1))));
    double lat =
        authalic
            + (SQUARE / 3 + 31 * SQUARE * SQUARE / 180 + 517 * SQUARE * SQUARE * SQUARE / 5040)
                * StrictMath.sin(2 * authalic)
            + (23 * SQUARE * SQUARE / 360 + 251 * SQUARE * SQUARE * SQUARE / 3780)
                * StrictMath.sin(4 * authalic)
            + (761 * SQUARE * SQUARE * SQUARE / 45360) * StrictMath.sin(6 * authalic);
    // The series is good to 1e-9 degree; one Newton step makes y(latitude(y)) exact to rounding.
    // dq/dlat = 2 (1 - e^2) cos lat / (1 - e^2 sin^2 lat)^2
    double sine = StrictMath.sin(lat);
    double square = 1 - SQUARE * sine * sine;
    double slope = 2 * (1 - SQUARE) * StrictMath.cos(lat) / (square * square);
    if (slope > 1e-6) {
      lat += (q - authalic(sine)) / slope;
    }
    return Math.toDegrees(lat);
  }

  /** Column of a longitude within -180..180. */
  public static int column(double lon) {
    int column = (int) Math.floor((x(lon) + COLUMNS / 2.0 * PIXEL) / PIXEL);
    return Math.max(0, Math.min(COLUMNS - 1, column));
  }

  /**
   * Row of a latitude, counted from the north; below 0 or from {@link #ROWS} on where the grid has
   * ended (84.4 degrees).
   */
  public static int row(double lat) {
    return (int) Math.floor((ROWS / 2.0 * PIXEL - y(lat)) / PIXEL);
  }

  /** q of Snyder (1987), eq. 3-12, of the sine of a latitude. */
  static double authalic(double sine) {
    // q(s) = (1 - e^2) [s / (1 - e^2 s^2) - ln((1 - e s)/(1 + e s)) / (2 e)]
    double es = ECCENTRICITY * sine;
    return (1 - SQUARE)
        * (sine / (1 - es * es) - StrictMath.log((1 - es) / (1 + es)) / (2 * ECCENTRICITY));
  }
}
