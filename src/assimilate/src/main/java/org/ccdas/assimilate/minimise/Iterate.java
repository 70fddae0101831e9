package org.ccdas.assimilate.minimise;

/**
 * A control vector with its cost and gradient. The arrays are never changed.
 *
 * @param x n values
 * @param cost J(x), finite
 * @param gradient dJ/dx, n finite values
 */
record Iterate(double[] x, double cost, double[] gradient) {}
