package org.ccdas.verify.check;

import java.util.Locale;
import java.util.function.Function;
import org.ccdas.inputs.random.NormalStream;

/**
 * Checks a Jacobian that is made in one pass against tangents in random directions v, output by
 * output:
 *
 * <p>|(J v)_k - tangent_k| &lt;= tolerance sum_i |J_ki v_i|, where at least one output is not zero.
 *
 * @param tolerance relative; rounding alone
 * @param directions number of directions, at least 1
 * @param seed of the directions
 */
public record JacobianCheck(double tolerance, int directions, long seed) {
  /** Tolerance 1e-11, five directions. */
  public static final JacobianCheck STANDARD = new JacobianCheck(1e-11, 5, 1);

  private static final String NAME = "Jacobian";

  /** Checks the ranges. */
  public JacobianCheck {
    if (!(tolerance > 0) || directions < 1) {
      throw new IllegalArgumentException(directions + " directions, tolerance " + tolerance);
    }
  }

  /**
   * Checks the Jacobian.
   *
   * @param subject what is checked, for the table
   * @param function whose tangent is right
   * @param jacobian gives J at x, outputs by inputs
   * @param x the point, n values
   */
  public CheckResult check(
      String subject,
      Differentiable function,
      Function<double[], double[][]> jacobian,
      double[] x) {
    double[][] rows = jacobian.apply(x);
    NormalStream random = new NormalStream(seed);
    double worst = -1;
    String detail = "";
    for (int d = 1; d <= directions; d++) {
      double[] v = random.next(function.inputs());
      double[] tangent = function.tangent(x, v);
      for (int k = 0; k < tangent.length; k++) {
        double product = 0;
        double size = 0;
        for (int i = 0; i < v.length; i++) {
          product += rows[k][i] * v[i];
          size += Math.abs(rows[k][i] * v[i]);
        }
        String place =
            String.format(
                Locale.ROOT,
                "%s, direction %d: (Jv) = %.9g, tangent %.9g",
                function.outputName(k),
                d,
                product,
                tangent[k]);
        if (!Double.isFinite(product) || !Double.isFinite(tangent[k])) {
          return CheckResult.failed(subject, NAME, tolerance, place + ", not finite");
        }
        double difference = Math.abs(product - tangent[k]);
        double error = difference == 0 ? 0 : difference / size;
        if (product != 0 && error > worst || !(error <= tolerance)) {
          worst = error;
          detail = place;
        }
        if (!(error <= tolerance)) {
          return CheckResult.measured(subject, NAME, worst, tolerance, detail);
        }
      }
    }
    return worst < 0
        ? CheckResult.failed(subject, NAME, tolerance, "all products are zero")
        : CheckResult.measured(subject, NAME, worst, tolerance, detail);
  }
}
