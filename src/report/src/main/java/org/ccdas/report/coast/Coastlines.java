package org.ccdas.report.coast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Outlines of the land, from Natural Earth at 1:110,000,000 (public domain) as the package
 * world-atlas has them.
 */
public final class Coastlines {
  private static final String RESOURCE = "land-110m.json";

  private Coastlines() {}

  /**
   * Rings of longitude and latitude, degrees, to be drawn on a map from -180 to 180. A ring never
   * jumps at the date line: it goes on beyond, and is there a second time at the other side.
   */
  public static List<double[][]> land() {
    try (InputStream in = Coastlines.class.getResourceAsStream(RESOURCE)) {
      List<double[][]> rings = new ArrayList<>();
      for (double[][] ring : TopoJson.rings(RESOURCE, in.readAllBytes(), "land")) {
        double[][] whole = unwrapped(ring);
        rings.add(whole);
        if (Arrays.stream(whole).anyMatch(p -> p[0] > 180)) {
          rings.add(shifted(whole, -360));
        }
        if (Arrays.stream(whole).anyMatch(p -> p[0] < -180)) {
          rings.add(shifted(whole, 360));
        }
      }
      return rings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ring without jumps of 360 degrees; one around a pole is closed through the pole. */
  static double[][] unwrapped(double[][] ring) {
    List<double[]> points = new ArrayList<>();
    double turn = 0;
    for (int i = 0; i < ring.length; i++) {
      if (i > 0) {
        turn -= 360 * Math.rint((ring[i][0] - ring[i - 1][0]) / 360);
      }
      points.add(new double[] {ring[i][0] + turn, ring[i][1]});
    }
    double[] first = points.get(0);
    double[] last = points.get(points.size() - 1);
    if (Math.abs(last[0] - first[0]) > 180) {
      double pole = Math.copySign(90, first[1]);
      points.add(new double[] {last[0], pole});
      points.add(new double[] {first[0], pole});
      points.add(first);
    }
    return points.toArray(double[][]::new);
  }

  private static double[][] shifted(double[][] ring, double degrees) {
    return Arrays.stream(ring)
        .map(p -> new double[] {p[0] + degrees, p[1]})
        .toArray(double[][]::new);
  }
}
