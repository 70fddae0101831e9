package org.ccdas.transport.tracer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.transport.TransportRegion;

/** The columns of a grid as transport regions, each named after its middle. */
final class TracerRegions {
  private TracerRegions() {}

  static List<TransportRegion> of(TracerGrid grid) {
    List<TransportRegion> regions = new ArrayList<>();
    for (LatLonBox box : grid.boxes()) {
      regions.add(new TransportRegion(name(box), box));
    }
    return List.copyOf(regions);
  }

  private static String name(LatLonBox box) {
    double lat = (box.south() + box.north()) / 2;
    double lon = (box.west() + box.east()) / 2;
    return String.format(
        Locale.ROOT,
        "%.2f%s%.2f%s",
        Math.abs(lat),
        lat < 0 ? "S" : "N",
        Math.abs(lon),
        lon < 0 ? "W" : "E");
  }
}
