package org.ccdas.assimilate.minimise;

/** What a minimiser wants to know at a candidate. */
public enum Derivative {
  /** The cost alone. */
  COST,
  /** Cost and gradient. */
  GRADIENT,
  /** Cost, gradient and Gauss-Newton Hessian. */
  HESSIAN
}
