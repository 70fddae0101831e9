package org.ccdas.observe.station;

/** What the flag of a value says of it (spec section 19.3). */
public enum Quality {
  /** Good, of background air as far as the file distinguishes that. */
  GOOD,
  /** Good, but not of well-mixed background air. */
  NOT_BACKGROUND,
  /** Bad. */
  REJECTED,
  /** Neither the file nor its format explains the flag; the value is not used. */
  UNEXPLAINED
}
