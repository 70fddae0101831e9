package org.ccdas.core.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.ccdas.core.control.ControlVectorFile;
import org.ccdas.core.cost.BackgroundTerm;
import org.ccdas.core.normal.GroupSystem;

/**
 * Closes an evaluation after the sum over blocks: offset, background fluxes, and the cost terms.
 */
public final class Co2Closure {
  private final EvaluationSetup setup;

  /** A closure of this setup, whose control vector has an offset {@code c0}. */
  public Co2Closure(EvaluationSetup setup) {
    this.setup = setup;
  }

  private int offsetIndex() {
    OptionalInt index = setup.control().indexOf(ControlVectorFile.CO2_OFFSET);
    return index.orElseThrow(
        () ->
            new IllegalArgumentException(
                "The control vector has no offset " + ControlVectorFile.CO2_OFFSET));
  }

  /**
   * Modelled concentrations at all stations, ppm.
   *
   * @param x control vector
   * @param blockSum sum of the blocks' shares
   */
  public double[] concentrations(double[] x, double[] blockSum) {
    double[] concentrations = new double[setup.concentrations()];
    if (blockSum.length != concentrations.length) {
      throw new IllegalArgumentException(
          blockSum.length + " concentrations, expected " + concentrations.length);
    }
    // c = c0 + background + land
    double offset = setup.control().physical(x)[offsetIndex()];
    for (int i = 0; i < concentrations.length; i++) {
      concentrations[i] = offset + (setup.background()[i] + blockSum[i]);
    }
    return concentrations;
  }

  /**
   * Tangent of the concentrations at all stations, ppm.
   *
   * @param x control vector
   * @param direction direction of x
   * @param blockSum sum of the blocks' tangents
   */
  public double[] tangent(double[] x, double[] direction, double[] blockSum) {
    int offset = offsetIndex();
    // dc = dc0/dx dx + dland
    double shift = setup.control().derivative(x)[offset] * direction[offset];
    double[] tangent = blockSum.clone();
    for (int i = 0; i < tangent.length; i++) {
      tangent[i] += shift;
    }
    return tangent;
  }

  private double[] assimilated(double[] concentrations) {
    return Arrays.copyOf(concentrations, setup.co2().size());
  }

  /** Misfit to the assimilated stations. */
  public double co2Cost(double[] concentrations) {
    return setup.co2().value(assimilated(concentrations));
  }

  /** Misfit to the prior. */
  public double backgroundCost(double[] x) {
    return new BackgroundTerm(x.length).value(x);
  }

  /** Derivative of the CO2 misfit by all concentrations; zero at stations held out. */
  public double[] concentrationBar(double[] concentrations) {
    double[] bar = setup.co2().gradient(assimilated(concentrations));
    return Arrays.copyOf(bar, setup.concentrations());
  }

  /**
   * What each assimilated station adds to cost, gradient and Gauss-Newton Hessian.
   *
   * @param concentrations at all stations, ppm
   * @param jacobian their derivatives, offset included, ppm, {@code [parameter][concentration]}
   */
  public List<GroupSystem> stationSystems(double[] concentrations, double[][] jacobian) {
    return setup.co2().normalSystems(assimilated(concentrations), jacobian);
  }

  /**
   * The whole gradient.
   *
   * @param x control vector
   * @param concentrationBar of {@link #concentrationBar}
   * @param blockSum sum of the blocks' shares of the gradient
   */
  public double[] gradient(double[] x, double[] concentrationBar, double[] blockSum) {
    double[] gradient = new BackgroundTerm(x.length).gradient(x);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += blockSum[i];
    }
    int offset = offsetIndex();
    double sum = 0;
    for (double bar : concentrationBar) {
      sum += bar;
    }
    gradient[offset] += setup.control().derivative(x)[offset] * sum;
    return gradient;
  }
}
