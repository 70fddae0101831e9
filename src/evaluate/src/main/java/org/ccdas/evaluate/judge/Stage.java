package org.ccdas.evaluate.judge;

/** Before or after the assimilation. */
public enum Stage {
  /** With the prior values of the parameters. */
  PRIOR("prior"),
  /** At the minimum. */
  POSTERIOR("posterior");

  private final String key;

  Stage(String key) {
    this.key = key;
  }

  /** In files, and the end of the names of fields in {@code fluxes.nc}. */
  public String key() {
    return key;
  }
}
