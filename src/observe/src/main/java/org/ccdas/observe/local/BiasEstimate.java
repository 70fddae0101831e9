package org.ccdas.observe.local;

/**
 * The bias of one cell at its optimum, and its uncertainty (spec section 17.4). Ways of treatment
 * that estimate less have zeros in A^-1.
 *
 * @param offset a, in the units of the stream
 * @param gain g
 * @param offsetVariance element (1, 1) of A^-1, (in the units of the stream)2
 * @param covariance element (1, 2) of A^-1
 * @param gainVariance element (2, 2) of A^-1
 * @param logDeterminant ln det A - ln det P, or 0 when it is no part of the cost
 */
public record BiasEstimate(
    double offset,
    double gain,
    double offsetVariance,
    double covariance,
    double gainVariance,
    double logDeterminant) {
  /** a = 0, g = 1, known. */
  static final BiasEstimate UNBIASED = new BiasEstimate(0, 1, 0, 0, 0, 0);
}
