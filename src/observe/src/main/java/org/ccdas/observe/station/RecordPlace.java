package org.ccdas.observe.station;

import java.io.Serializable;

/**
 * Where a record was taken, as its file says; NaN for what it does not say.
 *
 * @param lat degrees north, -90..90
 * @param lon degrees east, -180..360
 * @param elevation of the ground, metres above sea level; of the intake where the file does not
 *     tell them apart
 * @param intakeHeight metres above the ground
 */
public record RecordPlace(double lat, double lon, double elevation, double intakeHeight)
    implements Serializable {
  /** Nothing is known. */
  static final RecordPlace UNKNOWN =
      new RecordPlace(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** Whether latitude and longitude are known. */
  public boolean located() {
    return !Double.isNaN(lat) && !Double.isNaN(lon);
  }
}
