package org.ccdas.pipelines.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.posterior.Minima;
import org.ccdas.assimilate.posterior.ParameterEstimate;
import org.ccdas.assimilate.posterior.TargetEstimate;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.pipelines.run.RunPosterior;
import org.ccdas.report.run.RunSummary;

/** Makes what the summary of a run says of the posterior. */
final class PosteriorSummary {
  private static final double CONSTRAINED = 3;

  private PosteriorSummary() {}

  static RunSummary.Posterior of(RunFindings findings, RunPosterior found) {
    RunOutcome outcome = findings.outcome();
    Map<String, Double> reductions = new LinkedHashMap<>();
    for (ParameterEstimate estimate :
        ParameterEstimate.of(outcome.setup().control(), found.posterior())) {
      reductions.put(estimate.parameter().label(), estimate.reduction());
    }
    return new RunSummary.Posterior(
        found.spectrum().degreesOfFreedom(),
        found.spectrum().constrained(CONSTRAINED),
        chiSquares(findings),
        reductions,
        found.profile().map(ProfileSummary::of).orElse(null));
  }

  private static Map<String, Double> chiSquares(RunFindings findings) {
    Map<String, Double> found = new LinkedHashMap<>();
    for (StreamFindings stream : findings.streams()) {
      found.put(stream.stream(), stream.chiSquare().map(PriorPosterior::posterior).orElse(null));
    }
    return found;
  }

  static List<RunSummary.Target> targets(RunPosterior found) {
    return found.targets().stream().map(PosteriorSummary::line).toList();
  }

  private static RunSummary.Target line(TargetEstimate estimate) {
    return new RunSummary.Target(
        estimate.target().label(),
        estimate.target().quantity().unit(),
        new PriorPosterior(estimate.prior(), estimate.posterior()),
        new PriorPosterior(estimate.priorSigma(), estimate.posteriorSigma()),
        estimate.reduction());
  }

  static List<RunSummary.Minimum> minima(RunPosterior found) {
    return found.minima().ends().stream().map(PosteriorSummary::line).toList();
  }

  private static RunSummary.Minimum line(Minima.End end) {
    return new RunSummary.Minimum(end.cost(), end.converged(), end.squaredDistance());
  }
}
