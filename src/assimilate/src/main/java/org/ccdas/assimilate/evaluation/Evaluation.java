package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.ccdas.observe.normal.NormalSystem;

/**
 * The cost at one control vector, by term.
 *
 * @param id of the candidate
 * @param background misfit to the prior
 * @param co2 misfit to the assimilated stations
 * @param soilMoisture misfit to the soil moisture of the cells; 0 when none is assimilated
 * @param gradient of the sum of the terms; null when it was not asked for
 * @param concentrations modelled at all stations, ppm; order as in {@link EvaluationSetup}
 * @param normal normal system of the observations, by group; null when it was not asked for
 */
public record Evaluation(
    int id,
    double background,
    double co2,
    double soilMoisture,
    double[] gradient,
    double[] concentrations,
    NormalSystem normal)
    implements Serializable {
  /** An evaluation without normal system. */
  public Evaluation(
      int id,
      double background,
      double co2,
      double soilMoisture,
      double[] gradient,
      double[] concentrations) {
    this(id, background, co2, soilMoisture, gradient, concentrations, null);
  }

  /** The cost J. */
  public double cost() {
    return background + co2 + soilMoisture;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evaluation that
        && id == that.id
        && Double.compare(background, that.background) == 0
        && Double.compare(co2, that.co2) == 0
        && Double.compare(soilMoisture, that.soilMoisture) == 0
        && Arrays.equals(gradient, that.gradient)
        && Arrays.equals(concentrations, that.concentrations)
        && Objects.equals(normal, that.normal);
  }

  @Override
  public int hashCode() {
    return 31 * id + Double.hashCode(co2);
  }

  @Override
  public String toString() {
    return "evaluation " + id + ", cost " + background + " + " + co2 + " + " + soilMoisture;
  }
}
