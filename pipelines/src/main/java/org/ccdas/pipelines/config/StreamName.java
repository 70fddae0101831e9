package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/**
 * The name of a stream of observations, one of those installed.
 *
 * @param key the word in the file
 */
public record StreamName(@JsonValue String key) implements Serializable {
  /** Takes a name that was checked. */
  @JsonCreator
  public StreamName {}

  @Override
  public String toString() {
    return key;
  }
}
