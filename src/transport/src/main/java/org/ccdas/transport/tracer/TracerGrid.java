package org.ccdas.transport.tracer;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.grid.LatLonBox;

/**
 * The grid of the tracer model: rows of latitude from south to north, columns of longitude from 180
 * W eastwards, layers of sigma from the ground up (spec section 16.7). Rows near the poles have
 * fewer columns (a reduced grid), so that their cells stay at least 0.4 row heights wide and do not
 * dictate the time step; the number of columns of a row is a multiple of that of the row poleward.
 *
 * <p>A column is numbered from the south-west; a cell is {@code column * layers + layer}.
 */
public final class TracerGrid implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Layer edges of the nine layers, sigma, from the ground up. */
  private static final double[] NINE_LAYERS = {1, 0.96, 0.88, 0.77, 0.63, 0.47, 0.32, 0.2, 0.1, 0};

  /** Cells are at least this much of a row height wide. */
  private static final double NARROWEST = 0.4;

  private final int longitudes;
  private final int[] count;
  private final int[] first;
  private final double[] sigma;
  private final double[] mass;

  private TracerGrid(int longitudes, int rows, double[] sigma) {
    this.longitudes = longitudes;
    this.sigma = sigma;
    this.count = new int[rows];
    this.first = new int[rows + 1];
    reduce();
    for (int row = 0; row < rows; row++) {
      first[row + 1] = first[row] + count[row];
    }
    this.mass = new double[cells()];
    for (int row = 0; row < rows; row++) {
      // share of the sphere: (sin north - sin south) / 2 / columns of the row
      double area =
          (Math.sin(Math.toRadians(south(row + 1))) - Math.sin(Math.toRadians(south(row))))
              / 2
              / count[row];
      for (int column = first[row]; column < first[row + 1]; column++) {
        for (int layer = 0; layer < layers(); layer++) {
          mass[cell(column, layer)] = area * thickness(layer);
        }
      }
    }
  }

  /** The grid of 36 x 24 columns (10 by 7.5 degrees) and nine layers. */
  public static TracerGrid standard() {
    return refined(1);
  }

  /**
   * The standard grid with each column divided.
   *
   * @param factor columns and rows for each of the standard grid, 1..8
   */
  public static TracerGrid refined(int factor) {
    if (factor < 1 || factor > 8) {
      throw new IllegalArgumentException("A refinement of " + factor + "; it is 1 to 8");
    }
    return new TracerGrid(36 * factor, 24 * factor, NINE_LAYERS.clone());
  }

  /** The grid of one layer, refined like the standard grid; for tests of the horizontal. */
  static TracerGrid flat(int factor) {
    return new TracerGrid(36 * factor, 24 * factor, new double[] {1, 0});
  }

  private void reduce() {
    int rows = count.length;
    for (int row = rows / 2; row < rows; row++) {
      int equatorward = row == rows / 2 ? longitudes : count[row - 1];
      // the smallest divisor that makes the cells wide enough
      int divisor = 1;
      while (equatorward % divisor != 0
          || width(row, equatorward / divisor) < NARROWEST * height()) {
        divisor++;
      }
      count[row] = equatorward / divisor;
      count[rows - 1 - row] = count[row];
    }
  }

  /** Number of rows. */
  public int rows() {
    return count.length;
  }

  /** Number of layers. */
  public int layers() {
    return sigma.length - 1;
  }

  /** Number of columns of all rows. */
  public int columns() {
    return first[rows()];
  }

  /** Number of cells. */
  public int cells() {
    return columns() * layers();
  }

  /** Number of columns of a row. */
  public int columns(int row) {
    return count[row];
  }

  /** Index of the column at a position of a row, counted around the circle. */
  public int column(int row, int position) {
    return first[row] + Math.floorMod(position, count[row]);
  }

  /** Index of a cell. */
  public int cell(int column, int layer) {
    return column * layers() + layer;
  }

  /** Position in a row of the column that holds a longitude (degrees east). */
  public int position(int row, double lon) {
    return Math.floorMod((int) Math.floor((lon + 180) / 360 * count[row]), count[row]);
  }

  /** Row that holds a latitude (degrees north). */
  public int row(double lat) {
    return Math.max(0, Math.min(rows() - 1, (int) Math.floor((lat + 90) / 180 * rows())));
  }

  /** Row of a column. */
  public int rowOf(int column) {
    int row = 0;
    while (column >= first[row + 1]) {
      row++;
    }
    return row;
  }

  /** Southern edge of a row, degrees north; of the row after the last, the North Pole. */
  public double south(int row) {
    return -90 + 180.0 * row / rows();
  }

  /** Latitude of the middle of a row, degrees north. */
  public double lat(int row) {
    return (south(row) + south(row + 1)) / 2;
  }

  /** Longitude of the middle of a position of a row, degrees east. */
  public double lon(int row, int position) {
    return -180 + 360.0 * (position + 0.5) / count[row];
  }

  /** Area of a column. */
  public LatLonBox box(int column) {
    int row = rowOf(column);
    int position = column - first[row];
    double width = 360.0 / count[row];
    double west = -180 + width * position;
    return new LatLonBox(south(row), south(row + 1), west, west + width);
  }

  /** Areas of all columns. */
  public List<LatLonBox> boxes() {
    List<LatLonBox> boxes = new ArrayList<>();
    for (int column = 0; column < columns(); column++) {
      boxes.add(box(column));
    }
    return boxes;
  }

  /** Sigma at the lower edge of a layer; of the layer after the last, 0. */
  public double sigma(int layer) {
    return sigma[layer];
  }

  /** Sigma in the middle of a layer. */
  public double middle(int layer) {
    return (sigma[layer] + sigma[layer + 1]) / 2;
  }

  /** Share of a column's mass in a layer. */
  public double thickness(int layer) {
    return sigma[layer] - sigma[layer + 1];
  }

  /** Share of the atmosphere's mass in a cell; they sum to 1. */
  public double mass(int cell) {
    return mass[cell];
  }

  /** Height of a row, m. */
  public double height() {
    return LatLonBox.EARTH_RADIUS * Math.PI / rows();
  }

  /** Width of the columns of a row at its middle, m. */
  public double width(int row) {
    return width(row, count[row]);
  }

  private double width(int row, int columns) {
    return 2 * Math.PI * LatLonBox.EARTH_RADIUS * Math.cos(Math.toRadians(lat(row))) / columns;
  }

  /** Number of faces between a row and the next: the columns of the finer one. */
  public int faces(int row) {
    return Math.max(count[row], count[row + 1]);
  }

  /** Width of a face between a row and the next, m. */
  public double faceWidth(int row) {
    return 2
        * Math.PI
        * LatLonBox.EARTH_RADIUS
        * Math.cos(Math.toRadians(south(row + 1)))
        / faces(row);
  }
}
