package org.ccdas.transport.surface;

import java.util.List;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.grid.LatLonBox;

/** Share of land in boxes of latitude and longitude, from Natural Earth (at 2.5 degrees). */
public final class LandFraction {
  private static final double SIZE = 2.5;

  private final double[][] land;

  private LandFraction(double[][] land) {
    this.land = land;
  }

  /** Reads the shipped table. */
  public static LandFraction standard() {
    List<CsvTable.Row> rows =
        CsvTable.resource(LandFraction.class, "land-fraction.csv", "lat_south", "ninths").rows();
    double[][] land = new double[rows.size()][];
    for (int i = 0; i < land.length; i++) {
      land[i] =
          rows.get(i).text("ninths").chars().mapToDouble(digit -> (digit - '0') / 9.0).toArray();
    }
    return new LandFraction(land);
  }

  /** Share of land in a box whose western edge is at 180 W or east of it, 0..1. */
  public double in(LatLonBox box) {
    double sum = 0;
    for (int i = 0; i < land.length; i++) {
      double south = -90 + SIZE * i;
      if (south >= box.north() || south + SIZE <= box.south()) {
        continue;
      }
      for (int j = 0; j < land[i].length; j++) {
        double west = -180 + SIZE * j;
        if (land[i][j] > 0 && west < box.east() && west + SIZE > box.west()) {
          sum += land[i][j] * box.overlap(new LatLonBox(south, south + SIZE, west, west + SIZE));
        }
      }
    }
    return sum / box.area();
  }
}
