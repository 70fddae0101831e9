package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the coordinates of a gridded file mean. */
public enum GridRegistration {
  /** The middle of a grid cell, as CF wants it. */
  CENTRE("centre"),
  /** The south-western corner of a grid cell. */
  LOWER_LEFT("lowerLeft");

  private final String key;

  GridRegistration(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
