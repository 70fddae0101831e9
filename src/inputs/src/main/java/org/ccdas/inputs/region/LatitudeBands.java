package org.ccdas.inputs.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;

/** Regions between latitudes. */
public final class LatitudeBands {
  /** Name of the set of regions. */
  public static final String SET = "latitudes";

  private LatitudeBands() {}

  /**
   * The bands between these latitudes, from the south.
   *
   * @param edges degrees north, rising, at least 2; for example -90, -30, 30, 90
   * @throws IllegalArgumentException when they do not rise
   */
  public static Regions of(double[] edges, List<Cell> cells) {
    List<Region> bands = new ArrayList<>();
    for (int b = 1; b < edges.length; b++) {
      if (!(edges[b - 1] >= -90 && edges[b] > edges[b - 1] && edges[b] <= 90)) {
        throw new IllegalArgumentException(
            "latitudes must rise within -90..90: " + edges[b - 1] + ", " + edges[b]);
      }
      bands.add(new Region(SET, name(edges[b - 1]) + "-" + name(edges[b])));
    }
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("at least two latitudes are wanted");
    }
    Map<Integer, double[]> shares = new HashMap<>();
    for (Cell cell : cells) {
      LatLonBox box = cell.box();
      double[] row = new double[bands.size()];
      for (int b = 0; b < row.length; b++) {
        LatLonBox band = new LatLonBox(edges[b], edges[b + 1], box.west(), box.east());
        // on the sphere, by area
        row[b] = Math.min(1, box.overlap(band) / box.area());
      }
      shares.put(cell.id(), row);
    }
    return Regions.of(bands, shares);
  }

  private static String name(double latitude) {
    String degrees = String.format(Locale.ROOT, "%.4f", Math.abs(latitude));
    String plain = degrees.replaceAll("0+$", "").replaceAll("\\.$", "");
    return latitude == 0 ? "0" : plain + (latitude < 0 ? "S" : "N");
  }
}
