package org.ccdas.inputs.weather;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the model needs of every day. */
public enum Quantity {
  /** Minimum temperature, degC. */
  TMIN,
  /** Maximum temperature, degC. */
  TMAX,
  /** Precipitation, mm d-1. */
  PRECIPITATION,
  /** Downward shortwave radiation at the surface, mean over 24 h, W m-2. */
  SHORTWAVE;

  /** The word in descriptions and messages. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
