package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which runner. */
public enum RunnerName {
  /** The direct runner, in this process. */
  DIRECT("direct"),
  /** Apache Flink, embedded in this process or on a cluster. */
  FLINK("flink");

  private final String key;

  RunnerName(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
