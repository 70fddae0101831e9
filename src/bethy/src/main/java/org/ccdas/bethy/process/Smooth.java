package org.ccdas.bethy.process;

import org.apache.commons.math3.special.Erf;
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

  private static final double FAR = 40.0;
  private static final double PHI_ONE = 6.0;
  private static final double INVERSE_ROOT_PI = 0.5641895835477563;

  private Smooth() {}

  /**
   * Smooth max(x, 0): always above 0 and above x.
   *
   * @param x any finite value
   * @param width w, above 0: distance from 0 over which the corner is rounded
   */
  @Intrinsic(partials = {"softpSlope", ""})
  public static double softp(double x, double width) {
    double z = x / width;
    // softp = w ln(1 + exp(x / w)); its asymptotes far from the corner
    if (z > FAR) {
      return x;
    }
    double e = Math.exp(z);
    return z < -FAR ? width * e : width * logOfOnePlus(e);
  }

  /** ln(1 + y) for y above 0, many times faster than Math.log1p, which is no intrinsic. */
  private static double logOfOnePlus(double y) {
    // ln(u) y / (u - 1) with u = 1 + y rounded: the rounding cancels (Higham 2002, section 1.14.1)
    double u = 1.0 + y;
    return u == 1.0 ? y : Math.log(u) * (y / (u - 1.0));
  }

  /** Derivative of {@link #softp} with respect to x, 0..1. */
  public static double softpSlope(double x, double width) {
    double z = x / width;
    return z > FAR ? 1.0 : logistic(z);
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

  /** Logistic function 1 / (1 + exp(-z)), 0..1, for any finite z without overflow. */
  @Intrinsic(partials = {"logisticSlope"})
  public static double logistic(double z) {
    if (z >= 0) {
      return 1.0 / (1.0 + Math.exp(-z));
    }
    double e = Math.exp(z);
    return e / (1.0 + e);
  }

  /** Derivative of {@link #logistic}. */
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

  /** Cumulative normal step Phi(x) = erfc(-x) / 2; the argument is not divided by sqrt(2). */
  @Intrinsic(partials = {"phiSlope"})
  public static double phi(double x) {
    // erfc(-6)/2 differs from 1 by less than half a unit in the last place
    return x > PHI_ONE ? 1.0 : 0.5 * Erf.erfc(-x);
  }

  /** Derivative of {@link #phi}. */
  public static double phiSlope(double x) {
    // d/dx = exp(-x^2) / sqrt(pi)
    return INVERSE_ROOT_PI * Math.exp(-x * x);
  }
}
