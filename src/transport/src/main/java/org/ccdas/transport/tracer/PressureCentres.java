package org.ccdas.transport.tracer;

import java.util.List;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.grid.LatLonBox;

/**
 * The standing highs and lows of the lower troposphere as a stream function of Gaussian hills,
 * whose strength goes from January to July as one harmonic and fades with height.
 */
final class PressureCentres {
  /** Sigma over which the winds fade by 1/e. */
  private static final double DEPTH = 0.4;

  private static final List<Centre> ALL =
      CsvTable.resource(
              PressureCentres.class,
              "pressure-centres.csv",
              "name",
              "lat",
              "lon",
              "january",
              "july",
              "height",
              "width")
          .rows()
          .stream()
          .map(
              row ->
                  new Centre(
                      row.number("lat"),
                      row.number("lon"),
                      row.number("january"),
                      row.number("july"),
                      row.number("height"),
                      row.number("width")))
          .toList();

  private final double summer;

  PressureCentres(int month) {
    summer = Season.summer(month, 7.3);
  }

  /** Strengths in 1e6 m2 s-1, positive for a high of the north; half widths in degrees. */
  private record Centre(
      double lat, double lon, double january, double july, double height, double width) {
    double eastOf(double other) {
      return Math.IEEEremainder(other - lon, 360) / width;
    }
  }

  /** Eastward wind, m s-1. */
  double eastward(double lat, double lon, double sigma) {
    double sum = 0;
    for (Centre centre : ALL) {
      // u = -d chi / dy
      sum +=
          chi(centre, lat, lon) * (lat - centre.lat()) / centre.height() / metres(centre.height());
    }
    return sum * fade(sigma);
  }

  /** Northward wind, m s-1. */
  double northward(double lat, double lon, double sigma) {
    double sum = 0;
    for (Centre centre : ALL) {
      // v = d chi / dx
      sum -=
          chi(centre, lat, lon)
              * centre.eastOf(lon)
              / metres(centre.width())
              / Math.cos(Math.toRadians(lat));
    }
    return sum * fade(sigma);
  }

  private double chi(Centre centre, double lat, double lon) {
    double strength =
        (centre.january() + centre.july()) / 2 + summer * (centre.july() - centre.january()) / 2;
    double x = centre.eastOf(lon);
    double y = (lat - centre.lat()) / centre.height();
    return 1e6 * strength * Math.exp(-(x * x + y * y) / 2);
  }

  private static double metres(double degrees) {
    return LatLonBox.EARTH_RADIUS * Math.toRadians(degrees);
  }

  private static double fade(double sigma) {
    return Math.exp(-(1 - sigma) / DEPTH);
  }
}
