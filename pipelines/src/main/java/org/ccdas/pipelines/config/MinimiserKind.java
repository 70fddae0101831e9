package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which minimiser. */
public enum MinimiserKind {
  /** Gauss-Newton with Levenberg-Marquardt damping. */
  GAUSS_NEWTON("gaussNewton"),
  /** Limited-memory BFGS. */
  LBFGS("lbfgs");

  private final String key;

  MinimiserKind(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
