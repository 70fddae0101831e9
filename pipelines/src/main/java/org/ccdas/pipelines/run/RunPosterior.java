package org.ccdas.pipelines.run;

import java.util.List;
import java.util.Optional;
import org.ccdas.assimilate.posterior.Attribution;
import org.ccdas.assimilate.posterior.LeftOut;
import org.ccdas.assimilate.posterior.Minima;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.assimilate.posterior.Profile;
import org.ccdas.assimilate.posterior.Spectrum;
import org.ccdas.assimilate.posterior.TargetEstimate;
import org.ccdas.assimilate.posterior.TargetJacobian;

/**
 * What a run knows of the uncertainty of its result, at the last linearisation.
 *
 * @param posterior distribution of the control vector
 * @param spectrum of the data Hessian
 * @param targets fluxes of regions and years, prior and posterior
 * @param attribution of the targets' changes to the groups of observations
 * @param leftOut every group predicted by the others
 * @param minima where the searches ended
 * @param profile the cost around the minimum; empty when it was not asked for
 */
public record RunPosterior(
    Posterior posterior,
    Spectrum spectrum,
    List<TargetEstimate> targets,
    Attribution attribution,
    List<LeftOut> leftOut,
    Minima minima,
    Optional<Profile> profile) {
  /**
   * All of this.
   *
   * @param atMinimum targets at the minimum with their derivatives
   * @param prior values of the same targets at x = 0
   */
  static RunPosterior of(
      Posterior posterior,
      Spectrum spectrum,
      TargetJacobian atMinimum,
      double[] prior,
      Minima minima,
      Optional<Profile> profile) {
    return new RunPosterior(
        posterior,
        spectrum,
        atMinimum.estimates(prior, posterior.covariance()),
        Attribution.of(posterior, atMinimum.rows()),
        LeftOut.each(posterior),
        minima,
        profile);
  }
}
