package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleBinaryOperator;
import org.ccdas.inputs.grid.AxisOverlap;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.GridSpacing;
import org.ccdas.inputs.grid.LatLonBox;

/**
 * The regular latitude-longitude grid of a soil-moisture product. Fields on it are row-major: index
 * = row x columns + column.
 *
 * @param lats centres of the rows, degrees north
 * @param lons centres of the columns, degrees east
 * @param latBounds edges of each row, {@code [2 row]} and {@code [2 row + 1]}, in any order
 * @param lonBounds edges of each column, western first
 */
public record SoilMoistureGrid(double[] lats, double[] lons, double[] latBounds, double[] lonBounds)
    implements Serializable {
  /** How far edges of a cell and of its box in the file may be apart, degrees. */
  public static final double TOLERANCE = 1e-3;

  /** Checks the sizes and that no box is empty. */
  public SoilMoistureGrid {
    if (lats.length == 0
        || lons.length == 0
        || latBounds.length != 2 * lats.length
        || lonBounds.length != 2 * lons.length) {
      throw new IllegalArgumentException(
          "A grid of "
              + lats.length
              + " rows and "
              + lons.length
              + " columns with "
              + latBounds.length
              + " and "
              + lonBounds.length
              + " bounds");
    }
    for (int row = 0; row < lats.length; row++) {
      double south = Math.min(latBounds[2 * row], latBounds[2 * row + 1]);
      double north = Math.max(latBounds[2 * row], latBounds[2 * row + 1]);
      if (!(south >= -90 && north <= 90 && south < north)) {
        throw new IllegalArgumentException("Row " + row + " from " + south + " to " + north);
      }
    }
    for (int column = 0; column < lons.length; column++) {
      double west = lonBounds[2 * column];
      double east = lonBounds[2 * column + 1];
      if (!(west < east && east - west <= 360)) {
        throw new IllegalArgumentException("Column " + column + " from " + west + " to " + east);
      }
    }
  }

  /**
   * The whole Earth in boxes of this size, rows from south to north, columns from the date line
   * eastwards.
   *
   * @param height degrees of latitude, divides 180
   * @param width degrees of longitude, divides 360
   */
  public static SoilMoistureGrid global(double height, double width) {
    return new SoilMoistureGrid(
        centres(-90, height, count(180, height)),
        centres(-180, width, count(360, width)),
        bounds(-90, height, count(180, height)),
        bounds(-180, width, count(360, width)));
  }

  private static int count(double circle, double size) {
    double count = Math.rint(circle / size);
    if (!(size > 0 && Math.abs(count * size - circle) < TOLERANCE)) {
      throw new IllegalArgumentException(size + " degrees do not divide " + circle);
    }
    return (int) count;
  }

  private static double[] centres(double first, double size, int count) {
    double[] centres = new double[count];
    Arrays.setAll(centres, i -> first + (i + 0.5) * size);
    return centres;
  }

  private static double[] bounds(double first, double size, int count) {
    double[] bounds = new double[2 * count];
    // the same expression for both sides of an edge, so that boxes touch exactly
    Arrays.setAll(bounds, i -> first + (i + 1) / 2 * size);
    return bounds;
  }

  /**
   * The grid of a cell table: all rows and columns between the first and the last that have a cell;
   * columns are counted eastwards from the widest gap round the circle.
   *
   * @throws IllegalArgumentException when the cells lie on no regular grid
   */
  public static SoilMoistureGrid of(List<Cell> cells) {
    double[] cellLats = cells.stream().mapToDouble(Cell::lat).toArray();
    double[] cellLons = cells.stream().mapToDouble(Cell::lon).toArray();
    GridSpacing spacing =
        GridSpacing.of(cellLats, cellLons)
            .orElseThrow(
                () -> new IllegalArgumentException("The cells do not lie on a regular grid"));
    double[] lats = spacing.rows(cellLats);
    double[] lons = spacing.columns(cellLons);
    double[] latBounds = new double[2 * lats.length];
    double[] lonBounds = new double[2 * lons.length];
    for (int row = 0; row < lats.length; row++) {
      LatLonBox box = spacing.box(lats[row], 0);
      latBounds[2 * row] = box.south();
      latBounds[2 * row + 1] = box.north();
    }
    for (int column = 0; column < lons.length; column++) {
      LatLonBox box = spacing.box(0, lons[column]);
      lonBounds[2 * column] = box.west();
      lonBounds[2 * column + 1] = box.east();
    }
    SoilMoistureGrid grid = new SoilMoistureGrid(lats, lons, latBounds, lonBounds);
    for (Cell cell : cells) {
      if (grid.indexOf(cell.box()).isEmpty()) {
        throw new IllegalArgumentException("Cell " + cell.id() + " does not fill a box of a grid");
      }
    }
    return grid;
  }

  /** Number of rows. */
  public int rows() {
    return lats.length;
  }

  /** Number of columns. */
  public int columns() {
    return lons.length;
  }

  /** Number of boxes. */
  public int size() {
    return rows() * columns();
  }

  /** The rows, degrees north. */
  public AxisOverlap.Intervals latitudes() {
    return new AxisOverlap.Intervals(edge(latBounds, Math::min), edge(latBounds, Math::max));
  }

  /** The columns, degrees east. */
  public AxisOverlap.Intervals longitudes() {
    return new AxisOverlap.Intervals(edge(lonBounds, Math::min), edge(lonBounds, Math::max));
  }

  private static double[] edge(double[] bounds, DoubleBinaryOperator which) {
    double[] edges = new double[bounds.length / 2];
    Arrays.setAll(edges, i -> which.applyAsDouble(bounds[2 * i], bounds[2 * i + 1]));
    return edges;
  }

  /** A box. */
  public LatLonBox box(int row, int column) {
    return new LatLonBox(
        Math.min(latBounds[2 * row], latBounds[2 * row + 1]),
        Math.max(latBounds[2 * row], latBounds[2 * row + 1]),
        lonBounds[2 * column],
        lonBounds[2 * column + 1]);
  }

  /**
   * Index of the box whose edges are those of {@code wanted}, in any turn of the circle; empty when
   * there is none.
   */
  public OptionalInt indexOf(LatLonBox wanted) {
    int row = 0;
    while (row < rows() && !sameRow(row, wanted)) {
      row++;
    }
    int column = 0;
    while (column < columns() && !sameColumn(column, wanted)) {
      column++;
    }
    return row < rows() && column < columns()
        ? OptionalInt.of(row * columns() + column)
        : OptionalInt.empty();
  }

  private boolean sameRow(int row, LatLonBox wanted) {
    return near(Math.min(latBounds[2 * row], latBounds[2 * row + 1]) - wanted.south())
        && near(Math.max(latBounds[2 * row], latBounds[2 * row + 1]) - wanted.north());
  }

  private boolean sameColumn(int column, LatLonBox wanted) {
    return near(Math.IEEEremainder(lonBounds[2 * column] - wanted.west(), 360))
        && near(Math.IEEEremainder(lonBounds[2 * column + 1] - wanted.east(), 360))
        && near(
            lonBounds[2 * column + 1] - lonBounds[2 * column] - (wanted.east() - wanted.west()));
  }

  private static boolean near(double difference) {
    return Math.abs(difference) <= TOLERANCE;
  }
}
