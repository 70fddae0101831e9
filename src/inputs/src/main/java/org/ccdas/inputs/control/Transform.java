package org.ccdas.inputs.control;

import java.io.Serializable;
import java.util.Locale;

/**
 * How a normalised parameter x becomes a physical one, p(x), with p(0) = prior and p(1) = prior +
 * sigma; increasing in x. Spec section 18.2. Written {@code identity}, {@code log:LOWER} or {@code
 * logit:LOWER:UPPER}.
 */
public sealed interface Transform extends Serializable {
  /** Physical value at x. */
  double value(double x, double prior, double sigma);

  /** dp/dx at x, above zero. */
  double derivative(double x, double prior, double sigma);

  /** d2p/dx2 at x. */
  double secondDerivative(double x, double prior, double sigma);

  /** The largest |p''/p'|, over all x. */
  double greatestBend(double prior, double sigma);

  /** The x of a physical value; NaN or infinite outside the domain. */
  double inverse(double p, double prior, double sigma);

  /** Greatest lower bound of p, which p never takes; minus infinity without one. */
  double lower();

  /** Least upper bound of p, which p never takes; plus infinity without one. */
  double upper();

  /** The text that {@link #parse} reads. */
  String text();

  /** p without bounds. */
  record Identity() implements Transform {
    @Override
    public double value(double x, double prior, double sigma) {
      // p = p0 + sigma x
      return prior + sigma * x;
    }

    @Override
    public double derivative(double x, double prior, double sigma) {
      return sigma;
    }

    @Override
    public double secondDerivative(double x, double prior, double sigma) {
      return 0;
    }

    @Override
    public double greatestBend(double prior, double sigma) {
      return 0;
    }

    @Override
    public double inverse(double p, double prior, double sigma) {
      return (p - prior) / sigma;
    }

    @Override
    public double lower() {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upper() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public String text() {
      return "identity";
    }
  }

  /**
   * p above a lower bound, log-normal.
   *
   * @param lower the bound, in the unit of p
   */
  record Log(double lower) implements Transform {
    /** Checks the bound. */
    public Log {
      requireFinite(lower);
    }

    private double scale(double prior, double sigma) {
      // ln(1 + sigma / (p0 - lb))
      return Math.log1p(sigma / (prior - lower));
    }

    @Override
    public double value(double x, double prior, double sigma) {
      // p = lb + (p0 - lb) exp(x ln(1 + sigma / (p0 - lb)))
      return lower + (prior - lower) * Math.exp(x * scale(prior, sigma));
    }

    @Override
    public double derivative(double x, double prior, double sigma) {
      double scale = scale(prior, sigma);
      return (prior - lower) * scale * Math.exp(x * scale);
    }

    @Override
    public double secondDerivative(double x, double prior, double sigma) {
      return scale(prior, sigma) * derivative(x, prior, sigma);
    }

    @Override
    public double greatestBend(double prior, double sigma) {
      return scale(prior, sigma);
    }

    @Override
    public double inverse(double p, double prior, double sigma) {
      return Math.log((p - lower) / (prior - lower)) / scale(prior, sigma);
    }

    @Override
    public double upper() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public String text() {
      return "log:" + number(lower);
    }
  }

  /**
   * p between two bounds, logit-normal.
   *
   * @param lower lower bound, in the unit of p
   * @param upper upper bound, in the unit of p
   */
  record Logit(double lower, double upper) implements Transform {
    /** Checks the order of the bounds. */
    public Logit {
      requireFinite(lower);
      requireFinite(upper);
      if (!(lower < upper)) {
        throw new IllegalArgumentException(
            "the lower bound " + lower + " is not below the upper bound " + upper);
      }
    }

    private double logit(double p) {
      // logit((p - a) / (b - a)) = ln((p - a) / (b - p))
      return Math.log((p - lower) / (upper - p));
    }

    private double exponent(double x, double prior, double sigma) {
      // l0 + s x, with s = logit(p0 + sigma) - l0
      double l0 = logit(prior);
      return l0 + (logit(prior + sigma) - l0) * x;
    }

    @Override
    public double value(double x, double prior, double sigma) {
      // p = a + (b - a) / (1 + exp(-(l0 + s x)))
      return lower + (upper - lower) / (1 + Math.exp(-exponent(x, prior, sigma)));
    }

    @Override
    public double derivative(double x, double prior, double sigma) {
      // dp/dx = (b - a) s y (1 - y), with y and 1 - y each free of cancellation
      double z = exponent(x, prior, sigma);
      double s = logit(prior + sigma) - logit(prior);
      return (upper - lower) * s / (1 + Math.exp(-z)) / (1 + Math.exp(z));
    }

    @Override
    public double secondDerivative(double x, double prior, double sigma) {
      // d2p/dx2 = s (1 - 2 y) dp/dx, 1 - 2 y = -tanh(z/2)
      double z = exponent(x, prior, sigma);
      return -greatestBend(prior, sigma) * Math.tanh(z / 2) * derivative(x, prior, sigma);
    }

    @Override
    public double greatestBend(double prior, double sigma) {
      return logit(prior + sigma) - logit(prior);
    }

    @Override
    public double inverse(double p, double prior, double sigma) {
      double l0 = logit(prior);
      return (logit(p) - l0) / (logit(prior + sigma) - l0);
    }

    @Override
    public String text() {
      return "logit:" + number(lower) + ":" + number(upper);
    }
  }

  /**
   * Reads the text of a transform.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  static Transform parse(String text) {
    String[] parts = text.strip().split(":", -1);
    String name = parts[0].toLowerCase(Locale.ROOT);
    if (name.equals("identity") && parts.length == 1) {
      return new Identity();
    }
    if (name.equals("log") && parts.length == 2) {
      return new Log(bound(parts[1]));
    }
    if (name.equals("logit") && parts.length == 3) {
      return new Logit(bound(parts[1]), bound(parts[2]));
    }
    throw new IllegalArgumentException(
        "unknown transform '" + text + "', known are identity, log:LOWER and logit:LOWER:UPPER");
  }

  private static double bound(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the bound '" + text + "' is not a number", e);
    }
  }

  private static void requireFinite(double bound) {
    if (!Double.isFinite(bound)) {
      throw new IllegalArgumentException("the bound " + bound + " is not finite");
    }
  }

  /** Whole numbers without a decimal point, as in the table of spec section 18.1. */
  private static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
