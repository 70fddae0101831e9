package org.ccdas.inputs.land;

import java.util.Arrays;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfInput;

/** Heights of the cells' land above the sea, m; they set the air pressure (spec section 2). */
public final class Elevations {
  private static final double HIGHEST = 8850;

  private Elevations() {}

  /** The same height everywhere. */
  public static double[] uniform(CellTable table, double elevation) {
    double[] elevations = new double[table.size()];
    Arrays.fill(elevations, elevation);
    return elevations;
  }

  /**
   * From a gridded relief in a unit of length: the mean over the part of a cell that lies above 0
   * m, since the rest is sea; 0 where there is none.
   *
   * @param variable name of the relief in the file, for example {@code ROSE} of etopo60
   */
  public static double[] read(
      Location path, String variable, Registration registration, CellTable table) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      GriddedField relief = GriddedField.of(input, input.variable(variable).in("m"), registration);
      double[] heights = relief.map();
      for (int i = 0; i < heights.length; i++) {
        if (heights[i] > HIGHEST) {
          throw relief
              .variable()
              .impossible(heights[i], "grid cell " + i, "heights are up to " + HIGHEST + " m");
        }
        if (!(heights[i] > 0)) {
          heights[i] = Double.NaN;
        }
      }
      double[] means = relief.onto(table.cells()).apply(heights).values();
      return Arrays.stream(means).map(mean -> Double.isNaN(mean) ? 0 : mean).toArray();
    }
  }
}
