package org.ccdas.report.coast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Outlines of the land, from Natural Earth at 1:110,000,000 (public domain) as the package
 * world-atlas has them.
 */
public final class Coastlines {
  private static final String RESOURCE = "land-110m.json";

  private Coastlines() {}

  /** Rings of longitude and latitude, degrees, -180 to 180 and -90 to 90. */
  public static List<double[][]> land() {
    try (InputStream in = Coastlines.class.getResourceAsStream(RESOURCE)) {
      return TopoJson.rings(RESOURCE, in.readAllBytes(), "land");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
