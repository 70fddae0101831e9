package org.ccdas.assimilate.posterior;

/**
 * Twice the misfit for each observation of a stream: 1 when misfits are as large as the errors say.
 * Spec section 18.7.
 *
 * @param count number of observations
 * @param misfit J of the stream
 */
public record ChiSquare(int count, double misfit) {
  /** 2 J / n; NaN without observations. */
  public double value() {
    return count == 0 ? Double.NaN : 2 * misfit / count;
  }
}
