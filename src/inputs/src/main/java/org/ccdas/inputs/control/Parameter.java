package org.ccdas.inputs.control;

import java.io.Serializable;

/**
 * One estimated parameter. In normalised form x its prior is N(0, 1). Spec section 18.
 *
 * @param number position in the control vector, from 1
 * @param symbol name in the table of spec section 18.1, for example {@code Vm25}
 * @param scope where it acts
 * @param prior physical value at x = 0; NaN while it has to be taken from observations
 * @param sigma prior uncertainty: the physical value at x = 1 less the prior; above 0
 * @param unit unit of the physical value
 * @param transform how x becomes the physical value
 * @param source where the prior comes from
 */
public record Parameter(
    int number,
    String symbol,
    Scope scope,
    double prior,
    double sigma,
    String unit,
    Transform transform,
    String source)
    implements Serializable {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public Parameter {
    if (number < 1) {
      throw new IllegalArgumentException("the number " + number + " is below 1");
    }
    if (symbol.isBlank()) {
      throw new IllegalArgumentException("the symbol is empty");
    }
    if (!(sigma > 0 && Double.isFinite(sigma))) {
      throw new IllegalArgumentException("sigma is " + sigma + ", it must be above 0");
    }
    if (Double.isInfinite(prior)) {
      throw new IllegalArgumentException("the prior is not finite");
    }
    if (!Double.isNaN(prior)) {
      requireInside("prior", prior, transform);
      requireInside("prior + sigma", prior + sigma, transform);
    }
  }

  private static void requireInside(String what, double value, Transform transform) {
    if (!(value > transform.lower() && value < transform.upper())) {
      throw new IllegalArgumentException(
          what + " = " + value + " is outside the domain of the transform " + transform.text());
    }
  }

  /** Whether the prior is known. */
  public boolean hasPrior() {
    return !Double.isNaN(prior);
  }

  /** This parameter with another prior. */
  public Parameter withPrior(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the prior of " + label() + " is " + value);
    }
    return new Parameter(number, symbol, scope, value, sigma, unit, transform, source);
  }

  /** This parameter with another prior uncertainty. */
  public Parameter withSigma(double value) {
    return new Parameter(number, symbol, scope, prior, value, unit, transform, source);
  }

  /** This parameter at another place of the control vector. */
  public Parameter withNumber(int value) {
    return new Parameter(value, symbol, scope, prior, sigma, unit, transform, source);
  }

  /** Physical value p(x). */
  public double value(double x) {
    return transform.value(x, requirePrior(), sigma);
  }

  /** dp/dx. */
  public double derivative(double x) {
    return transform.derivative(x, requirePrior(), sigma);
  }

  /** d2p/dx2. */
  public double secondDerivative(double x) {
    return transform.secondDerivative(x, requirePrior(), sigma);
  }

  /**
   * Whether the misfit to the prior, x(p)^2/2, is convex in the physical value p wherever |x| <=
   * bound; of a log transform where {@code bound ln(1 + sigma / (prior - lower)) < 1}.
   */
  public boolean isConvexWithin(double bound) {
    // d2/dp2 x^2/2 = (1 - x p''/p') / p'^2 > 0
    return bound * transform.greatestBend(requirePrior(), sigma) < 1;
  }

  /** The x of a physical value; not finite outside the domain of the transform. */
  public double inverse(double p) {
    return transform.inverse(p, requirePrior(), sigma);
  }

  /** Whether both parameters would set the same property of one tile. */
  public boolean collidesWith(Parameter other) {
    return symbol.equals(other.symbol) && scope.overlaps(other.scope);
  }

  /** Symbol and scope, unique within a control vector, for example {@code Vm25 TrEv}. */
  public String label() {
    return symbol + " " + scope.text();
  }

  private double requirePrior() {
    if (!hasPrior()) {
      throw new IllegalStateException(
          "The prior of " + label() + " has not been taken from the observations yet");
    }
    return prior;
  }
}
