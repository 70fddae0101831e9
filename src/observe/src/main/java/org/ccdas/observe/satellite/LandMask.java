package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * Which pixels of a product's grid are land, as the mask {@code Grid_Point_Mask_USGS.nc} of CATDS
 * says it for EASE-Grid 2.0.
 *
 * @param grid of the mask
 * @param land 1 on land, 0 elsewhere
 */
public record LandMask(LatLonGrid grid, float[] land) implements Serializable {
  /** The variable of the CATDS file. */
  public static final String VARIABLE = "USGS_Land_Flag";

  private static final double ROUNDING = 1e-9;
  private static final long serialVersionUID = 1L;

  /** Checks the length. */
  public LandMask {
    if (land.length != grid.size()) {
      throw new IllegalArgumentException(land.length + " pixels on a grid of " + grid.size());
    }
  }

  /**
   * Reads a mask in the format of CATDS: {@value #VARIABLE} over the EASE-Grid 2.0, or a part of
   * it.
   *
   * @throws InputException when the file is not one
   */
  public static LandMask read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      NetcdfVariable variable = input.variable(VARIABLE);
      EaseGridPart part = EaseGridPart.of(input, variable);
      float[] land = part.floats(variable);
      for (int i = 0; i < land.length; i++) {
        if (!(land[i] == 0 || land[i] == 1)) {
          throw variable.problem(
              "has the value " + land[i] + " at pixel " + i, "Give 0 and 1 only", null);
        }
      }
      return new LandMask(part.grid(), land);
    }
  }

  /**
   * The mask on a grid that is this one, or a part cut out of it with rows in any order and columns
   * from any of them on; null when it is another grid.
   */
  float[] on(LatLonGrid wanted) {
    if (wanted.equals(grid)) {
      return land;
    }
    int[] rows = new int[wanted.rows()];
    Arrays.setAll(rows, row -> find(grid.rows(), own -> sameRow(wanted, row, own)));
    int[] columns = new int[wanted.columns()];
    Arrays.setAll(columns, column -> find(grid.columns(), own -> sameColumn(wanted, column, own)));
    if (Arrays.stream(rows).anyMatch(own -> own < 0)
        || Arrays.stream(columns).anyMatch(own -> own < 0)) {
      return null;
    }
    float[] cut = new float[wanted.size()];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        cut[row * columns.length + column] = land[rows[row] * grid.columns() + columns[column]];
      }
    }
    return cut;
  }

  private static int find(int count, IntPredicate same) {
    return IntStream.range(0, count).filter(same).findFirst().orElse(-1);
  }

  private boolean sameRow(LatLonGrid wanted, int row, int own) {
    return wanted.south(row) == grid.south(own) && wanted.north(row) == grid.north(own);
  }

  private boolean sameColumn(LatLonGrid wanted, int column, int own) {
    return Math.abs(Math.IEEEremainder(wanted.west(column) - grid.west(own), 360)) < ROUNDING
        && Math.abs(Math.IEEEremainder(wanted.east(column) - grid.east(own), 360)) < ROUNDING;
  }
}
