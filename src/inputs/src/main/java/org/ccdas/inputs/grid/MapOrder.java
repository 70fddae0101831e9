package org.ccdas.inputs.grid;

import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * From the order in which a file stores a map, whatever its dimensions, to rows of columns. Rows
 * and columns are known by the names of their dimensions, never by their lengths.
 */
public final class MapOrder {
  private final int stored;
  private final int[] places;

  private MapOrder(int stored, int[] places) {
    this.stored = stored;
    this.places = places;
  }

  /**
   * The order of a variable.
   *
   * @param rowDimension name of the dimension of the rows
   * @param columnDimension name of that of the columns
   * @param columns number of columns of the map, at most as many as the variable has: those behind
   *     them are left out
   * @throws org.ccdas.inputs.InputException when it lacks one of the two, or has another dimension
   *     that is longer than 1
   */
  public static MapOrder of(
      NetcdfVariable variable, String rowDimension, String columnDimension, int columns) {
    List<String> dimensions = variable.dimensions();
    int[] shape = variable.shape();
    int row = dimensions.indexOf(rowDimension);
    int column = dimensions.indexOf(columnDimension);
    if (row < 0
        || column < 0
        || row == column
        || (long) shape[row] * shape[column] != variable.size()) {
      throw variable.problem(
          "has the dimensions "
              + String.join(", ", dimensions)
              + ", of which one is no map of "
              + rowDimension
              + " and "
              + columnDimension,
          "Give one map over " + rowDimension + " and " + columnDimension,
          null);
    }
    return of(row < column, shape[row], shape[column], columns);
  }

  /**
   * The order of a map.
   *
   * @param byRow whether the rows are the slower dimension
   * @param rows number of rows
   * @param stored number of columns in the file
   * @param columns number of columns of the map, not more
   */
  public static MapOrder of(boolean byRow, int rows, int stored, int columns) {
    if (byRow && columns == stored) {
      return new MapOrder(rows * stored, null);
    }
    int[] places = new int[rows * columns];
    Arrays.setAll(
        places, i -> byRow ? i / columns * stored + i % columns : i % columns * rows + i / columns);
    return new MapOrder(rows * stored, places);
  }

  private void require(int length) {
    if (length != stored) {
      throw new IllegalArgumentException(length + " values of a map of " + stored);
    }
  }

  /** Values row by row; the same array when they stand so. */
  public double[] apply(double[] values) {
    require(values.length);
    return places == null ? values : Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }

  /** Values row by row; the same array when they stand so. */
  public float[] apply(float[] values) {
    require(values.length);
    if (places == null) {
      return values;
    }
    float[] ordered = new float[places.length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = values[places[i]];
    }
    return ordered;
  }

  /** Values row by row; the same array when they stand so. */
  public int[] apply(int[] values) {
    require(values.length);
    return places == null ? values : Arrays.stream(places).map(i -> values[i]).toArray();
  }
}
