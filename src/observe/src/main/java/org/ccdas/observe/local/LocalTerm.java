package org.ccdas.observe.local;

import java.util.Arrays;
import org.ccdas.observe.normal.Whitening;

/**
 * The misfit to the observations of one cell with its bias eliminated (spec sections 17.3 and
 * 17.4). The modelled vector H holds the operator's value on every day of the series, in the units
 * of the stream. Immutable.
 *
 * <pre>
 * J = 1/2 sum (a 1' + g H' - d')^2 + 1/2 (a/sigma_a)^2 + 1/2 ((g - 1)/sigma_g)^2 + 1/2 ln det A
 * </pre>
 *
 * at the a and g that are best for this H; the prime marks whitened values.
 */
public final class LocalTerm {
  private final LocalSeries series;
  private final LocalError error;
  private final BiasTreatment bias;
  private final Whitening whitening;
  private final double[] one;
  private final double[] observed;

  /** The misfit to a series. */
  public LocalTerm(LocalSeries series, LocalError error, BiasTreatment bias) {
    this.series = series;
    this.error = error;
    this.bias = bias;
    this.whitening = error.whitening(series);
    double[] ones = new double[series.count()];
    Arrays.fill(ones, 1);
    this.one = whitening.whiten(ones);
    this.observed = whitening.whiten(series.value());
  }

  /** The observations. */
  public LocalSeries series() {
    return series;
  }

  /** How the bias is dealt with. */
  public BiasTreatment treatment() {
    return bias;
  }

  /** The map to independent values. */
  Whitening whitening() {
    return whitening;
  }

  /** The whitened constant. */
  double one(int k) {
    return one[k];
  }

  /** A whitened observation. */
  double observed(int k) {
    return observed[k];
  }

  /** Number of values. */
  public int count() {
    return series.count();
  }

  /** How many independent values tell as much of the mean. */
  public double effectiveCount() {
    return error.effectiveCount(series);
  }

  /** The bias that is best for a modelled vector. */
  public BiasEstimate bias(double[] modelled) {
    return estimate(whitening.whiten(modelled));
  }

  private BiasEstimate estimate(double[] whitened) {
    return bias.estimate(
        dot(one, one),
        dot(one, whitened),
        dot(whitened, whitened),
        dot(one, observed),
        dot(whitened, observed));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** The misfit J. */
  public double value(double[] modelled) {
    double[] whitened = whitening.whiten(modelled);
    BiasEstimate best = estimate(whitened);
    return misfit(whitened, best) + 0.5 * best.logDeterminant();
  }

  /**
   * The misfit without the logarithm of the determinant: twice this for each value is the
   * chi-square.
   */
  public double misfit(double[] modelled) {
    double[] whitened = whitening.whiten(modelled);
    return misfit(whitened, estimate(whitened));
  }

  private double misfit(double[] whitened, BiasEstimate best) {
    double sum = 0;
    for (int k = 0; k < whitened.length; k++) {
      double r = residual(k, whitened[k], best);
      sum += r * r;
    }
    return 0.5 * sum + bias.priorCost(best);
  }

  /** a 1' + g H' - d' of one value. */
  double residual(int k, double whitened, BiasEstimate best) {
    return best.offset() * one[k] + best.gain() * whitened - observed[k];
  }

  /** Derivative of the misfit by the modelled vector. */
  public double[] gradient(double[] modelled) {
    double[] whitened = whitening.whiten(modelled);
    BiasEstimate best = estimate(whitened);
    double[] bar = new double[whitened.length];
    for (int k = 0; k < bar.length; k++) {
      // dJ/dH' = g (a 1' + g H' - d'), exact since theta is stationary
      bar[k] = best.gain() * residual(k, whitened[k], best);
      if (bias.hasDeterminant()) {
        // d(1/2 ln det A)/dH' = e2' A^-1 z
        bar[k] += best.covariance() * one[k] + best.gainVariance() * whitened[k];
      }
    }
    return whitening.transposed(bar);
  }
}
