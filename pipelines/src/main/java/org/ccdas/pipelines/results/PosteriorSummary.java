package org.ccdas.pipelines.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.posterior.ChiSquare;
import org.ccdas.assimilate.posterior.Minima;
import org.ccdas.assimilate.posterior.ParameterEstimate;
import org.ccdas.assimilate.posterior.TargetEstimate;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.pipelines.run.RunPosterior;

/**
 * What {@code summary.json} says of the posterior.
 *
 * @param degreesOfFreedom for signal
 * @param constrainedDirections directions of eigenvalue 3 or more
 * @param chi2 twice the misfit for each observation, by stream; null for one without observations
 * @param uncertaintyReduction percent, by parameter
 * @param profile the cost around the minimum; null when it was not asked for
 */
record PosteriorSummary(
    double degreesOfFreedom,
    int constrainedDirections,
    Map<String, Double> chi2,
    Map<String, Double> uncertaintyReduction,
    ProfileSummary profile) {
  private static final double CONSTRAINED = 3;

  /** A flux of a region and year. */
  record TargetLine(
      String name, String unit, PriorPosterior value, PriorPosterior sigma, double reduction) {}

  /** Where a search ended. */
  record MinimumLine(double cost, boolean converged, double squaredDistance) {}

  static PosteriorSummary of(RunFindings findings, RunPosterior found) {
    RunOutcome outcome = findings.outcome();
    Map<String, Double> reductions = new LinkedHashMap<>();
    for (ParameterEstimate estimate :
        ParameterEstimate.of(outcome.setup().control(), found.posterior())) {
      reductions.put(estimate.parameter().label(), estimate.reduction());
    }
    return new PosteriorSummary(
        found.spectrum().degreesOfFreedom(),
        found.spectrum().constrained(CONSTRAINED),
        chiSquares(findings, found.posterior().normal()),
        reductions,
        found.profile().map(ProfileSummary::of).orElse(null));
  }

  private static Map<String, Double> chiSquares(RunFindings findings, NormalSystem normal) {
    Map<String, Double> found = new LinkedHashMap<>();
    for (StreamFindings stream : findings.streams()) {
      int n = stream.observations();
      double misfit = normal.where(group -> group.stream().equals(stream.stream())).cost();
      found.put(stream.stream(), n == 0 ? null : new ChiSquare(n, misfit).value());
    }
    return found;
  }

  static List<TargetLine> targets(RunPosterior found) {
    return found.targets().stream().map(PosteriorSummary::line).toList();
  }

  private static TargetLine line(TargetEstimate estimate) {
    return new TargetLine(
        estimate.target().label(),
        estimate.target().quantity().unit(),
        new PriorPosterior(estimate.prior(), estimate.posterior()),
        new PriorPosterior(estimate.priorSigma(), estimate.posteriorSigma()),
        estimate.reduction());
  }

  static List<MinimumLine> minima(RunPosterior found) {
    return found.minima().ends().stream().map(PosteriorSummary::line).toList();
  }

  private static MinimumLine line(Minima.End end) {
    return new MinimumLine(end.cost(), end.converged(), end.squaredDistance());
  }
}
