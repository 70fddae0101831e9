package org.ccdas.verify.twin;

import java.util.Arrays;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.assimilate.posterior.Spectrum;

/**
 * A twin with perfect data. Spec section 18.8: without the prior the truth must come back in
 * directions that the data know well; with the prior the error of a direction is what the prior
 * pulls, {@code v.(x - x_t) = -v.x_t / (1 + lambda)}. Both hold for a linear model; how far they
 * hold at a truth as far away as the prior allows depends on the curvature of the model too.
 *
 * @param withPrior whether the prior was on
 * @param converged whether the minimisation did
 * @param reason why it ended
 * @param passes of the minimisation
 * @param cost at the end, of the observations alone without the prior
 * @param eigenvalues of the data Hessian at the end, of the directions that are looked at
 * @param errors by direction; without prior: v.(x - x_t); with prior: its deviation from what is
 *     expected, as a share of that
 */
public record PerfectTwin(
    boolean withPrior,
    boolean converged,
    String reason,
    int passes,
    double cost,
    double[] eigenvalues,
    double[] errors) {
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
    double[] errors = new double[spectrum.constrained(WELL_KNOWN)];
    Arrays.setAll(errors, mode -> along(spectrum, mode, end.x(), truth));
    return of(false, end, spectrum, errors);
  }

  /**
   * Judges a minimum that was found with the prior.
   *
   * @param truth x_t
   */
  public static PerfectTwin withPrior(TwinSearch found, double[] truth) {
    Minimiser end = found.end();
    Spectrum spectrum = Posterior.at(end.x(), found.normal()).spectrum();
    double[] errors = new double[spectrum.constrained(TwinPlan.CONSTRAINED)];
    for (int mode = 0; mode < errors.length; mode++) {
      double[] v = spectrum.eigenvectors()[mode];
      double expected = -TwinDraw.dot(v, truth) / (1 + spectrum.eigenvalues()[mode]);
      errors[mode] = along(spectrum, mode, end.x(), truth) / expected - 1;
    }
    return of(true, end, spectrum, errors);
  }

  private static PerfectTwin of(boolean prior, Minimiser end, Spectrum spectrum, double[] errors) {
    double[] eigenvalues = Arrays.copyOf(spectrum.eigenvalues(), errors.length);
    return new PerfectTwin(
        prior, end.converged(), end.reason(), end.passes(), end.cost(), eigenvalues, errors);
  }

  /** Number of directions that were looked at. */
  public int directions() {
    return errors.length;
  }

  /** Number of directions whose error is allowed. */
  public int allowed() {
    return (int) Arrays.stream(errors).filter(error -> Math.abs(error) <= limit()).count();
  }

  /** Largest size of an error; 0 when there is no direction. */
  public double largest() {
    return Arrays.stream(errors).map(Math::abs).max().orElse(0);
  }

  /**
   * Whether every error is allowed; with the prior the minimisation must have converged too.
   * Without it directions that no observation knows have no minimum. Where there was no direction
   * to look at, nothing is shown and nothing passed.
   */
  public boolean passed() {
    return directions() > 0 && (converged || !withPrior) && allowed() == directions();
  }

  /** The largest error that is allowed. */
  public double limit() {
    return withPrior ? PULL_TOLERANCE : RECOVERED;
  }

  private static double along(Spectrum spectrum, int mode, double[] x, double[] truth) {
    double[] v = spectrum.eigenvectors()[mode];
    return TwinDraw.dot(v, x) - TwinDraw.dot(v, truth);
  }
}
