package org.ccdas.verify.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.random.NormalStream;

/**
 * Checks the tangent by the remainder of the Taylor expansion in random directions v:
 *
 * <p>R(h) = |f(x + h v) - f(x) - h J v| falls as h^2 for a right derivative, as h for a wrong one.
 *
 * <p>Every output is judged by itself, so that none hides behind a larger one. Its order is the
 * median over the three smallest pairs of steps whose remainder is well above rounding, where a
 * wrong derivative shows most. Curvature that nearly vanishes along v delays that order: an output
 * passes too with an order above 1.5 when the remainder of these pairs is below 1e-6 of h |J v|,
 * and one with fewer such pairs (it is linear, or nearly) when its smallest remainder is.
 *
 * @param largest largest step h
 * @param smallest smallest step, where only rounding is left of a right remainder
 * @param steps number of steps, evenly spaced in log h, at least 8
 * @param directions number of directions, at least 1
 * @param seed of the directions
 */
public record TaylorTest(double largest, double smallest, int steps, int directions, long seed)
    implements DerivativeCheck {
  /** Steps from 0.1 to 1e-11, two a decade, in three directions. */
  public static final TaylorTest STANDARD = new TaylorTest(0.1, 1e-11, 21, 3, 1);

  /** Largest shortfall of the order from 2. */
  public static final double TOLERANCE = 0.2;

  private static final String NAME = "Taylor remainder";
  private static final double LINEAR = 1e-6;
  private static final double DELAYED = 0.5;
  private static final int FLOOR_STEPS = 4;
  private static final double ABOVE_FLOOR = 30;
  private static final int PAIRS = 3;

  /** Checks the ranges. */
  public TaylorTest {
    if (!(largest > smallest && smallest > 0) || steps < 8 || directions < 1) {
      throw new IllegalArgumentException(
          steps + " steps from " + largest + " to " + smallest + ", " + directions + " directions");
    }
  }

  /** What was found out about one output in one direction; the shortfall is NaN for nothing. */
  private record Verdict(double shortfall, String detail) {}

  @Override
  public CheckResult check(String subject, Differentiable function, double[] x) {
    NormalStream random = new NormalStream(seed);
    double[] h = new double[steps];
    for (int k = 0; k < steps; k++) {
      h[k] = largest * Math.pow(smallest / largest, k / (steps - 1.0));
    }
    double[] base = function.value(x);
    Verdict worst = new Verdict(-1, "");
    for (int d = 1; d <= directions; d++) {
      double[] v = random.next(x.length);
      double[] jv = function.tangent(x, v);
      double[][] moved = new double[steps][];
      for (int k = 0; k < steps; k++) {
        moved[k] = function.value(along(x, h[k], v));
      }
      for (int i = 0; i < jv.length; i++) {
        String place = String.format(Locale.ROOT, "%s, direction %d", function.outputName(i), d);
        double[] remainder = new double[steps];
        double size = Math.abs(base[i]);
        for (int k = 0; k < steps; k++) {
          remainder[k] = Math.abs(moved[k][i] - base[i] - h[k] * jv[i]);
          size = Math.max(size, Math.abs(moved[k][i]));
          if (!Double.isFinite(remainder[k])) {
            return CheckResult.failed(subject, NAME, TOLERANCE, place + ": not finite");
          }
        }
        Verdict verdict = judge(h, remainder, jv[i], size, place);
        if (verdict.shortfall > worst.shortfall) {
          worst = verdict;
        }
      }
    }
    return worst.shortfall < 0
        ? CheckResult.failed(subject, NAME, TOLERANCE, "no output depends on any input")
        : CheckResult.measured(subject, NAME, worst.shortfall, TOLERANCE, worst.detail);
  }

  private static double[] along(double[] x, double h, double[] v) {
    double[] moved = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      moved[i] = x[i] + h * v[i];
    }
    return moved;
  }

  private Verdict judge(double[] h, double[] remainder, double slope, double size, String place) {
    double floor = 8 * Math.ulp(size);
    for (int k = steps - FLOOR_STEPS; k < steps; k++) {
      floor = Math.max(floor, remainder[k]);
    }
    List<Double> orders = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < steps; k++) {
      double ratio = remainder[k] / (h[k] * Math.abs(slope));
      best = Math.min(best, ratio);
      if (k + 1 < steps && remainder[k + 1] > ABOVE_FLOOR * floor) {
        orders.add(Math.log(remainder[k] / remainder[k + 1]) / Math.log(h[k] / h[k + 1]));
        ratios.add(remainder[k + 1] / (h[k + 1] * Math.abs(slope)));
      }
    }
    if (orders.size() >= PAIRS) {
      double order = medianOfLast(orders);
      double ratio = medianOfLast(ratios);
      // nearly vanishing curvature delays the order, but then the remainder is small itself
      return 2 - order > TOLERANCE && 2 - order < DELAYED && ratio <= LINEAR
          ? new Verdict(0, String.format(Locale.ROOT, "%s: remainder %.1e", place, ratio))
          : new Verdict(
              Math.max(0, 2 - order), String.format(Locale.ROOT, "%s: order %.3f", place, order));
    }
    if (h[0] * Math.abs(slope) <= ABOVE_FLOOR * floor) {
      // neither slope nor remainder rise above rounding: the output does not depend on x
      return new Verdict(Double.NaN, place);
    }
    String detail = String.format(Locale.ROOT, "%s: linear, smallest remainder %.1e", place, best);
    return new Verdict(best <= LINEAR ? 0 : 1, detail);
  }

  private static double medianOfLast(List<Double> values) {
    List<Double> last = new ArrayList<>(values.subList(values.size() - PAIRS, values.size()));
    Collections.sort(last);
    return last.get(PAIRS / 2);
  }
}
