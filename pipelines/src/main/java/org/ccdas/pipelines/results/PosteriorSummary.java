package org.ccdas.pipelines.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.posterior.ChiSquare;
import org.ccdas.assimilate.posterior.Minima;
import org.ccdas.assimilate.posterior.ParameterEstimate;
import org.ccdas.assimilate.posterior.TargetEstimate;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.Stream;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.pipelines.run.RunPosterior;

/**
 * What {@code summary.json} says of the posterior.
 *
 * @param degreesOfFreedom for signal
 * @param constrainedDirections directions of eigenvalue 3 or more
 * @param chi2 twice the misfit for each observation, by stream
 * @param uncertaintyReduction percent, by parameter
 * @param profile the cost around the minimum; null when it was not asked for
 */
record PosteriorSummary(
    double degreesOfFreedom,
    int constrainedDirections,
    Streams chi2,
    Map<String, Double> uncertaintyReduction,
    ProfileSummary profile) {
  private static final double CONSTRAINED = 3;

  /** Null for a stream without observations. */
  record Streams(Double co2, Double soilMoisture) {}

  /** A flux of a region and year. */
  record TargetLine(
      String name, String unit, PriorPosterior value, PriorPosterior sigma, double reduction) {}

  /** Where a search ended. */
  record MinimumLine(double cost, boolean converged, double squaredDistance) {}

  static PosteriorSummary of(RunOutcome outcome, RunPosterior found) {
    Map<String, Double> reductions = new LinkedHashMap<>();
    for (ParameterEstimate estimate :
        ParameterEstimate.of(outcome.setup().control(), found.posterior())) {
      reductions.put(estimate.parameter().label(), estimate.reduction());
    }
    return new PosteriorSummary(
        found.spectrum().degreesOfFreedom(),
        found.spectrum().constrained(CONSTRAINED),
        new Streams(
            chiSquare(found.posterior().normal(), Stream.CO2, outcome.setup().co2().count()),
            chiSquare(
                found.posterior().normal(),
                Stream.SOIL_MOISTURE,
                MoistureComparison.of(outcome).stream().mapToInt(MoistureComparison::count).sum())),
        reductions,
        found.profile().map(ProfileSummary::of).orElse(null));
  }

  private static Double chiSquare(NormalSystem normal, Stream stream, int count) {
    double misfit = normal.where(group -> group.stream() == stream).cost();
    return count == 0 ? null : Double.valueOf(new ChiSquare(count, misfit).value());
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
