package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** Layout of the file of a background flux. */
public enum BackgroundKind {
  /** CSV with year, month and one column a transport region, PgC yr-1. */
  REGIONS("regions"),
  /** CSV with lat_south, lat_north and share; the same in all months. */
  BANDS("bands"),
  /** NetCDF over time (monthly) and latitude, PgC yr-1 per degree of latitude. */
  ZONAL("zonal");

  private final String key;

  BackgroundKind(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
