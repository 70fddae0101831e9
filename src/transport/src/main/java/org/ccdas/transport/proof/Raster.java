package org.ccdas.transport.proof;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.transport.tracer.LandFraction;

/**
 * Surface fluxes on cells of 2.5 by 2.5 degrees, from the south-west: the patterns that spread
 * zonal totals over longitude, or totals of broad bands within them.
 */
final class Raster {
  static final int ROWS = 72;
  static final int COLUMNS = 144;
  static final int SIZE = ROWS * COLUMNS;
  private static final double STEP = 2.5;

  private Raster() {}

  /** Boxes of all cells. */
  static List<LatLonBox> boxes() {
    List<LatLonBox> boxes = new ArrayList<>();
    for (int cell = 0; cell < SIZE; cell++) {
      double south = -90 + STEP * (cell / COLUMNS);
      double west = -180 + STEP * (cell % COLUMNS);
      boxes.add(new LatLonBox(south, south + STEP, west, west + STEP));
    }
    return boxes;
  }

  /** Area of land (or of sea) in each cell, m2. */
  static double[] area(boolean ofLand) {
    LandFraction land = LandFraction.standard();
    return boxes().stream()
        .mapToDouble(box -> box.area() * (ofLand ? land.in(box) : 1 - land.in(box)))
        .toArray();
  }

  /** Where fossil fuel is burnt, any unit: the shipped centres over land. */
  static double[] fossil() {
    double[] pattern = area(true);
    List<CsvTable.Row> centres =
        CsvTable.resource(
                Raster.class, "fossil-centres.csv", "lat", "lon", "share", "height", "width")
            .rows();
    List<LatLonBox> boxes = boxes();
    for (int cell = 0; cell < SIZE; cell++) {
      LatLonBox box = boxes.get(cell);
      double sum = 1e-4;
      for (CsvTable.Row centre : centres) {
        double y =
            ((box.south() + box.north()) / 2 - centre.number("lat")) / centre.number("height");
        double x =
            Math.IEEEremainder((box.west() + box.east()) / 2 - centre.number("lon"), 360)
                / centre.number("width");
        sum +=
            centre.number("share")
                / centre.number("height")
                / centre.number("width")
                * Math.exp(-(x * x + y * y) / 2);
      }
      pattern[cell] *= sum;
    }
    return pattern;
  }

  /**
   * Spreads the totals of bands of latitude within them.
   *
   * @param edges of the bands, degrees north, rising, multiples of 2.5; one more than totals
   * @param totals of the bands
   * @param pattern any unit; a band where it vanishes takes the area
   */
  static double[] spread(double[] edges, double[] totals, double[] pattern) {
    double[] flux = new double[SIZE];
    double[] area = boxes().stream().mapToDouble(LatLonBox::area).toArray();
    for (int band = 0; band < totals.length; band++) {
      int from = (int) Math.round((edges[band] + 90) / STEP) * COLUMNS;
      int to = (int) Math.round((edges[band + 1] + 90) / STEP) * COLUMNS;
      double sum = 0;
      for (int cell = from; cell < to; cell++) {
        sum += pattern[cell];
      }
      double[] weights = sum > 0 ? pattern : area;
      double whole = 0;
      for (int cell = from; cell < to; cell++) {
        whole += weights[cell];
      }
      for (int cell = from; cell < to; cell++) {
        flux[cell] += totals[band] * weights[cell] / whole;
      }
    }
    return flux;
  }

  /** The edges of the 72 rows. */
  static double[] rowEdges() {
    double[] edges = new double[ROWS + 1];
    for (int row = 0; row <= ROWS; row++) {
      edges[row] = -90 + STEP * row;
    }
    return edges;
  }
}
