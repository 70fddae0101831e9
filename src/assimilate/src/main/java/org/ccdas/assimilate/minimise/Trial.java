package org.ccdas.assimilate.minimise;

/**
 * A step that {@link GaussNewton} tries. The array is never changed.
 *
 * @param x where it leads, n values
 * @param damping mu of the step
 * @param length share of the damped step, in (0, 1]
 * @param promised what the undamped model promises the cost to fall by
 * @param wanted what to evaluate there
 * @param secondOfTwo whether it goes on from a trial that failed, not from where the search stands
 */
record Trial(
    double[] x,
    double damping,
    double length,
    double promised,
    Derivative wanted,
    boolean secondOfTwo) {
  /** The same step, evaluated with the Hessian. */
  Trial withHessian() {
    return new Trial(x, damping, length, promised, Derivative.HESSIAN, secondOfTwo);
  }

  boolean hasHessian() {
    return wanted == Derivative.HESSIAN;
  }
}
