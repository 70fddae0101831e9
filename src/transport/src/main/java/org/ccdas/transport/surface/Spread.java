package org.ccdas.transport.surface;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a flux that is known by latitude lies along the circles of latitude. */
public enum Spread {
  /** By area, land and sea alike. */
  EVEN("even"),
  /** By area of land. */
  LAND("land"),
  /** By area of sea. */
  OCEAN("ocean"),
  /** Where fossil fuel is burnt: {@link Raster#fossil}. */
  FOSSIL("fossil");

  private final String key;

  Spread(String key) {
    this.key = key;
  }

  /** On the cells of {@link Raster}, any unit. */
  public double[] pattern() {
    return switch (this) {
      case EVEN -> Raster.area();
      case LAND -> Raster.area(true);
      case OCEAN -> Raster.area(false);
      case FOSSIL -> Raster.fossil();
    };
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
