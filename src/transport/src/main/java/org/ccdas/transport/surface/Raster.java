package org.ccdas.transport.surface;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.grid.LatLonBox;

/**
 * Surface fluxes on cells of 2.5 by 2.5 degrees, from the south-west: the patterns that spread
 * zonal totals over longitude, or totals of broad bands within them.
 */
public final class Raster {
  /** From south to north. */
  public static final int ROWS = 72;

  /** From 180 W eastwards. */
  public static final int COLUMNS = 144;

  /** Cells. */
  public static final int SIZE = ROWS * COLUMNS;

  private static final double STEP = 2.5;

  private Raster() {}

  /** Boxes of all cells. */
  public static List<LatLonBox> boxes() {
    List<LatLonBox> boxes = new ArrayList<>();
    for (int cell = 0; cell < SIZE; cell++) {
      double south = -90 + STEP * (cell / COLUMNS);
      double west = -180 + STEP * (cell % COLUMNS);
      boxes.add(new LatLonBox(south, south + STEP, west, west + STEP));
    }
    return boxes;
  }

  /** Area of each cell, m2. */
  static double[] area() {
    return boxes().stream().mapToDouble(LatLonBox::area).toArray();
  }

  /** Area of land (or of sea) in each cell, m2. */
  public static double[] area(boolean ofLand) {
    LandFraction land = LandFraction.standard();
    return boxes().stream()
        .mapToDouble(box -> box.area() * (ofLand ? land.in(box) : 1 - land.in(box)))
        .toArray();
  }

  /** Where fossil fuel is burnt, any unit: the shipped centres over land. */
  public static double[] fossil() {
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
  public static double[] spread(double[] edges, double[] totals, double[] pattern) {
    double[] flux = new double[SIZE];
    double[] area = area();
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

  /** What a pattern has within a box: cells that it cuts count by the area within. */
  public static double within(LatLonBox box, double[] pattern) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double south = -90 + STEP * row;
      if (south >= box.north() || south + STEP <= box.south()) {
        continue;
      }
      for (int column = 0; column < COLUMNS; column++) {
        double west = -180 + STEP * column;
        LatLonBox cell = new LatLonBox(south, south + STEP, west, west + STEP);
        sum += pattern[row * COLUMNS + column] * box.overlap(cell) / cell.area();
      }
    }
    return sum;
  }

  /** The edges of the 72 rows. */
  public static double[] rowEdges() {
    double[] edges = new double[ROWS + 1];
    for (int row = 0; row <= ROWS; row++) {
      edges[row] = -90 + STEP * row;
    }
    return edges;
  }
}
