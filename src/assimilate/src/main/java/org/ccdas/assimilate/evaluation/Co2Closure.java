package org.ccdas.assimilate.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.ObservationGroup;

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
   * @param blockSum sum of the blocks' {@link BlockEvaluator.Run#share shares}
   */
  public double[] concentrations(double[] x, double[] blockSum) {
    double[] concentrations = new double[setup.concentrations()];
    requireShare(blockSum);
    // c = c0 + background + land
    double offset = setup.control().physical(x)[offsetIndex()];
    for (int i = 0; i < concentrations.length; i++) {
      concentrations[i] = offset + (setup.background()[i] + blockSum[i]);
    }
    return concentrations;
  }

  /** Misfit to the soil moisture of all cells; from the sum of the blocks' shares. */
  public double soilMoistureCost(double[] blockSum) {
    requireShare(blockSum);
    return blockSum[setup.concentrations()];
  }

  private void requireShare(double[] blockSum) {
    if (blockSum.length != setup.concentrations() + 1) {
      throw new IllegalArgumentException(
          blockSum.length
              + " values, expected "
              + setup.concentrations()
              + " concentrations and the misfit to soil moisture");
    }
  }

  /**
   * Tangent of the concentrations at all stations, ppm.
   *
   * @param x control vector
   * @param direction direction of x
   * @param blockSum sum of the blocks' tangents, of the concentrations and maybe more
   */
  public double[] tangent(double[] x, double[] direction, double[] blockSum) {
    int offset = offsetIndex();
    // dc = dc0/dx dx + dland
    double shift = setup.control().derivative(x)[offset] * direction[offset];
    double[] tangent = Arrays.copyOf(blockSum, setup.concentrations());
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
    return new PriorTerm(x.length).value(x);
  }

  /** Derivative of the CO2 misfit by all concentrations; zero at stations held out. */
  public double[] concentrationBar(double[] concentrations) {
    double[] bar = setup.co2().gradient(assimilated(concentrations));
    return Arrays.copyOf(bar, setup.concentrations());
  }

  /**
   * The derivatives of the concentrations at all stations, ppm, {@code [parameter][concentration]}.
   *
   * @param x control vector
   * @param blockSum sum of the blocks' {@link BlockEvaluator#jacobian}
   */
  private double[][] jacobian(double[] x, double[] blockSum) {
    int length = setup.concentrations();
    double[][] jacobian = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double[] direction = new double[x.length];
      direction[i] = 1;
      double[] column = Arrays.copyOfRange(blockSum, i * length, (i + 1) * length);
      jacobian[i] = tangent(x, direction, column);
    }
    return jacobian;
  }

  /**
   * The evaluation with the Gauss-Newton Hessian.
   *
   * @param id of the candidate
   * @param x control vector
   * @param shares sum of the blocks' {@link BlockEvaluator.Run#share}
   * @param linearised sum of the blocks' {@link BlockEvaluator#jacobian}
   */
  public Evaluation evaluation(int id, double[] x, double[] shares, double[] linearised) {
    double[] concentrations = concentrations(x, shares);
    List<GroupSystem> groups =
        new ArrayList<>(
            setup.co2().normalSystems(assimilated(concentrations), jacobian(x, linearised)));
    groups.addAll(moistureSystems(x.length, linearised));
    NormalSystem normal = new NormalSystem(x.length, groups);
    return new Evaluation(
        id,
        backgroundCost(x),
        co2Cost(concentrations),
        soilMoistureCost(shares),
        normal.gradientWithPrior(x),
        concentrations,
        normal);
  }

  /** The normal systems of the soil moisture, of groups that have observations. */
  private List<GroupSystem> moistureSystems(int n, double[] linearised) {
    List<GroupSystem> systems = new ArrayList<>();
    int at = n * setup.concentrations();
    for (ObservationGroup group : setup.moistureGroups()) {
      double cost = linearised[at];
      double[] gradient = Arrays.copyOfRange(linearised, at + 1, at + 1 + n);
      at += 1 + n;
      double[] hessian = Arrays.copyOfRange(linearised, at, at + LowerTriangle.length(n));
      at += hessian.length;
      if (cost != 0) {
        systems.add(new GroupSystem(group, cost, gradient, hessian));
      }
    }
    return systems;
  }

  /**
   * The whole gradient.
   *
   * @param x control vector
   * @param concentrationBar of {@link #concentrationBar}
   * @param blockSum sum of the blocks' shares of the gradient
   */
  public double[] gradient(double[] x, double[] concentrationBar, double[] blockSum) {
    double[] gradient = new PriorTerm(x.length).gradient(x);
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
