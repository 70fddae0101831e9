package org.ccdas.core.evaluation;

import java.io.Serializable;

/**
 * The cost at one control vector, by term.
 *
 * @param id of the candidate
 * @param background misfit to the prior
 * @param co2 misfit to the assimilated stations
 * @param gradient of the sum of the terms; null when it was not asked for
 * @param concentrations modelled at all stations, ppm; order as in {@link EvaluationSetup}
 */
public record Evaluation(
    int id, double background, double co2, double[] gradient, double[] concentrations)
    implements Serializable {
  /** The cost J. */
  public double cost() {
    return background + co2;
  }
}
