package org.ccdas.report.run;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfInput;

/** Where the cells of a result file are, on a grid or one after the other. */
public final class CellPlaces {
  private CellPlaces() {}

  /** Boxes of all places of the file, in its order; those without land too. */
  public static List<LatLonBox> of(NetcdfInput input) {
    double[] lat = input.variable("lat_bnds").read();
    double[] lon = input.variable("lon_bnds").read();
    List<LatLonBox> boxes = new ArrayList<>();
    if (input.variable("lat_bnds").shape()[1] == 2) {
      for (int row = 0; row < lat.length / 2; row++) {
        for (int column = 0; column < lon.length / 2; column++) {
          boxes.add(
              new LatLonBox(
                  Math.min(lat[2 * row], lat[2 * row + 1]),
                  Math.max(lat[2 * row], lat[2 * row + 1]),
                  lon[2 * column],
                  lon[2 * column + 1]));
        }
      }
    } else {
      // corners, anticlockwise from the south-western one
      for (int cell = 0; cell < lat.length / 4; cell++) {
        boxes.add(
            new LatLonBox(lat[4 * cell], lat[4 * cell + 2], lon[4 * cell], lon[4 * cell + 1]));
      }
    }
    return boxes;
  }
}
