package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One day of a soil-moisture product; fields in the order of its {@link SoilMoistureGrid}, missing
 * values NaN.
 *
 * @param value surface soil moisture, m3 m-3, 0..1
 * @param standardError total standard error of {@code value}, m3 m-3, above 0; there where a value
 *     is
 * @param validFraction share of the land area of the box that had valid pixels, 0..1
 */
public record SoilMoistureDay(float[] value, float[] standardError, float[] validFraction)
    implements Serializable {
  /** Checks that the fields have one length. */
  public SoilMoistureDay {
    if (value.length != standardError.length || value.length != validFraction.length) {
      throw new IllegalArgumentException(
          "Fields of "
              + value.length
              + ", "
              + standardError.length
              + " and "
              + validFraction.length
              + " values");
    }
  }

  /** A day without any observation. */
  public static SoilMoistureDay missing(int size) {
    float[] nan = new float[size];
    Arrays.fill(nan, Float.NaN);
    return new SoilMoistureDay(nan, nan.clone(), nan.clone());
  }
}
