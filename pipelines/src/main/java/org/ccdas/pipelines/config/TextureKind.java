package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonValue;

/** Layout of a soil texture file. */
public enum TextureKind {
  /** CSV with cell and texture. */
  TABLE("table"),
  /** NetCDF map of soil classes. */
  CLASS_MAP("classMap"),
  /** Derived from the soil variables of the BIOME4 input file. */
  BIOME4("biome4");

  private final String key;

  TextureKind(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
