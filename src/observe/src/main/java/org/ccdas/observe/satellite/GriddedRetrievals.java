package org.ccdas.observe.satellite;

import java.io.Serializable;

/**
 * One overpass of a day on the model grid; fields row-major, missing values NaN.
 *
 * @param identity product, day and overpass
 * @param value mean soil moisture of the valid pixels of a box, m3 m-3
 * @param meanDqx area-weighted mean of their standard errors, m3 m-3
 * @param validFraction share of the box's land area with valid pixels, 0..1; also where it is too
 *     small for a value
 * @param area area of the valid pixels within the box, m2
 */
public record GriddedRetrievals(
    FileIdentity identity, float[] value, float[] meanDqx, float[] validFraction, double[] area)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Checks the lengths. */
  public GriddedRetrievals {
    if (meanDqx.length != value.length
        || validFraction.length != value.length
        || area.length != value.length) {
      throw new IllegalArgumentException(identity + ": fields of different lengths");
    }
  }

  /** Number of boxes with a value. */
  public int count() {
    int count = 0;
    for (float element : value) {
      count += Float.isNaN(element) ? 0 : 1;
    }
    return count;
  }
}
