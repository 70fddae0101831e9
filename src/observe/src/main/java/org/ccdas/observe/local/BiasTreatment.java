package org.ccdas.observe.local;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/**
 * How the bias between model and observation is dealt with (spec sections 17.4 and 17.5). The
 * observations of a cell are {@code d = a + g H(x) + e}.
 *
 * @param kind the way
 * @param offsetSigma standard deviation of a, in the units of the stream, above 0; its mean is 0
 * @param gainSigma standard deviation of g, above 0; its mean is 1
 * @param logDet whether 1/2 ln det A belongs to the cost when g is estimated
 */
public record BiasTreatment(Kind kind, double offsetSigma, double gainSigma, boolean logDet)
    implements Serializable {
  /** Offsets of 0.1 in the units of the stream. Spec section 17.4. */
  public static final BiasTreatment STANDARD = new BiasTreatment(Kind.OFFSET, 0.1, 0.5, true);

  /** The way. */
  public enum Kind {
    /** a of every cell is eliminated, g = 1. */
    OFFSET("offset"),
    /** a = 0, g = 1. */
    NONE("none"),
    /** a and g of every cell are eliminated. */
    OFFSET_GAIN("offsetGain"),
    /** Mean and standard deviation of the observations are matched to the prior run. */
    LINEAR("linear"),
    /** The distribution of the observations is matched to the prior run. */
    CDF("cdf");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The word in the experiment file. */
    @JsonValue
    @Override
    public String toString() {
      return key;
    }

    /** Whether observations are matched to the prior run before they are used. */
    public boolean isMatched() {
      return this == LINEAR || this == CDF;
    }
  }

  /** Checks the ranges. */
  public BiasTreatment {
    if (!(offsetSigma > 0 && gainSigma > 0)) {
      throw new IllegalArgumentException(
          "Standard deviations " + offsetSigma + " and " + gainSigma + " of the bias");
    }
  }

  /** The same treatment in another way. */
  public BiasTreatment with(Kind other) {
    return new BiasTreatment(other, offsetSigma, gainSigma, logDet);
  }

  /**
   * The bias at its optimum, from sums over whitened values: 1', H' and d' are the whitened
   * constant, model and observations.
   *
   * @param oneOne sum 1' 1'
   * @param oneModel sum 1' H'
   * @param modelModel sum H' H'
   * @param oneObserved sum 1' d'
   * @param modelObserved sum H' d'
   */
  BiasEstimate estimate(
      double oneOne, double oneModel, double modelModel, double oneObserved, double modelObserved) {
    double offsetPrecision = 1 / (offsetSigma * offsetSigma);
    double gainPrecision = 1 / (gainSigma * gainSigma);
    return switch (kind) {
      case NONE, LINEAR, CDF -> BiasEstimate.UNBIASED;
      case OFFSET -> {
        // A = sum w + 1/sigma_a^2; a = sum w (d - H) / A
        double a = oneOne + offsetPrecision;
        yield new BiasEstimate((oneObserved - oneModel) / a, 1, 1 / a, 0, 0, 0);
      }
      case OFFSET_GAIN -> {
        // A = sum w z z' + P, theta = A^-1 (sum w z d + P theta_0), theta_0 = (0, 1)
        double a11 = oneOne + offsetPrecision;
        double a22 = modelModel + gainPrecision;
        double det = a11 * a22 - oneModel * oneModel;
        double right = modelObserved + gainPrecision;
        yield new BiasEstimate(
            (a22 * oneObserved - oneModel * right) / det,
            (a11 * right - oneModel * oneObserved) / det,
            a22 / det,
            -oneModel / det,
            a11 / det,
            // ln det A - ln det P: nothing observed costs nothing
            logDet ? Math.log(det / (offsetPrecision * gainPrecision)) : 0);
      }
    };
  }

  /** What the bias of a cell costs: 1/2 (theta - theta_0)' P (theta - theta_0). */
  double priorCost(BiasEstimate bias) {
    double a = bias.offset() / offsetSigma;
    double g = (bias.gain() - 1) / gainSigma;
    return 0.5 * (a * a + g * g);
  }

  /** Whether ln det A depends on the model. */
  boolean hasDeterminant() {
    return kind == Kind.OFFSET_GAIN && logDet;
  }
}
