package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a set of regions is given. */
public enum RegionKind {
  /** NetCDF mask of the TransCom regions. */
  TRANSCOM("transcom"),
  /** CSV of the areas of regions in the cells. */
  AREAS("areas"),
  /** Bands between latitudes. */
  LATITUDES("latitudes");

  private final String key;

  RegionKind(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
