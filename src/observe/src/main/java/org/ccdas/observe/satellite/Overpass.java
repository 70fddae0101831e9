package org.ccdas.observe.satellite;

/** The direction in which the satellite crossed the equator. */
public enum Overpass {
  /** Northwards; SMOS about 06 h local time. */
  ASCENDING,
  /** Southwards; SMOS about 18 h local time. */
  DESCENDING,
  /** All of a day in one field. */
  COMBINED
}
