package org.ccdas.verify.check;

import org.apache.commons.math3.util.MathArrays;

/**
 * A function in scaled variables: z = x / inputScale, g(z) = f(x) / outputScale. Random directions
 * and steps mean the same for all inputs only where these are of like size, and a large output
 * hides the errors of small ones.
 *
 * @param inner the function f
 * @param inputScale typical size of each input, n values above 0
 * @param outputScale typical size of each output, m values above 0
 */
public record Scaled(Differentiable inner, double[] inputScale, double[] outputScale)
    implements Differentiable {
  /** Checks and copies the scales. */
  public Scaled {
    inputScale = positive("inputs", inputScale, inner.inputs());
    outputScale = positive("outputs", outputScale, inner.outputs());
  }

  private static double[] positive(String what, double[] scale, int length) {
    if (scale.length != length) {
      throw new IllegalArgumentException(scale.length + " scales for " + length + " " + what);
    }
    for (double element : scale) {
      if (!(element > 0 && Double.isFinite(element))) {
        throw new IllegalArgumentException("The scale " + element + " of the " + what);
      }
    }
    return scale.clone();
  }

  /** The scaled variables z of x. */
  public double[] scaled(double[] x) {
    return MathArrays.ebeDivide(x, inputScale);
  }

  @Override
  public int inputs() {
    return inner.inputs();
  }

  @Override
  public int outputs() {
    return inner.outputs();
  }

  @Override
  public String inputName(int input) {
    return inner.inputName(input);
  }

  @Override
  public String outputName(int output) {
    return inner.outputName(output);
  }

  @Override
  public double[] value(double[] z) {
    return MathArrays.ebeDivide(inner.value(unscaled(z)), outputScale);
  }

  @Override
  public double[] tangent(double[] z, double[] v) {
    return MathArrays.ebeDivide(inner.tangent(unscaled(z), unscaled(v)), outputScale);
  }

  @Override
  public double[] adjoint(double[] z, double[] u) {
    double[] gradient = inner.adjoint(unscaled(z), MathArrays.ebeDivide(u, outputScale));
    return MathArrays.ebeMultiply(gradient, inputScale);
  }

  private double[] unscaled(double[] z) {
    return MathArrays.ebeMultiply(z, inputScale);
  }
}
