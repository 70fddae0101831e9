package org.ccdas.pipelines.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.EnsembleSpread;
import org.ccdas.assimilate.posterior.ErrorDiagnosis;
import org.ccdas.assimilate.posterior.Minima;
import org.ccdas.assimilate.posterior.ParameterEstimate;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.assimilate.posterior.Sensitivity;
import org.ccdas.assimilate.posterior.Target;
import org.ccdas.assimilate.posterior.TargetEstimate;
import org.ccdas.assimilate.posterior.TargetJacobian;
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
    List<ErrorDiagnosis> errors = errors(findings, found.posterior());
    return new RunSummary.Posterior(
        found.spectrum().degreesOfFreedom(),
        found.spectrum().constrained(CONSTRAINED),
        chiSquares(findings),
        reductions,
        nepVarianceShares(found),
        errors.stream().map(PosteriorSummary::line).toList(),
        sensitivity(found, errors),
        found.profile().map(ProfileSummary::of).orElse(null),
        found.draws().map(PosteriorSummary::draws).orElse(null));
  }

  /** Null where the mean NEP of the globe is no target. */
  private static Map<String, Double> nepVarianceShares(RunPosterior found) {
    OptionalInt nep = found.nep();
    if (nep.isEmpty()) {
      return null;
    }
    double[] parts = found.variance().parts()[nep.getAsInt()];
    double sum = Arrays.stream(parts).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    for (int k = 0; k < parts.length; k++) {
      shares.put(found.variance().sources().get(k), parts[k] / sum);
    }
    return shares;
  }

  /** Streams, each followed by its places. */
  private static List<ErrorDiagnosis> errors(RunFindings findings, Posterior posterior) {
    List<ErrorDiagnosis> errors = new ArrayList<>();
    for (StreamFindings stream : findings.streams()) {
      if (stream.observations() > 0) {
        errors.add(ErrorDiagnosis.of(posterior, stream.stream(), "", stream.observations()));
        stream
            .observationsByPlace()
            .forEach(
                (place, count) ->
                    errors.add(ErrorDiagnosis.of(posterior, stream.stream(), place, count)));
      }
    }
    return errors;
  }

  private static RunSummary.ErrorLine line(ErrorDiagnosis error) {
    double factor = error.errorFactor();
    return new RunSummary.ErrorLine(
        error.stream(),
        error.place().isEmpty() ? null : error.place(),
        error.count(),
        2 * error.misfit() / error.count(),
        error.freedom(),
        Double.isNaN(factor) ? null : factor,
        error.conflict());
  }

  private static List<RunSummary.SensitivityLine> sensitivity(
      RunPosterior found, List<ErrorDiagnosis> errors) {
    TargetJacobian means = found.atMinimum().only(PosteriorSummary::isMeanOfCarbon);
    List<Target.Quantity> quantities = means.targets().stream().map(Target::quantity).toList();
    int nep = quantities.indexOf(Target.Quantity.NEP);
    int gpp = quantities.indexOf(Target.Quantity.GPP);
    return Math.min(nep, gpp) < 0
        ? List.of()
        : Sensitivity.of(found.posterior(), means, errors).stream()
            .map(
                choice ->
                    new RunSummary.SensitivityLine(
                        choice.choice(),
                        choice.values()[nep],
                        choice.sigmas()[nep],
                        choice.values()[gpp],
                        choice.sigmas()[gpp],
                        choice.degreesOfFreedom()))
            .toList();
  }

  private static boolean isMeanOfCarbon(Target target) {
    return target.isGlobalMean(Target.Quantity.NEP) || target.isGlobalMean(Target.Quantity.GPP);
  }

  private static Map<String, Double> chiSquares(RunFindings findings) {
    Map<String, Double> found = new LinkedHashMap<>();
    for (StreamFindings stream : findings.streams()) {
      found.put(stream.stream(), stream.chiSquare().map(PriorPosterior::posterior).orElse(null));
    }
    return found;
  }

  static List<RunSummary.Target> targets(RunPosterior found) {
    List<EnsembleSpread> spreads = found.draws().map(Ensemble::spreads).orElse(null);
    return IntStream.range(0, found.targets().size())
        .mapToObj(
            t -> line(found.targets().get(t), spreads == null ? null : spreads.get(t).interval()))
        .toList();
  }

  static RunSummary.Draws draws(Ensemble ensemble) {
    double shape = ensemble.quality().importance().shape();
    return new RunSummary.Draws(
        ensemble.draws().size(),
        ensemble.failed(),
        ensemble.thrownAway(),
        Double.isNaN(shape) ? null : shape,
        ensemble.quality().effectiveDraws(),
        ensemble.quality().mixing().orElse(null),
        ensemble.quality().holds());
  }

  private static RunSummary.Target line(TargetEstimate estimate, EnsembleSpread.Interval interval) {
    return new RunSummary.Target(
        estimate.target().label(),
        estimate.target().quantity().unit(),
        new PriorPosterior(estimate.prior(), estimate.posterior()),
        new PriorPosterior(estimate.priorSigma(), estimate.posteriorSigma()),
        estimate.reduction(),
        interval);
  }

  static List<RunSummary.Minimum> minima(RunPosterior found) {
    return found.minima().ends().stream().map(PosteriorSummary::line).toList();
  }

  private static RunSummary.Minimum line(Minima.End end) {
    return new RunSummary.Minimum(end.cost(), end.converged(), end.squaredDistance());
  }
}
