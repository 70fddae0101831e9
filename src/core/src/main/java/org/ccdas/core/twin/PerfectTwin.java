package org.ccdas.core.twin;

import org.ccdas.core.minimise.Minimiser;
import org.ccdas.core.posterior.Posterior;
import org.ccdas.core.posterior.Spectrum;

/**
 * A twin with perfect data. Spec section 18.8: without the prior the truth must come back in
 * directions that the data know well; with the prior the error of a direction is what the prior
 * pulls, {@code v.(x - x_t) = -v.x_t / (1 + lambda)}.
 *
 * @param withPrior whether the prior was on
 * @param converged whether the minimisation did
 * @param reason why it ended
 * @param passes of the minimisation
 * @param directions number of directions that were looked at
 * @param largest without prior: largest |v.(x - x_t)|; with prior: largest deviation from what is
 *     expected, as a share of it
 */
public record PerfectTwin(
    boolean withPrior,
    boolean converged,
    String reason,
    int passes,
    int directions,
    double largest) {
  /** Least eigenvalue of the directions that must come back without the prior. */
  public static final double WELL_KNOWN = 100;

  /** Largest error without the prior. */
  public static final double RECOVERED = 1e-3;

  /** Largest deviation from the expected pull of the prior, as a share of it. */
  public static final double PULL_TOLERANCE = 0.2;

  /**
   * Judges a minimum that was found without the prior.
   *
   * @param truth x_t
   */
  public static PerfectTwin withoutPrior(TwinSearch found, double[] truth) {
    Minimiser end = found.end();
    Spectrum spectrum = Posterior.at(end.x(), found.normal()).spectrum();
    int count = spectrum.constrained(WELL_KNOWN);
    double largest = 0;
    for (int mode = 0; mode < count; mode++) {
      largest = Math.max(largest, Math.abs(along(spectrum, mode, end.x(), truth)));
    }
    return of(false, end, count, largest);
  }

  /**
   * Judges a minimum that was found with the prior.
   *
   * @param truth x_t
   */
  public static PerfectTwin withPrior(TwinSearch found, double[] truth) {
    Minimiser end = found.end();
    Spectrum spectrum = Posterior.at(end.x(), found.normal()).spectrum();
    int count = spectrum.constrained(TwinPlan.CONSTRAINED);
    double largest = 0;
    for (int mode = 0; mode < count; mode++) {
      double[] v = spectrum.eigenvectors()[mode];
      double expected = -TwinDraw.dot(v, truth) / (1 + spectrum.eigenvalues()[mode]);
      double actual = along(spectrum, mode, end.x(), truth);
      largest = Math.max(largest, Math.abs(actual / expected - 1));
    }
    return of(true, end, count, largest);
  }

  private static PerfectTwin of(boolean prior, Minimiser end, int directions, double largest) {
    return new PerfectTwin(prior, end.converged(), end.reason(), end.passes(), directions, largest);
  }

  /**
   * Whether the largest error or deviation is allowed; with the prior the minimisation must have
   * converged too. Without it directions that no observation knows have no minimum. Where there was
   * no direction to look at, nothing is shown and nothing passed.
   */
  public boolean passed() {
    return directions > 0 && (converged || !withPrior) && largest <= limit();
  }

  /** The largest error or deviation that is allowed. */
  public double limit() {
    return withPrior ? PULL_TOLERANCE : RECOVERED;
  }

  private static double along(Spectrum spectrum, int mode, double[] x, double[] truth) {
    double[] v = spectrum.eigenvectors()[mode];
    return TwinDraw.dot(v, x) - TwinDraw.dot(v, truth);
  }
}
