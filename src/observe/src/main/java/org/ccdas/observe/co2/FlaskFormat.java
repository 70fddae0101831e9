package org.ccdas.observe.co2;

import com.fasterxml.jackson.annotation.JsonValue;

/** Format of flask files (spec 19.3). */
public enum FlaskFormat {
  /** Monthly means of the World Data Centre for Greenhouse Gases. */
  WDCGG("wdcgg"),
  /** Monthly means of NOAA. */
  NOAA_MONTHLY("noaaMonthly"),
  /** Single flasks of NOAA. */
  NOAA_EVENT("noaaEvent"),
  /** Monthly means of Scripps. */
  SCRIPPS("scripps");

  private final String key;

  FlaskFormat(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
