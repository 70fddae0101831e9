package org.ccdas.core.twin;

import org.ccdas.core.minimise.Minimiser;
import org.ccdas.core.posterior.Posterior;
import org.ccdas.core.posterior.Spectrum;

/**
 * A twin with perfect data. Spec section 18.8: without the prior the truth must come back in
 * directions that the data know well; with the prior the error of a direction is what the prior
 * pulls, {@code v.(x - x_t) = -v.x_t / (1 + lambda)}.
 *
 * @param converged whether the minimisation did
 * @param directions number of directions that were looked at
 * @param largest without prior: largest |v.(x - x_t)|; with prior: largest deviation from what is
 *     expected, as a share of it
 */
public record PerfectTwin(boolean converged, int directions, double largest) {
  /** Least eigenvalue of the directions that must come back without the prior. */
  public static final double WELL_KNOWN = 100;

  /** Largest error without the prior. */
  public static final double RECOVERED = 1e-3;

  /** Largest deviation from the expected pull of the prior, as a share of it. */
  public static final double PULL_TOLERANCE = 0.2;

  /**
   * Judges a minimum that was found without the prior.
   *
   * @param spectrum of the data Hessian at the minimum
   */
  public static PerfectTwin withoutPrior(Minimiser end, Spectrum spectrum, double[] truth) {
    int count = spectrum.constrained(WELL_KNOWN);
    double largest = 0;
    for (int mode = 0; mode < count; mode++) {
      largest = Math.max(largest, Math.abs(along(spectrum, mode, end.x(), truth)));
    }
    return new PerfectTwin(end.converged(), count, largest);
  }

  /** Judges a minimum that was found with the prior. */
  public static PerfectTwin withPrior(Minimiser end, Posterior posterior, double[] truth) {
    Spectrum spectrum = posterior.spectrum();
    int count = spectrum.constrained(TwinPlan.CONSTRAINED);
    double largest = 0;
    for (int mode = 0; mode < count; mode++) {
      double[] v = spectrum.eigenvectors()[mode];
      double expected = -TwinDraw.dot(v, truth) / (1 + spectrum.eigenvalues()[mode]);
      double found = along(spectrum, mode, end.x(), truth);
      largest = Math.max(largest, Math.abs(found / expected - 1));
    }
    return new PerfectTwin(end.converged(), count, largest);
  }

  private static double along(Spectrum spectrum, int mode, double[] x, double[] truth) {
    double[] v = spectrum.eigenvectors()[mode];
    return TwinDraw.dot(v, x) - TwinDraw.dot(v, truth);
  }
}
