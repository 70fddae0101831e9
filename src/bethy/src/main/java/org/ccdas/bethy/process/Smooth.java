package org.ccdas.bethy.process;

import org.ccdas.autodiff.Inlined;
import org.ccdas.autodiff.Intrinsic;

/**
 * Smooth replacements of minimum, maximum and step: the only ones allowed on quantities that depend
 * on parameters or states. All are infinitely often differentiable. Spec section 3.
 */
public final class Smooth {
  /** Sharpness of the hyperbolic minimum where nothing else is said. */
  public static final double SHARP = 0.99;

  /** Sharpness of the hyperbolic minimum of shares that must come close to 1. */
  public static final double SHARPER = 0.999;

  /** Term under the root of {@link #hmin} for water (mm d-1) and for ratios. */
  private static final double ROOT_FLOOR = 1e-18;

  /** Term under the root of {@link #hminRates} for rates in umol m-2 s-1. */
  private static final double RATE_ROOT_FLOOR = 1e-12;

  private static final double INVERSE_ROOT_PI = 0.5641895835477563;

  /** Where the variable of the Chebyshev series of {@link #phi} is 0. */
  private static final double ERFC_MIDDLE = 3.75;

  /** Chebyshev coefficients of (1 + 2 z) exp(z^2) erfc(z) in t = (z - 3.75) / (z + 3.75), -1..1. */
  private static final double[] ERFC = {
    1.1775789345674013,
    -0.004590054580647285,
    -0.08424913336651872,
    0.0592099399981911,
    -0.026658668435306523,
    0.009074997670704516,
    -0.00241316354041833,
    0.0004907758365251177,
    -6.91697330256677e-05,
    4.139027985456763e-06,
    7.740383060467892e-07,
    -2.1886401101868428e-07,
    1.0764998989294495e-08,
    4.521959387742158e-09,
    -7.754403888487424e-10,
    -6.318119359595142e-11,
    2.8687699612528487e-11,
    1.9436942276597334e-13,
    -9.65596537189793e-13,
    3.2461801028255305e-14,
    3.3478012941554764e-14
  };

  private Smooth() {}

  /**
   * Smooth max(x, 0): always above 0 and above x.
   *
   * @param x any finite value
   * @param width w, above 0: distance from 0 over which the corner is rounded
   */
  @Inlined
  @Intrinsic(partials = {"softpSlope", ""})
  public static double softp(double x, double width) {
    // softp = w ln(1 + exp(x / w)) = max(x, 0) + w ln(1 + exp(-|x| / w))
    double rounding = width * Math.log1p(Math.exp(-Math.abs(x / width)));
    return 0.5 * (x + Math.abs(x)) + rounding;
  }

  /** Derivative of {@link #softp} with respect to x, 0..1. */
  @Inlined
  public static double softpSlope(double x, double width) {
    return logistic(x / width);
  }

  /** Smooth max(x, y), rounded over {@code width}; never below either. */
  public static double smax(double x, double y, double width) {
    // smax = y + softp(x - y)
    return y + softp(x - y, width);
  }

  /** Smooth min(x, y), rounded over {@code width}; never above either. */
  public static double smin(double x, double y, double width) {
    // smin = y - softp(y - x)
    return y - softp(y - x, width);
  }

  /**
   * Hyperbolic minimum of two ratios or two amounts of water (mm): never above min(x, y), never
   * below 0, and 0 when one of them is 0.
   *
   * @param x at least 0
   * @param y at least 0
   * @param sharpness eta, 0..1; the nearer to 1 the closer to the minimum
   */
  public static double hmin(double x, double y, double sharpness) {
    return hyperbolicMinimum(x, y, sharpness, ROOT_FLOOR);
  }

  /** {@link #hmin} of two rates in umol m-2 s-1, which need a larger term under the root. */
  public static double hminRates(double x, double y, double sharpness) {
    return hyperbolicMinimum(x, y, sharpness, RATE_ROOT_FLOOR);
  }

  private static double hyperbolicMinimum(double x, double y, double sharpness, double floor) {
    // 2 x y / (x + y + sqrt((x + y)^2 - 4 eta x y + e2)), the form without cancellation
    double sum = x + y;
    double product = x * y;
    return 2.0 * product / (sum + Math.sqrt(sum * sum - 4.0 * sharpness * product + floor));
  }

  /** Logistic function 1 / (1 + exp(-z)), 0..1, for any finite z. */
  @Inlined
  @Intrinsic(partials = {"logisticSlope"})
  public static double logistic(double z) {
    return 1.0 / (1.0 + Math.exp(-z));
  }

  /** Derivative of {@link #logistic}. */
  @Inlined
  public static double logisticSlope(double z) {
    // d/dz = e / (1 + e)^2 with e = exp(-|z|)
    double e = Math.exp(-Math.abs(z));
    return e / ((1.0 + e) * (1.0 + e));
  }

  /**
   * Hyperbolic tangent to 2e-16 absolute; several times faster than Math.tanh, which is no
   * intrinsic.
   */
  public static double tanh(double x) {
    // tanh x = 2 / (1 + exp(-2 x)) - 1
    return 2.0 * logistic(2.0 * x) - 1.0;
  }

  /**
   * Cumulative normal step Phi(x) = erfc(-x) / 2; the argument is not divided by sqrt(2). Relative
   * error below 1e-14 for -6 and above. After Shepherd and Laframboise (1981), Math. Comp. 36.
   */
  @Inlined
  @Intrinsic(partials = {"phiSlope"})
  public static double phi(double x) {
    double z = Math.abs(x);
    // erfc(z) = exp(-z^2) S(t) / (1 + 2 z), S a Chebyshev series, summed by Clenshaw's recurrence
    double t = (z - ERFC_MIDDLE) / (z + ERFC_MIDDLE);
    double above = 0.0;
    double sum = 0.0;
    for (int k = ERFC.length - 1; k > 0; k--) {
      double next = 2.0 * t * sum - above + ERFC[k];
      above = sum;
      sum = next;
    }
    double series = t * sum - above + ERFC[0];
    double tail = 0.5 * series * Math.exp(-z * z) / (1.0 + 2.0 * z);
    return x > 0.0 ? 1.0 - tail : tail;
  }

  /** Derivative of {@link #phi}. */
  @Inlined
  public static double phiSlope(double x) {
    // d/dx = exp(-x^2) / sqrt(pi)
    return INVERSE_ROOT_PI * Math.exp(-x * x);
  }
}
