package org.ccdas.observe.normal;

import java.util.Locale;

/** A stream of observations. */
public enum Stream {
  /** Atmospheric CO2 at stations. */
  CO2("co2"),
  /** Surface soil moisture of cells. */
  SOIL_MOISTURE("soilMoisture");

  private final String key;

  Stream(String key) {
    this.key = key;
  }

  /** The word in files. */
  public String key() {
    return key;
  }

  /**
   * The stream of a word in a file.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Stream of(String key) {
    for (Stream stream : values()) {
      if (stream.key.equals(key)) {
        return stream;
      }
    }
    throw new IllegalArgumentException(
        String.format(Locale.ROOT, "there is no stream of observations '%s'", key));
  }
}
