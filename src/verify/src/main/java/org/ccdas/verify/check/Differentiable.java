package org.ccdas.verify.check;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.util.MathArrays;

/**
 * A function with the derivatives that are to be checked. J is its Jacobian at x, outputs by
 * inputs.
 */
public interface Differentiable {
  /** Number of inputs n, at least 1. */
  int inputs();

  /** Number of outputs m, at least 1. */
  int outputs();

  /** Name of an input, 0..n-1, for messages. */
  default String inputName(int input) {
    return "input " + input;
  }

  /** Name of an output, 0..m-1, for messages. */
  default String outputName(int output) {
    return "output " + output;
  }

  /** f(x), m values. */
  double[] value(double[] x);

  /** J v, m values; v has n. */
  double[] tangent(double[] x, double[] v);

  /** J' u, n values; u has m. */
  double[] adjoint(double[] x, double[] u);

  /**
   * A cost with its gradient. The tangent is taken from the gradient, so that the adjoint identity
   * says nothing about it; the other checks do.
   */
  static Differentiable ofCost(
      int inputs, ToDoubleFunction<double[]> cost, UnaryOperator<double[]> gradient) {
    return new Differentiable() {
      @Override
      public int inputs() {
        return inputs;
      }

      @Override
      public int outputs() {
        return 1;
      }

      @Override
      public double[] value(double[] x) {
        return new double[] {cost.applyAsDouble(x)};
      }

      @Override
      public double[] tangent(double[] x, double[] v) {
        return new double[] {MathArrays.linearCombination(gradient.apply(x), v)};
      }

      @Override
      public double[] adjoint(double[] x, double[] u) {
        return MathArrays.scale(u[0], gradient.apply(x));
      }
    };
  }
}
