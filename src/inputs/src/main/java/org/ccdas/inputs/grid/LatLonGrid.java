package org.ccdas.inputs.grid;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.AxisEdges.Point;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * A rectangular grid in latitude and longitude, regional or global, possibly with gaps; rows from
 * north to south or from south to north. Fields on it are row-major: index = row x columns +
 * column.
 */
public final class LatLonGrid implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double FULL_CIRCLE = 360;

  /** What the coordinates of a file mean. */
  public enum Registration {
    /** As CF has it: what the bounds say, and without bounds the middle of the cell. */
    CF("cf", null, null),
    /** The middle of the cell. */
    CENTRE("centre", Point.CENTRE, Point.CENTRE),
    /** The south-western corner. */
    LOWER_LEFT("lowerLeft", Point.LOW, Point.LOW),
    /** The north-western corner, as of images. */
    UPPER_LEFT("upperLeft", Point.HIGH, Point.LOW),
    /** The middle of the western edge, as in the mask of TransCom. */
    WEST("west", Point.CENTRE, Point.LOW);

    /** What the key {@code registration} of the experiment file says of itself. */
    public static final String MEANING =
        "What latitudes and longitudes in the files mean (docs/files.md, Grids). cf: what their"
            + " bounds say, and without bounds the centre of a grid cell.";

    private final String key;
    private final Point latitude;
    private final Point longitude;

    Registration(String key, Point latitude, Point longitude) {
      this.key = key;
      this.latitude = latitude;
      this.longitude = longitude;
    }

    private Optional<Point> latitude() {
      return Optional.ofNullable(latitude);
    }

    private Optional<Point> longitude() {
      return Optional.ofNullable(longitude);
    }

    /** The word in the experiment file. */
    @JsonValue
    @Override
    public String toString() {
      return key;
    }
  }

  private final GridAxis rows;
  private final GridAxis columns;

  private LatLonGrid(GridAxis rows, GridAxis columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * The grid of these coordinates without bounds; see {@link AxisEdges}.
   *
   * @param lats degrees north, strictly rising or falling, at least 2
   * @param lons degrees east, rising or falling after steps over the seam are undone, at least 2
   * @param registration what the coordinates mean
   * @throws IllegalArgumentException when they do not make a grid
   */
  public static LatLonGrid of(double[] lats, double[] lons, Registration registration) {
    return new LatLonGrid(
        AxisEdges.ofLatitudes(lats, Optional.empty(), registration.latitude()),
        AxisEdges.ofLongitudes(lons, Optional.empty(), registration.longitude()));
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
    return new LatLonGrid(GridAxis.ofEdges(latEdges), GridAxis.ofEdges(lonEdges));
  }

  /**
   * The grid of a variable of a file: by its own coordinates and their bounds, else by the
   * registration.
   *
   * @param registration what the coordinates mean
   * @throws InputException when its coordinates do not make a grid, or bounds contradict the
   *     registration
   */
  public static LatLonGrid of(
      NetcdfInput input, NetcdfVariable variable, Registration registration) {
    CfCoordinates coordinates = CfCoordinates.of(input, variable);
    if (coordinates.latitudeDimension() == CfCoordinates.ABSENT
        || coordinates.longitudeDimension() == CfCoordinates.ABSENT
        || !coordinates.isGridded()) {
      throw coordinates
          .curvilinear()
          .orElseGet(
              () ->
                  variable.problem(
                      "is not on a latitude-longitude grid (dimensions "
                          + String.join(", ", variable.dimensions())
                          + ")",
                      "Give it over latitude and longitude: cdo remapcon,r720x360 IN OUT",
                      null));
    }
    return new LatLonGrid(rows(coordinates, registration), columns(coordinates, registration));
  }

  /** The rows of a variable with latitudes, which may be zonal means without longitudes. */
  public static GridAxis rows(CfCoordinates coordinates, Registration registration) {
    try {
      return AxisEdges.ofLatitudes(
          coordinates.latitudes(),
          coordinates.latitudeBounds(registration != Registration.CF),
          registration.latitude());
    } catch (IllegalArgumentException e) {
      throw noGrid(coordinates.latitude(), "lat_bnds", e);
    }
  }

  private static GridAxis columns(CfCoordinates coordinates, Registration registration) {
    try {
      return AxisEdges.ofLongitudes(
          coordinates.longitudes(),
          coordinates.longitudeBounds(registration != Registration.CF),
          registration.longitude());
    } catch (IllegalArgumentException e) {
      throw noGrid(coordinates.longitude(), "lon_bnds", e);
    }
  }

  private static InputException noGrid(
      NetcdfVariable coordinate, String bounds, IllegalArgumentException e) {
    return coordinate.problem(
        "does not make a grid: " + e.getMessage(),
        "Correct it or its bounds ("
            + bounds
            + "), or regrid the file, for example with cdo remapcon",
        e);
  }

  /** The grid of some of the rows, which follow each other. */
  LatLonGrid withRows(int first, int count) {
    return new LatLonGrid(rows.part(first, count), columns);
  }

  /** Number of rows. */
  public int rows() {
    return rows.count();
  }

  /** Number of columns. */
  public int columns() {
    return columns.count();
  }

  /** Number of grid cells. */
  public int size() {
    return rows() * columns();
  }

  /** Southern edge of a row, degrees north. */
  public double south(int row) {
    return rows.low(row);
  }

  /** Northern edge of a row, degrees north. */
  public double north(int row) {
    return rows.high(row);
  }

  /** Western edge of a column, degrees east. */
  public double west(int column) {
    return columns.low(column);
  }

  /** Eastern edge of a column, degrees east. */
  public double east(int column) {
    return columns.high(column);
  }

  /** Latitude of the middle of a row, degrees north. */
  public double lat(int row) {
    return rows.middle(row);
  }

  /** Longitude of the middle of a column, degrees east. */
  public double lon(int column) {
    return columns.middle(column);
  }

  /** The rows, degrees north. */
  public AxisOverlap.Intervals latitudes() {
    return rows.intervals();
  }

  /** The columns, degrees east. */
  public AxisOverlap.Intervals longitudes() {
    return columns.intervals();
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

  /**
   * For each grid cell that of another grid in which its middle lies, -1 where there is none. The
   * same cells in another order find each other.
   */
  public int[] within(LatLonGrid other) {
    int[] row = new int[rows()];
    Arrays.setAll(row, r -> indexOf(other.rows, rows.middle(r), false));
    int[] column = new int[columns()];
    Arrays.setAll(column, c -> indexOf(other.columns, columns.middle(c), true));
    int[] within = new int[size()];
    for (int i = 0; i < within.length; i++) {
      int r = row[i / columns()];
      int c = column[i % columns()];
      within[i] = r < 0 || c < 0 ? -1 : r * other.columns() + c;
    }
    return within;
  }

  private static int indexOf(GridAxis axis, double place, boolean circle) {
    for (int i = 0; i < axis.count(); i++) {
      double offset = place - axis.low(i);
      double above = circle ? offset - FULL_CIRCLE * Math.floor(offset / FULL_CIRCLE) : offset;
      if (above >= 0 && above <= axis.high(i) - axis.low(i)) {
        return i;
      }
    }
    return -1;
  }

  /** Where the grid is, as text for messages. */
  public String extent() {
    return "latitudes " + rows.extent() + ", longitudes " + columns.extent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatLonGrid grid
        && rows.equals(grid.rows)
        && columns.equals(grid.columns);
  }

  @Override
  public int hashCode() {
    return 31 * rows.hashCode() + columns.hashCode();
  }
}
