package org.ccdas.observe.normal;

import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.math3.util.MathArrays;

/**
 * A misfit as a function of a few quantities b that it is exactly quadratic in: {@code J(b) = c +
 * g'(b - b0) + (b - b0)'G(b - b0)/2}. The arrays are handed on without copies and must not be
 * changed.
 *
 * @param reference b0, k values
 * @param value c = J(b0)
 * @param gradient g, k values
 * @param hessian G, {@link LowerTriangle packed}, positive semidefinite
 */
public record QuadraticForm(double[] reference, double value, double[] gradient, double[] hessian) {
  /** Checks that the parts belong together. */
  public QuadraticForm {
    int k = reference.length;
    if (gradient.length != k || hessian.length != LowerTriangle.length(k)) {
      throw new IllegalArgumentException(
          "A quadratic form of "
              + k
              + " quantities with a gradient of "
              + gradient.length
              + " values and a Hessian of "
              + hessian.length);
    }
  }

  /** A form that does not depend on b. */
  public static QuadraticForm constant(double[] reference, double value) {
    int k = reference.length;
    return new QuadraticForm(reference, value, new double[k], new double[LowerTriangle.length(k)]);
  }

  /**
   * Half the squares of residuals that are affine in b.
   *
   * @param reference b0, k values
   * @param residuals whitened, at b0
   * @param columns derivatives of the whitened residuals, {@code [k][residual]}
   */
  public static QuadraticForm of(double[] reference, double[] residuals, double[][] columns) {
    int k = columns.length;
    double[] gradient = new double[k];
    double[] hessian = new double[LowerTriangle.length(k)];
    for (int i = 0; i < k; i++) {
      // g = C'r, G = C'C
      gradient[i] = dot(columns[i], residuals);
      for (int j = 0; j <= i; j++) {
        hessian[LowerTriangle.index(i, j)] = dot(columns[i], columns[j]);
      }
    }
    return new QuadraticForm(reference, dot(residuals, residuals) / 2, gradient, hessian);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The sum of two forms of the same quantities with the same reference. */
  public QuadraticForm plus(QuadraticForm other) {
    if (!Arrays.equals(reference, other.reference)) {
      throw new IllegalArgumentException("Forms about different references");
    }
    return new QuadraticForm(
        reference,
        value + other.value,
        MathArrays.ebeAdd(gradient, other.gradient),
        MathArrays.ebeAdd(hessian, other.hessian));
  }

  /** J(b). */
  public double at(double[] b) {
    double[] d = MathArrays.ebeSubtract(b, reference);
    return value + dot(gradient, d) + LowerTriangle.quadratic(hessian, d) / 2;
  }

  /** dJ/db at b. */
  public double[] gradientAt(double[] b) {
    double[] d = MathArrays.ebeSubtract(b, reference);
    return MathArrays.ebeAdd(gradient, LowerTriangle.times(hessian, d));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuadraticForm that
        && Double.compare(value, that.value) == 0
        && Arrays.equals(reference, that.reference)
        && Arrays.equals(gradient, that.gradient)
        && Arrays.equals(hessian, that.hessian);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, Arrays.hashCode(gradient));
  }

  @Override
  public String toString() {
    return "quadratic form of " + reference.length + " quantities, " + value + " at its reference";
  }
}
