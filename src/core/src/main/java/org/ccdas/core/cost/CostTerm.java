package org.ccdas.core.cost;

/**
 * One term of the cost function: a quadratic misfit of a modelled vector. What the vector is
 * belongs to the term: the control vector for the background, station concentrations for CO2.
 * Immutable.
 */
public interface CostTerm {
  /** Short name as it appears in results, for example {@code co2}. */
  String name();

  /** Number of values that enter the term. */
  int count();

  /**
   * The misfit, dimensionless.
   *
   * @param modelled the modelled vector, in the order and units that the term documents
   */
  double value(double[] modelled);

  /** Derivative of the misfit with respect to every element of the modelled vector. */
  double[] gradient(double[] modelled);
}
