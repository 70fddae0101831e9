package org.ccdas.inputs.grid;

import java.io.Serializable;

/**
 * A rectangle in latitude and longitude on the sphere of radius 6371 km (spec section 2).
 *
 * @param south southern edge, degrees north, -90..90
 * @param north northern edge, degrees north, above {@code south}
 * @param west western edge, degrees east
 * @param east eastern edge, degrees east, above {@code west} and at most 360 beyond it; the pair
 *     may lie in any turn of the circle, so that a box may cross the date line
 */
public record LatLonBox(double south, double north, double west, double east)
    implements Serializable {
  /** Radius of the Earth, m. */
  public static final double EARTH_RADIUS = 6.371e6;

  /** Checks the order of the edges. */
  public LatLonBox {
    if (!(south >= -90 && north <= 90 && south < north)) {
      throw new IllegalArgumentException("Latitudes from " + south + " to " + north);
    }
    if (!(west < east && east - west <= 360)) {
      throw new IllegalArgumentException("Longitudes from " + west + " to " + east);
    }
  }

  /** The box of given size around a centre; latitudes are cut at the poles. */
  public static LatLonBox around(double lat, double lon, double height, double width) {
    return new LatLonBox(
        Math.max(-90, lat - height / 2),
        Math.min(90, lat + height / 2),
        lon - width / 2,
        lon + width / 2);
  }

  /** Area, m2. */
  public double area() {
    // A = R^2 (east - west) (sin north - sin south)
    return EARTH_RADIUS
        * EARTH_RADIUS
        * Math.toRadians(east - west)
        * (Math.sin(Math.toRadians(north)) - Math.sin(Math.toRadians(south)));
  }

  /** Area shared with another box, m2; longitudes are compared around the circle. */
  public double overlap(LatLonBox other) {
    double bottom = Math.max(south, other.south);
    double top = Math.min(north, other.north);
    if (top <= bottom) {
      return 0;
    }
    double width = AxisOverlap.sharedLongitude(west, east, other.west, other.east);
    return EARTH_RADIUS
        * EARTH_RADIUS
        * Math.toRadians(width)
        * (Math.sin(Math.toRadians(top)) - Math.sin(Math.toRadians(bottom)));
  }
}
