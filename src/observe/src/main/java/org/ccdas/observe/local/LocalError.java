package org.ccdas.observe.local;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Arrays;
import org.ccdas.observe.normal.Whitening;

/**
 * How errors of one cell depend on each other (spec section 17.3).
 *
 * @param weight the way
 * @param correlationDays tau of {@link Weight#AR1}, days, above 0
 * @param factor f of {@link Weight#FACTOR}, above 0, at most 1
 * @param inflation all standard errors are multiplied by this, above 0
 */
public record LocalError(Weight weight, double correlationDays, double factor, double inflation)
    implements Serializable {
  /** 5 days, and 0.1. Spec section 17.3. */
  public static final LocalError STANDARD = new LocalError(Weight.AR1, 5, 0.1, 1);

  /** The way. */
  public enum Weight {
    /** Correlation exp(-dt/tau) between the days of a cell; innovations are independent. */
    AR1("ar1"),
    /** Days independent, every weight 1/sigma2 multiplied by a factor. */
    FACTOR("factor");

    private final String key;

    Weight(String key) {
      this.key = key;
    }

    /** The word in the experiment file. */
    @JsonValue
    @Override
    public String toString() {
      return key;
    }
  }

  /** Checks the ranges. */
  public LocalError {
    if (!(correlationDays > 0 && factor > 0 && factor <= 1 && inflation > 0)) {
      throw new IllegalArgumentException(
          "Correlation of "
              + correlationDays
              + " days, factor "
              + factor
              + ", inflation "
              + inflation);
    }
  }

  /** The map from misfits of a series to independent ones of variance 1. */
  public Whitening whitening(LocalSeries series) {
    double[] time = Arrays.stream(series.days()).asDoubleStream().toArray();
    // w = f / sigma^2, so sigma / sqrt(f)
    double scale = weight == Weight.AR1 ? inflation : inflation / Math.sqrt(factor);
    double[] sigma = Arrays.stream(series.sigma()).map(s -> scale * s).toArray();
    return Whitening.of(time, sigma, weight == Weight.AR1 ? correlationDays : 0);
  }

  /** How many independent values tell as much of the cell's mean as the series. */
  public double effectiveCount(LocalSeries series) {
    if (weight == Weight.FACTOR) {
      return factor * series.count();
    }
    double sum = Math.min(1, series.count());
    for (int k = 1; k < series.count(); k++) {
      // n_eff = 1 + sum (1 - rho_k) / (1 + rho_k)
      double rho = Math.exp(-(series.days()[k] - series.days()[k - 1]) / correlationDays);
      sum += (1 - rho) / (1 + rho);
    }
    return sum;
  }
}
