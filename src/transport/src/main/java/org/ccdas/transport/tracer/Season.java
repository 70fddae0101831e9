package org.ccdas.transport.tracer;

/** The season of a calendar month as one harmonic. */
final class Season {
  private Season() {}

  /**
   * Phase of northern summer, 1 at its peak and -1 half a year later.
   *
   * @param month calendar month; a whole number is the middle of the month
   * @param peak calendar month of the peak, 7.5 for the end of July
   */
  static double summer(double month, double peak) {
    return Math.cos(2 * Math.PI * (month - peak) / 12);
  }
}
