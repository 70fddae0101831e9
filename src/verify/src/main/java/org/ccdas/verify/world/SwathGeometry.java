package org.ccdas.verify.world;

import java.time.LocalDate;
import org.ccdas.observe.satellite.Overpass;

/**
 * Where a satellite like SMOS sees the Earth on a day: tracks 25 degrees apart at the equator that
 * move by a third of that from day to day, so that the gaps close after three days. A simple
 * picture of a sun-synchronous orbit, not an ephemeris.
 */
final class SwathGeometry {
  /** Half-width of the swath, km. */
  static final double HALF_WIDTH = 525;

  private static final double SPACING = 25;
  private static final int REPEAT = 3;
  private static final double INCLINATION_SLOPE = 6.77;
  private static final double KM_PER_DEGREE = 111.2;
  private static final double FULL_CIRCLE = 360;

  private final double shift;
  private final boolean ascending;

  SwathGeometry(LocalDate date, Overpass overpass) {
    this.shift = Math.floorMod(date.toEpochDay(), (long) REPEAT) * SPACING / REPEAT;
    this.ascending = overpass == Overpass.ASCENDING;
  }

  /**
   * Longitude of the track that crosses the equator at 0 degrees on the first day, at a latitude.
   */
  double track(double lat) {
    // lon - lon_0 = asin(tan lat / tan i) in the frame of the orbit, tan 98.4 degrees = -6.77
    double sine = StrictMath.tan(Math.toRadians(lat)) / INCLINATION_SLOPE;
    double bend = Math.toDegrees(StrictMath.asin(Math.max(-1, Math.min(1, sine))));
    return shift + (ascending ? -bend : SPACING / 2 + bend);
  }

  /**
   * Distance from the nearest track, km, negative west of it.
   *
   * @param track longitude from {@link #track} for the same latitude
   * @param cosine of the latitude
   */
  static double position(double track, double cosine, double lon) {
    double away = (lon - track) / SPACING;
    return (away - Math.rint(away)) * SPACING * KM_PER_DEGREE * cosine;
  }

  /** Hours from 00:00 UTC when it is 6 h (ascending) or 18 h (descending) local time, 0..24. */
  double hour(double lon) {
    double hour = (ascending ? 6 : 18) - lon * 24 / FULL_CIRCLE;
    return hour - 24 * Math.floor(hour / 24);
  }
}
