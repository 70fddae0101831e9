package org.ccdas.inputs.grid;

/**
 * How area on the Earth follows from latitude. A rectangle in latitude and longitude has the area
 * {@code (ofLatitude(north) - ofLatitude(south)) x width in radians}, so that rectangles split
 * exactly. StrictMath, since inputs must be the same on every machine.
 */
public enum AreaMeasure {
  /**
   * The ellipsoid WGS84, as EASE-Grid 2.0 measures it: a^2 q(sin lat) / 2 of Snyder (1987), eq.
   * 3-12 (spec section 19.2).
   */
  WGS84 {
    @Override
    public double ofLatitude(double lat) {
      return 0.5
          * EaseGrid2.SEMI_MAJOR
          * EaseGrid2.SEMI_MAJOR
          * EaseGrid2.authalic(StrictMath.sin(Math.toRadians(lat)));
    }
  },
  /** The sphere of {@link LatLonBox#EARTH_RADIUS}: R^2 sin lat. */
  SPHERE {
    @Override
    public double ofLatitude(double lat) {
      return LatLonBox.EARTH_RADIUS * LatLonBox.EARTH_RADIUS * StrictMath.sin(Math.toRadians(lat));
    }

    /** The sine difference as a product keeps full precision at the poles. */
    @Override
    public double area(double south, double north, double width) {
      double middle = Math.toRadians(0.5 * (south + north));
      double half = Math.toRadians(0.5 * (north - south));
      // sin n - sin s = 2 cos((n + s)/2) sin((n - s)/2)
      return LatLonBox.EARTH_RADIUS
          * LatLonBox.EARTH_RADIUS
          * Math.toRadians(width)
          * 2
          * StrictMath.cos(middle)
          * StrictMath.sin(half);
    }
  };

  /**
   * The area between the equator and a parallel, m2 a radian of longitude; negative in the south.
   *
   * @param lat degrees north, -90..90
   */
  public abstract double ofLatitude(double lat);

  /**
   * Area of a rectangle, m2.
   *
   * @param south degrees north
   * @param north degrees north, above {@code south}
   * @param width degrees of longitude
   */
  public double area(double south, double north, double width) {
    return (ofLatitude(north) - ofLatitude(south)) * Math.toRadians(width);
  }
}
