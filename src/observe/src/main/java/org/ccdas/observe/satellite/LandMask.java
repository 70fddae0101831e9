package org.ccdas.observe.satellite;

import java.io.Serializable;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.EaseGrid2;
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

  private static final long serialVersionUID = 1L;

  /** Checks the length. */
  public LandMask {
    if (land.length != grid.size()) {
      throw new IllegalArgumentException(land.length + " pixels on a grid of " + grid.size());
    }
  }

  /**
   * Reads a mask in the format of CATDS: {@value #VARIABLE} over (lat, lon), 584 x 1388.
   *
   * @throws InputException when the file is not one
   */
  public static LandMask read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      NetcdfVariable variable = input.variable(VARIABLE);
      int[] shape = variable.shape();
      if (shape.length != 2 || shape[0] != EaseGrid2.ROWS || shape[1] != EaseGrid2.COLUMNS) {
        throw variable.problem(
            "is not of 584 x 1388 pixels",
            "Give the land mask of the EASE-Grid 2.0 of 25 km",
            null);
      }
      double[] lats = input.variable("lat").read();
      double[] values = variable.read();
      float[] land = new float[values.length];
      for (int i = 0; i < land.length; i++) {
        if (!(values[i] == 0 || values[i] == 1)) {
          throw variable.problem(
              "has the value " + values[i] + " at element " + i, "Give 0 and 1 only", null);
        }
        land[i] = (float) values[i];
      }
      return new LandMask(EaseGrid2.grid25km(lats[0] > lats[lats.length - 1]), land);
    }
  }

  /** The mask on a grid that may have its rows turned round; null when it is another grid. */
  float[] on(LatLonGrid wanted) {
    if (wanted.equals(grid)) {
      return land;
    }
    if (wanted.rows() != grid.rows()
        || wanted.columns() != grid.columns()
        || wanted.south(0) != grid.south(grid.rows() - 1)) {
      return null;
    }
    float[] turned = new float[land.length];
    int columns = grid.columns();
    for (int row = 0; row < grid.rows(); row++) {
      System.arraycopy(land, row * columns, turned, (grid.rows() - 1 - row) * columns, columns);
    }
    return turned;
  }
}
