package org.ccdas.bethy.table;

/** Photosynthetic pathway. */
public enum Pathway {
  /** Farquhar et al. (1980). */
  C3,
  /** Collatz et al. (1992). */
  C4
}
