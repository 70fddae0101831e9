package org.ccdas.observe.normal;

import java.io.Serializable;

/**
 * The linear map from values with autocorrelated errors to values with independent errors of
 * variance 1 (spec sections 16.5 and 17.3). Errors are Gaussian with standard deviations sigma_k
 * and correlation exp(-|t_k - t_l|/tau); since this process is Markov, each value needs only its
 * predecessor, whatever the gaps. For observations d, model h and covariance S: |W(h - d)|^2 = (h -
 * d)' S^-1 (h - d).
 */
public final class Whitening implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] sigma;
  private final double[] rho;

  private Whitening(double[] sigma, double[] rho) {
    this.sigma = sigma;
    this.rho = rho;
  }

  /**
   * The map for values at given times.
   *
   * @param time times of the values, strictly rising, in the unit of {@code tau}
   * @param sigma standard deviations of the errors, above 0, in the unit of the values
   * @param tau correlation time, above 0; or 0 for independent errors
   */
  public static Whitening of(double[] time, double[] sigma, double tau) {
    if (time.length != sigma.length) {
      throw new IllegalArgumentException(time.length + " times, " + sigma.length + " errors");
    }
    if (!(tau >= 0)) {
      throw new IllegalArgumentException("Correlation time " + tau);
    }
    double[] rho = new double[time.length];
    for (int k = 0; k < time.length; k++) {
      if (!(sigma[k] > 0)) {
        throw new IllegalArgumentException("Error " + sigma[k] + " of value " + k);
      }
      if (k > 0) {
        double step = time[k] - time[k - 1];
        if (!(step > 0)) {
          throw new IllegalArgumentException("Time of value " + k + " does not rise");
        }
        // rho_k = exp(-(t_k - t_{k-1})/tau)
        rho[k] = tau == 0 ? 0 : Math.exp(-step / tau);
      }
    }
    return new Whitening(sigma.clone(), rho);
  }

  /** Number of values. */
  public int count() {
    return sigma.length;
  }

  /** Values to whitened values. */
  public double[] whiten(double[] values) {
    check(values);
    double[] whitened = new double[values.length];
    double previous = 0;
    for (int k = 0; k < values.length; k++) {
      // y_k = v_k / sigma_k, y'_k = (y_k - rho_k y_{k-1}) / sqrt(1 - rho_k^2), rho_1 = 0
      double scaled = values[k] / sigma[k];
      whitened[k] = (scaled - rho[k] * previous) / innovation(k);
      previous = scaled;
    }
    return whitened;
  }

  /** The transpose of {@link #whiten}: derivatives by whitened values to derivatives by values. */
  public double[] transposed(double[] whitenedBar) {
    check(whitenedBar);
    int n = whitenedBar.length;
    double[] bar = new double[n];
    for (int k = 0; k < n; k++) {
      // d y'_k / d y_k = 1/sqrt(1 - rho_k^2), d y'_{k+1} / d y_k = -rho_{k+1}/sqrt(1 - rho_{k+1}^2)
      double own = whitenedBar[k] / innovation(k);
      double next = k + 1 < n ? rho[k + 1] * whitenedBar[k + 1] / innovation(k + 1) : 0;
      bar[k] = (own - next) / sigma[k];
    }
    return bar;
  }

  /**
   * The inverse of {@link #whiten}: independent normal numbers become errors of this covariance.
   */
  public double[] colour(double[] independent) {
    check(independent);
    double[] errors = new double[independent.length];
    double previous = 0;
    for (int k = 0; k < independent.length; k++) {
      // y_k = rho_k y_{k-1} + sqrt(1 - rho_k^2) y'_k, v_k = sigma_k y_k
      previous = rho[k] * previous + innovation(k) * independent[k];
      errors[k] = sigma[k] * previous;
    }
    return errors;
  }

  /**
   * What a value adds to its own whitened value: {@code whitened_k = own(k) v_k - carried(k)
   * v_{k-1}}, for streams that have one value at a time.
   */
  public double own(int k) {
    // 1 / (sigma_k sqrt(1 - rho_k^2))
    return 1 / (sigma[k] * innovation(k));
  }

  /** What its predecessor takes away from a whitened value; 0 for the first. See {@link #own}. */
  public double carried(int k) {
    // rho_k / (sigma_{k-1} sqrt(1 - rho_k^2))
    return k == 0 ? 0 : rho[k] / (sigma[k - 1] * innovation(k));
  }

  private double innovation(int k) {
    // (1 - rho)(1 + rho) keeps digits when rho is close to 1
    return Math.sqrt((1 - rho[k]) * (1 + rho[k]));
  }

  private void check(double[] values) {
    if (values.length != sigma.length) {
      throw new IllegalArgumentException(values.length + " values, expected " + sigma.length);
    }
  }
}
