package org.ccdas.inputs.grid;

/** Distances on the sphere. */
public final class GreatCircle {
  private GreatCircle() {}

  /** Angle between two places, degrees. */
  public static double degrees(double lat1, double lon1, double lat2, double lon2) {
    double sinLat = StrictMath.sin(StrictMath.toRadians(lat2 - lat1) / 2);
    double sinLon = StrictMath.sin(StrictMath.toRadians(lon2 - lon1) / 2);
    // haversine: sin2(d/2) = sin2(dlat/2) + cos lat1 cos lat2 sin2(dlon/2)
    double square =
        sinLat * sinLat
            + StrictMath.cos(StrictMath.toRadians(lat1))
                * StrictMath.cos(StrictMath.toRadians(lat2))
                * sinLon
                * sinLon;
    return StrictMath.toDegrees(2 * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(square))));
  }
}
