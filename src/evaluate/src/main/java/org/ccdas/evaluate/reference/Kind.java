package org.ccdas.evaluate.reference;

/** How a reference came about. */
public enum Kind {
  /** The budget of the globe, closed with observations. */
  BUDGET("budget", "Global Carbon Budget"),
  /** An inversion of atmospheric transport. */
  INVERSION("inversion", "inversions"),
  /** A dynamic global vegetation model. */
  DGVM("dgvm", "DGVMs"),
  /** Fluxes of eddy towers, scaled up by machine learning. */
  UPSCALED("upscaled", "up-scaled eddy covariance"),
  /** A model of the land surface, driven by observed weather. */
  LAND_SURFACE("land-surface", "land-surface models"),
  /** Derived from what a satellite sees. */
  SATELLITE("satellite", "satellite"),
  /** An eddy tower. */
  TOWER("tower", "towers");

  private final String key;
  private final String words;

  Kind(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** In files. */
  public String key() {
    return key;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
