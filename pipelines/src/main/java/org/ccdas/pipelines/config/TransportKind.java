package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which transport operator. */
public enum TransportKind {
  /** The built-in zonal box model. */
  ZONAL_BOX("zonalBox"),
  /** The built-in tracer model. */
  TRACER("tracer"),
  /** Responses of another transport model, from a file. */
  RESPONSE("response");

  private final String key;

  TransportKind(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
