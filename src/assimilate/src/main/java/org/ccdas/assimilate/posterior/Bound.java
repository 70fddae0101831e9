package org.ccdas.assimilate.posterior;

/** The bound of the search on the elements of the control vector. */
final class Bound {
  private Bound() {}

  /** Whether no element is beyond the bound, in prior standard deviations; a NaN is. */
  static boolean holds(double[] x, double bound) {
    for (double element : x) {
      if (!(Math.abs(element) <= bound)) {
        return false;
      }
    }
    return true;
  }
}
