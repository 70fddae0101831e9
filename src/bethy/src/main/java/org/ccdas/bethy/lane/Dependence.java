package org.ccdas.bethy.lane;

/** How a result depends on one parameter, all others held. */
public enum Dependence {
  /** Not at all. */
  NONE,
  /** A constant and a multiple of the parameter, both set by the other parameters. */
  AFFINE,
  /** In any other way, or in one that nobody has shown. */
  CURVED
}
