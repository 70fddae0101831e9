package org.ccdas.pipelines.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ccdas.assimilate.posterior.Attribution;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.LeftOut;
import org.ccdas.assimilate.posterior.Minima;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.assimilate.posterior.Profile;
import org.ccdas.assimilate.posterior.Spectrum;
import org.ccdas.assimilate.posterior.Target;
import org.ccdas.assimilate.posterior.TargetEstimate;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.assimilate.posterior.VarianceParts;
import org.ccdas.inputs.control.ControlVector;

/**
 * What a run knows of the uncertainty of its result, at the last linearisation.
 *
 * @param posterior distribution of the control vector
 * @param spectrum of the data Hessian
 * @param atMinimum fluxes of regions and years with their derivatives
 * @param targets the same, prior and posterior
 * @param variance of the targets after assimilation, by what it comes from
 * @param attribution of the targets' changes to the groups of observations
 * @param leftOut every group predicted by the others
 * @param minima where the searches ended
 * @param profile the cost around the minimum; empty when it was not asked for
 * @param draws targets of control vectors drawn from the posterior; empty without
 */
public record RunPosterior(
    Posterior posterior,
    Spectrum spectrum,
    TargetJacobian atMinimum,
    List<TargetEstimate> targets,
    VarianceParts variance,
    Attribution attribution,
    List<LeftOut> leftOut,
    Minima minima,
    Optional<Profile> profile,
    Optional<Ensemble> draws) {
  /**
   * All of this.
   *
   * @param control the elements of the control vector
   * @param atMinimum targets at the minimum with their derivatives
   * @param prior values of the same targets at x = 0
   */
  static RunPosterior of(
      ControlVector control,
      Posterior posterior,
      Spectrum spectrum,
      TargetJacobian atMinimum,
      double[] prior,
      Minima minima,
      Optional<Profile> profile,
      Optional<Ensemble> draws) {
    return new RunPosterior(
        posterior,
        spectrum,
        atMinimum,
        atMinimum.estimates(prior, posterior.covariance()),
        VarianceParts.of(control, posterior, atMinimum.rows()),
        Attribution.of(posterior, atMinimum.rows()),
        LeftOut.each(posterior),
        minima,
        profile,
        draws);
  }

  /** Index of the target that is the mean NEP of the globe over the window; empty without it. */
  public OptionalInt nep() {
    return IntStream.range(0, targets.size())
        .filter(t -> targets.get(t).target().isGlobalMean(Target.Quantity.NEP))
        .findFirst();
  }
}
