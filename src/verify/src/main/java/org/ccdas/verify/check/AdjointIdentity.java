package org.ccdas.verify.check;

import java.util.Locale;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.inputs.random.NormalStream;

/**
 * Checks that the adjoint is the transpose of the tangent, in random directions u and v:
 *
 * <p>|&lt;u, J v&gt; - &lt;J' u, v&gt;| &lt;= tolerance (|u| |J v| + |J' u| |v|) / 2, with both
 * products other than zero.
 *
 * @param tolerance relative; rounding alone
 * @param directions number of pairs of directions, at least 1
 * @param seed of the directions
 */
public record AdjointIdentity(double tolerance, int directions, long seed)
    implements DerivativeCheck {
  /** Tolerance 1e-11, five pairs of directions. */
  public static final AdjointIdentity STANDARD = new AdjointIdentity(1e-11, 5, 1);

  private static final String NAME = "adjoint identity";

  /** Checks the ranges. */
  public AdjointIdentity {
    if (!(tolerance > 0) || directions < 1) {
      throw new IllegalArgumentException(directions + " directions, tolerance " + tolerance);
    }
  }

  @Override
  public CheckResult check(String subject, Differentiable function, double[] x) {
    NormalStream random = new NormalStream(seed);
    double worst = -1;
    String detail = "";
    for (int d = 1; d <= directions; d++) {
      double[] v = random.next(function.inputs());
      double[] u = random.next(function.outputs());
      double[] jv = function.tangent(x, v);
      double[] ju = function.adjoint(x, u);
      double forward = MathArrays.linearCombination(u, jv);
      double backward = MathArrays.linearCombination(ju, v);
      String products =
          String.format(
              Locale.ROOT, "direction %d: <u,Jv> = %.6g, <J'u,v> = %.6g", d, forward, backward);
      if (!Double.isFinite(forward) || !Double.isFinite(backward)) {
        return CheckResult.failed(subject, NAME, tolerance, products + ", not finite");
      }
      if (forward == 0 || backward == 0) {
        return CheckResult.failed(subject, NAME, tolerance, products + ", a side is zero");
      }
      double scale = (norm(u) * norm(jv) + norm(ju) * norm(v)) / 2;
      double error = Math.abs(forward - backward) / scale;
      if (error > worst) {
        worst = error;
        detail = products;
      }
    }
    return CheckResult.measured(subject, NAME, worst, tolerance, detail);
  }

  private static double norm(double[] vector) {
    return MathArrays.safeNorm(vector);
  }
}
