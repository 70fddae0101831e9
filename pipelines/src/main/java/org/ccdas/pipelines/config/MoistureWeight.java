package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** How errors of soil moisture in one cell depend on each other (spec 17.3). */
public enum MoistureWeight {
  /** Correlation that falls with the days between; innovations are independent. */
  AR1("ar1"),
  /** Independent days whose weights are multiplied by a factor. */
  FACTOR("factor");

  private final String key;

  MoistureWeight(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
