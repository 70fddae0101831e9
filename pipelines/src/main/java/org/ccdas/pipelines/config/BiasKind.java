package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the bias between model and satellite is dealt with (spec 17.4, 17.5). */
public enum BiasKind {
  /** An offset of every cell is estimated and eliminated. */
  OFFSET("offset"),
  /** No bias. */
  NONE("none"),
  /** Offset and gain of every cell are estimated and eliminated. */
  OFFSET_GAIN("offsetGain"),
  /** Mean and standard deviation are matched to the prior run. */
  LINEAR("linear"),
  /** The distribution is matched to the prior run. */
  CDF("cdf");

  private final String key;

  BiasKind(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
