package org.ccdas.pipelines.run;

import java.util.List;
import org.ccdas.core.posterior.Attribution;
import org.ccdas.core.posterior.LeftOut;
import org.ccdas.core.posterior.Minima;
import org.ccdas.core.posterior.Posterior;
import org.ccdas.core.posterior.Spectrum;
import org.ccdas.core.posterior.TargetEstimate;
import org.ccdas.core.posterior.TargetJacobian;

/**
 * What a run knows of the uncertainty of its result, at the last linearisation.
 *
 * @param posterior distribution of the control vector
 * @param spectrum of the data Hessian
 * @param targets fluxes of regions and years, prior and posterior
 * @param attribution of the targets' changes to the groups of observations
 * @param leftOut every group predicted by the others
 * @param minima where the searches ended
 */
public record RunPosterior(
    Posterior posterior,
    Spectrum spectrum,
    List<TargetEstimate> targets,
    Attribution attribution,
    List<LeftOut> leftOut,
    Minima minima) {
  /**
   * All of this.
   *
   * @param atMinimum targets at the minimum with their derivatives
   * @param prior values of the same targets at x = 0
   */
  static RunPosterior of(
      Posterior posterior, TargetJacobian atMinimum, double[] prior, Minima minima) {
    return new RunPosterior(
        posterior,
        posterior.spectrum(),
        atMinimum.estimates(prior, posterior.covariance()),
        Attribution.of(posterior, atMinimum.rows()),
        LeftOut.each(posterior),
        minima);
  }
}
