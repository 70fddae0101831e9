package org.ccdas.bethy.table;

/** What controls leaf area. Spec section 11. */
public enum PhenologyGroup {
  /** Water only. */
  WARM,
  /** Temperature and day length, no limit by water. */
  COLD,
  /** Temperature and water. */
  GRASS
}
