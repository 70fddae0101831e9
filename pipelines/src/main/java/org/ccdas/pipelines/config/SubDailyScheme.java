package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a day is resolved (spec 4.5). */
public enum SubDailyScheme {
  /** Gauss-Legendre points over daylight and two points of the night. */
  QUADRATURE("quadrature"),
  /** 24 points at the middle of the hours, the reference. */
  HOURLY("hourly");

  private final String key;

  SubDailyScheme(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
