package org.ccdas.verify.check;

import java.util.Locale;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.inputs.random.NormalStream;

/**
 * Checks the adjoint against central differences of every input. For a cost (one output) that is
 * its gradient; several outputs are combined with random weights.
 *
 * <p>|error_i| &lt;= tolerance max(|g_i|, |g| / sqrt(n)), with g other than zero.
 *
 * @param scheme which difference
 * @param step change of an input, above 0
 * @param tolerance relative
 * @param directions number of random weightings of several outputs, at least 1
 * @param seed of the weights
 */
public record CentralDifferences(
    Scheme scheme, double step, double tolerance, int directions, long seed)
    implements DerivativeCheck {
  /** Which difference is taken. */
  public enum Scheme {
    /** (f(x + h) - f(x - h)) / 2h; error h^2. */
    SECOND_ORDER,
    /** Richardson's extrapolation of the above with h and 2h; error h^4. */
    FOURTH_ORDER
  }

  /** Second order, step 1e-5, tolerance 1e-6, three weightings. */
  public static final CentralDifferences STANDARD =
      new CentralDifferences(Scheme.SECOND_ORDER, 1e-5, 1e-6, 3, 1);

  /** Fourth order, step 1e-3, for strongly curved or noisy functions. */
  public static final CentralDifferences FOURTH_ORDER =
      new CentralDifferences(Scheme.FOURTH_ORDER, 1e-3, 1e-6, 3, 1);

  private static final String NAME = "central differences";

  /** Checks the ranges. */
  public CentralDifferences {
    if (!(step > 0) || !(tolerance > 0) || directions < 1) {
      throw new IllegalArgumentException(
          "step " + step + ", tolerance " + tolerance + ", " + directions + " directions");
    }
  }

  @Override
  public CheckResult check(String subject, Differentiable function, double[] x) {
    double[][] weights = weights(function.outputs());
    double[][] gradients = new double[weights.length][];
    for (int d = 0; d < weights.length; d++) {
      gradients[d] = function.adjoint(x, weights[d]);
      double norm = norm(gradients[d]);
      if (!Double.isFinite(norm) || norm == 0) {
        return CheckResult.failed(subject, NAME, tolerance, "the gradient has norm " + norm);
      }
    }
    double worst = -1;
    String detail = "";
    for (int i = 0; i < x.length; i++) {
      double[] column = difference(function, x, i);
      for (int d = 0; d < weights.length; d++) {
        double[] g = gradients[d];
        double expected = MathArrays.linearCombination(weights[d], column);
        double error =
            Math.abs(g[i] - expected) / Math.max(Math.abs(g[i]), norm(g) / Math.sqrt(g.length));
        String place =
            String.format(
                Locale.ROOT,
                "%s: derivative %.9g, difference %.9g",
                function.inputName(i),
                g[i],
                expected);
        if (Double.isNaN(error)) {
          return CheckResult.failed(subject, NAME, tolerance, place);
        }
        if (error > worst) {
          worst = error;
          detail = place;
        }
      }
    }
    return CheckResult.measured(subject, NAME, worst, tolerance, detail);
  }

  private double[][] weights(int outputs) {
    if (outputs == 1) {
      return new double[][] {{1}};
    }
    NormalStream random = new NormalStream(seed);
    double[][] weights = new double[directions][];
    for (int d = 0; d < directions; d++) {
      weights[d] = random.next(outputs);
    }
    return weights;
  }

  /** Column i of the Jacobian. */
  private double[] difference(Differentiable function, double[] x, int i) {
    double[] narrow = difference(function, x, i, step);
    if (scheme == Scheme.SECOND_ORDER) {
      return narrow;
    }
    // (4 D(h) - D(2h)) / 3
    double[] wide = difference(function, x, i, 2 * step);
    double[] column = new double[narrow.length];
    for (int k = 0; k < column.length; k++) {
      column[k] = (4 * narrow[k] - wide[k]) / 3;
    }
    return column;
  }

  private static double[] difference(Differentiable function, double[] x, int i, double h) {
    double[] above = x.clone();
    double[] below = x.clone();
    above[i] += h;
    below[i] -= h;
    double[] upper = function.value(above);
    double[] lower = function.value(below);
    double[] column = new double[upper.length];
    for (int k = 0; k < column.length; k++) {
      // the distance as rounded, not 2h
      column[k] = (upper[k] - lower[k]) / (above[i] - below[i]);
    }
    return column;
  }

  private static double norm(double[] vector) {
    return MathArrays.safeNorm(vector);
  }
}
