package org.ccdas.pipelines.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.co2.StationStatistics;
import org.ccdas.observe.flask.SampleCounts;
import org.ccdas.pipelines.run.RunOutcome;

/** The numbers of a run as {@code summary.json} has them; {@code docs/results.md} explains each. */
record Summary(
    String name,
    String title,
    List<String> notes,
    Cost cost,
    Observations observations,
    Fit fit,
    PriorPosterior chiSquare,
    PriorPosterior gradientNorm,
    String minimiser,
    boolean converged,
    String stoppedBecause,
    int iterations,
    int evaluations,
    int passes,
    List<PosteriorSummary.MinimumLine> minima,
    PosteriorSummary posterior,
    List<PosteriorSummary.TargetLine> targets,
    Map<String, Double> seconds,
    int cells,
    int tiles,
    int tilesWithoutCarbon,
    int parameters,
    int days,
    Window window,
    String runner,
    @JsonInclude(JsonInclude.Include.NON_NULL) TwinErrors twin,
    List<StationLine> stations,
    MoistureSummary soilMoisture,
    Global global,
    Map<String, PriorPosterior> nppOverGpp,
    List<GateLine> gates,
    List<String> gatesNotChecked) {

  record Cost(double prior, double posterior, Terms terms) {}

  /** A term that the system does not have is null. */
  record Terms(PriorPosterior background, PriorPosterior co2, PriorPosterior soilMoisture) {}

  /** Numbers of values that enter the misfit; null for a stream that the system does not have. */
  record Observations(int co2, Integer soilMoisture) {}

  /** The fit to what is assimilated and to what is held out, by stream; null for none of it. */
  record Fit(Parts<Co2Fit> co2, Parts<MoistureFit> soilMoisture) {}

  record Parts<T>(T assimilated, T heldOut) {}

  record Window(String first, String last) {}

  record StationLine(
      String code,
      String name,
      double lat,
      double lon,
      String label,
      boolean assimilated,
      int n,
      PriorPosterior chiSquare,
      PriorPosterior rmse,
      PriorPosterior bias,
      PriorPosterior r,
      Compared amplitude,
      Compared growth,
      SampleCounts samples) {}

  record Compared(double observed, double prior, double posterior) {}

  record Global(Budget mean, List<YearLine> years) {}

  record Budget(
      PriorPosterior gpp,
      PriorPosterior npp,
      PriorPosterior nep,
      PriorPosterior evapotranspiration) {}

  record YearLine(int year, int months, Budget budget) {}

  record GateLine(
      String name,
      String unit,
      String experiment,
      double value,
      List<Double> range,
      boolean passed) {}

  static Summary of(RunFindings findings) {
    RunOutcome outcome = findings.outcome();
    Evaluation prior = outcome.prior();
    Evaluation posterior = outcome.posterior();
    MonthAxis window = outcome.setup().window();
    MoistureSummary moisture = MoistureSummary.of(findings.moisture());
    return new Summary(
        outcome.problem().experiment().name(),
        outcome.problem().experiment().title(),
        findings.notes(),
        new Cost(
            prior.cost(),
            posterior.cost(),
            new Terms(
                PriorPosterior.of(prior, posterior, Evaluation::background),
                PriorPosterior.of(prior, posterior, Evaluation::co2),
                moisture == null
                    ? null
                    : PriorPosterior.of(prior, posterior, Evaluation::soilMoisture))),
        new Observations(
            outcome.setup().co2().count(), moisture == null ? null : moisture.observations()),
        new Fit(
            new Parts<>(Co2Fit.assimilated(outcome), Co2Fit.heldOut(outcome)),
            new Parts<>(
                MoistureFit.assimilated(findings.moisture()),
                MoistureFit.heldOut(findings.moisture()))),
        findings.chiSquare(),
        findings.gradientNorm(),
        outcome.problem().experiment().minimiser().kind().toString(),
        outcome.minimiser().converged(),
        outcome.minimiser().reason(),
        outcome.minimiser().iterations(),
        outcome.minimiser().evaluations(),
        outcome.minimiser().passes(),
        outcome.uncertainty().map(PosteriorSummary::minima).orElse(null),
        outcome.uncertainty().map(found -> PosteriorSummary.of(outcome, found)).orElse(null),
        outcome.uncertainty().map(PosteriorSummary::targets).orElse(null),
        outcome.seconds(),
        outcome.manifest().cells(),
        outcome.manifest().tiles(),
        outcome.setup().frozen().count(),
        outcome.setup().control().size(),
        outcome.setup().schedule().steps(),
        new Window(window.first().toString(), window.last().toString()),
        outcome.runner(),
        findings.twin().orElse(null),
        findings.stations().stream().map(Summary::line).toList(),
        moisture,
        global(findings.prior(), findings.posterior()),
        nppOverGpp(findings.prior(), findings.posterior()),
        findings.gates().stream()
            .map(
                gate ->
                    new GateLine(
                        gate.name(),
                        gate.unit(),
                        gate.experiment(),
                        gate.value(),
                        gate.range(),
                        gate.passed()))
            .toList(),
        Gate.NOT_CHECKED);
  }

  private static StationLine line(StationComparison station) {
    StationStatistics prior = station.priorStatistics();
    StationStatistics posterior = station.posteriorStatistics();
    return new StationLine(
        station.station().code(),
        station.station().name(),
        station.station().lat(),
        station.station().lon(),
        Results.word(station.label()),
        station.assimilated(),
        prior.count(),
        station.chiSquare(),
        PriorPosterior.of(prior, posterior, StationStatistics::rmse),
        PriorPosterior.of(prior, posterior, StationStatistics::bias),
        PriorPosterior.of(prior, posterior, StationStatistics::correlation),
        new Compared(
            prior.observedAmplitude(), prior.modelledAmplitude(), posterior.modelledAmplitude()),
        new Compared(prior.observedGrowth(), prior.modelledGrowth(), posterior.modelledGrowth()),
        station.samples().orElse(null));
  }

  private static Global global(LandFluxes prior, LandFluxes posterior) {
    List<LandBudget.Year> before = LandBudget.years(prior);
    List<LandBudget.Year> after = LandBudget.years(posterior);
    List<YearLine> years = new ArrayList<>();
    for (int y = 0; y < before.size(); y++) {
      LandBudget.Year year = before.get(y);
      years.add(
          new YearLine(year.year(), year.months(), budget(year.budget(), after.get(y).budget())));
    }
    return new Global(budget(LandBudget.mean(prior), LandBudget.mean(posterior)), years);
  }

  private static Budget budget(LandBudget prior, LandBudget posterior) {
    return new Budget(
        PriorPosterior.of(prior, posterior, LandBudget::gpp),
        PriorPosterior.of(prior, posterior, LandBudget::npp),
        PriorPosterior.of(prior, posterior, LandBudget::nep),
        PriorPosterior.of(prior, posterior, LandBudget::evapotranspiration));
  }

  private static Map<String, PriorPosterior> nppOverGpp(LandFluxes prior, LandFluxes posterior) {
    Map<Integer, Double> after = LandBudget.nppOverGpp(posterior);
    Map<String, PriorPosterior> ratios = new LinkedHashMap<>();
    LandBudget.nppOverGpp(prior)
        .forEach(
            (pft, ratio) ->
                ratios.put(
                    LandBudget.code(pft),
                    new PriorPosterior(ratio, after.getOrDefault(pft, Double.NaN))));
    return ratios;
  }
}
