package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** A stream of observations, as the key of an experiment's {@code observations}. */
public enum StreamName {
  /** Flask CO2. */
  CO2("co2"),
  /** Satellite soil moisture. */
  SOIL_MOISTURE("soilMoisture");

  private final String key;

  StreamName(String key) {
    this.key = key;
  }

  /** The word in the file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
