package org.ccdas.inputs.grid;

import java.io.Serializable;
import java.util.Arrays;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * A rectangular grid in latitude and longitude, regional or global, with rows from north to south
 * or from south to north. Fields on it are row-major: index = row x columns + column.
 */
public final class LatLonGrid implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double FULL_CIRCLE = 360;

  /** What the coordinates of a file mean. */
  public enum Registration {
    /** The middle of the cell, as CF wants it. */
    CENTRE,
    /** The south-western corner. */
    LOWER_LEFT
  }

  private final double[] latEdges;
  private final double[] lonEdges;

  private LatLonGrid(double[] latEdges, double[] lonEdges) {
    this.latEdges = latEdges;
    this.lonEdges = lonEdges;
  }

  /**
   * The grid of these coordinates. Edges lie half-way between centres, those at the ends as far out
   * as the neighbour half-way is in, cut at the poles.
   *
   * @param lats degrees north, strictly rising or falling, at least 2
   * @param lons degrees east, rising after steps over the date line are undone, at least 2
   * @param registration what the coordinates mean
   * @throws IllegalArgumentException when they do not make a grid
   */
  public static LatLonGrid of(double[] lats, double[] lons, Registration registration) {
    double[] turned = lons.clone();
    for (int i = 1; i < turned.length; i++) {
      while (turned[i] <= turned[i - 1]) {
        turned[i] += FULL_CIRCLE;
      }
    }
    double[] latEdges = edges(lats, "latitudes", registration);
    double[] lonEdges = edges(turned, "longitudes", registration);
    for (int i = 0; i < latEdges.length; i++) {
      latEdges[i] = Math.max(-90, Math.min(90, latEdges[i]));
    }
    double turn = lonEdges[lonEdges.length - 1] - lonEdges[0];
    if (turn > FULL_CIRCLE * (1 + 1e-5)) {
      throw new IllegalArgumentException("longitudes span " + turn + " degrees");
    }
    if (Math.abs(turn - FULL_CIRCLE) <= FULL_CIRCLE * 1e-5) {
      // Coordinates of single precision miss the full circle by a little.
      lonEdges[lonEdges.length - 1] = lonEdges[0] + FULL_CIRCLE;
    }
    return new LatLonGrid(latEdges, lonEdges);
  }

  /**
   * The grid of these edges.
   *
   * @param latEdges degrees north, strictly rising or falling within -90..90, one more than rows
   * @param lonEdges degrees east, strictly rising over at most 360 degrees, one more than columns
   * @throws IllegalArgumentException when they do not make a grid
   */
  public static LatLonGrid ofEdges(double[] latEdges, double[] lonEdges) {
    if (latEdges.length < 2 || lonEdges.length < 2) {
      throw new IllegalArgumentException(
          latEdges.length + " and " + lonEdges.length + " edges make no grid");
    }
    boolean rising = latEdges[1] > latEdges[0];
    for (int i = 0; i < latEdges.length; i++) {
      if (!(Math.abs(latEdges[i]) <= 90)
          || (i > 0 && !(rising ? latEdges[i] > latEdges[i - 1] : latEdges[i] < latEdges[i - 1]))) {
        throw new IllegalArgumentException("latitude edge " + i + " is " + latEdges[i]);
      }
    }
    for (int i = 1; i < lonEdges.length; i++) {
      if (!(lonEdges[i] > lonEdges[i - 1] && lonEdges[i] - lonEdges[0] <= FULL_CIRCLE)) {
        throw new IllegalArgumentException("longitude edge " + i + " is " + lonEdges[i]);
      }
    }
    return new LatLonGrid(latEdges.clone(), lonEdges.clone());
  }

  /**
   * The grid of a variable of a file.
   *
   * @throws InputException when its coordinates do not make a grid
   */
  public static LatLonGrid of(
      NetcdfInput input, NetcdfVariable variable, Registration registration) {
    CfCoordinates coordinates = CfCoordinates.of(input, variable);
    try {
      return of(coordinates.latitudes(), coordinates.longitudes(), registration);
    } catch (IllegalArgumentException e) {
      throw variable.problem(
          "is not on a regular grid: " + e.getMessage(), "Give a latitude-longitude grid", e);
    }
  }

  private static double[] edges(double[] points, String what, Registration registration) {
    int count = points.length;
    if (count < 2) {
      throw new IllegalArgumentException("at least two " + what + " are wanted, got " + count);
    }
    boolean rising = points[1] > points[0];
    for (int i = 1; i < count; i++) {
      if (!(rising ? points[i] > points[i - 1] : points[i] < points[i - 1])) {
        throw new IllegalArgumentException(
            what + " neither rise nor fall: " + points[i - 1] + ", " + points[i]);
      }
    }
    double[] edges = new double[count + 1];
    if (registration == Registration.LOWER_LEFT) {
      // The corner is the lower edge: before the cell when rising, after it when falling.
      System.arraycopy(points, 0, edges, rising ? 0 : 1, count);
      if (rising) {
        edges[count] = 2 * points[count - 1] - points[count - 2];
      } else {
        edges[0] = 2 * points[0] - points[1];
      }
      return edges;
    }
    for (int i = 1; i < count; i++) {
      edges[i] = 0.5 * (points[i - 1] + points[i]);
    }
    edges[0] = 2 * points[0] - edges[1];
    edges[count] = 2 * points[count - 1] - edges[count - 1];
    return edges;
  }

  /** Number of rows. */
  public int rows() {
    return latEdges.length - 1;
  }

  /** Number of columns. */
  public int columns() {
    return lonEdges.length - 1;
  }

  /** Number of grid cells. */
  public int size() {
    return rows() * columns();
  }

  /** Southern edge of a row, degrees north. */
  public double south(int row) {
    return Math.min(latEdges[row], latEdges[row + 1]);
  }

  /** Northern edge of a row, degrees north. */
  public double north(int row) {
    return Math.max(latEdges[row], latEdges[row + 1]);
  }

  /** Western edge of a column, degrees east. */
  public double west(int column) {
    return lonEdges[column];
  }

  /** Eastern edge of a column, degrees east. */
  public double east(int column) {
    return lonEdges[column + 1];
  }

  /** The rows, degrees north. */
  public AxisOverlap.Intervals latitudes() {
    double[] south = new double[rows()];
    double[] north = new double[rows()];
    Arrays.setAll(south, this::south);
    Arrays.setAll(north, this::north);
    return new AxisOverlap.Intervals(south, north);
  }

  /** The columns, degrees east. */
  public AxisOverlap.Intervals longitudes() {
    double[] west = new double[columns()];
    double[] east = new double[columns()];
    Arrays.setAll(west, this::west);
    Arrays.setAll(east, this::east);
    return new AxisOverlap.Intervals(west, east);
  }

  /** A grid cell. */
  public LatLonBox box(int row, int column) {
    return new LatLonBox(south(row), north(row), west(column), east(column));
  }

  /** Area of each grid cell, m2, as a field of this grid. */
  public double[] areas() {
    double[] areas = new double[size()];
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        areas[row * columns() + column] =
            AreaMeasure.SPHERE.area(south(row), north(row), east(column) - west(column));
      }
    }
    return areas;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatLonGrid grid
        && Arrays.equals(latEdges, grid.latEdges)
        && Arrays.equals(lonEdges, grid.lonEdges);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(latEdges) + Arrays.hashCode(lonEdges);
  }
}
