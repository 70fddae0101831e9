package org.ccdas.verify.check.model;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.verify.check.Differentiable;

/**
 * The whole cost J(x), prior and all streams, as a function of all elements of the control vector.
 * The tangent runs the model's forward derivative, independent of the gradient. Not thread-safe.
 *
 * @param evaluation of the cost
 */
public record CostProblem(LocalEvaluation evaluation) implements Differentiable {
  @Override
  public int inputs() {
    return control().size();
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public String inputName(int input) {
    return control().parameter(input).label();
  }

  @Override
  public String outputName(int output) {
    return "J";
  }

  @Override
  public double[] value(double[] x) {
    return new double[] {evaluation.cost(x).cost()};
  }

  @Override
  public double[] tangent(double[] x, double[] v) {
    return new double[] {evaluation.tangent(x, v)};
  }

  @Override
  public double[] adjoint(double[] x, double[] u) {
    return MathArrays.scale(u[0], evaluation.gradient(x).gradient());
  }

  /** Labels of the parameters that no misfit depends on at a point. */
  public List<String> inactive(double[] x) {
    double[] gradient = evaluation.gradient(x).gradient();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      // the derivative of the misfit to the prior is x
      if (gradient[i] == x[i]) {
        labels.add(inputName(i));
      }
    }
    return labels;
  }

  private ControlVector control() {
    return evaluation.setup().control();
  }
}
