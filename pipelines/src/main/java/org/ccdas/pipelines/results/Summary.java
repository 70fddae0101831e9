package org.ccdas.pipelines.results;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.pipelines.run.RunOutcome;

/** The numbers of a run as {@code summary.json} has them; {@code docs/results.md} explains each. */
record Summary(
    String name,
    String title,
    List<String> notes,
    Cost cost,
    Map<String, Integer> observations,
    Map<String, Fit> fit,
    Map<String, PriorPosterior> chiSquare,
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
    @JsonIgnore Map<String, Object> details,
    Global global,
    Map<String, PriorPosterior> nppOverGpp,
    List<GateLine> gates,
    List<String> gatesNotChecked) {

  /** The cost, and by term: {@code prior}, and every stream. */
  record Cost(double prior, double posterior, Map<String, PriorPosterior> terms) {}

  /** The fit to what is assimilated and to what is held out; null for none of it. */
  record Fit(Object assimilated, Object heldOut) {}

  record Window(String first, String last) {}

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
    Map<String, Integer> observations = new LinkedHashMap<>();
    Map<String, Fit> fits = new LinkedHashMap<>();
    Map<String, PriorPosterior> chiSquares = new LinkedHashMap<>();
    Map<String, Object> details = new LinkedHashMap<>();
    for (StreamFindings stream : findings.streams()) {
      observations.put(stream.stream(), stream.observations());
      fits.put(
          stream.stream(),
          new Fit(stream.assimilated().orElse(null), stream.heldOut().orElse(null)));
      chiSquares.put(stream.stream(), stream.chiSquare().orElse(null));
      details.putAll(stream.details());
    }
    return new Summary(
        outcome.problem().experiment().name(),
        outcome.problem().experiment().title(),
        findings.notes(),
        new Cost(prior.cost(), posterior.cost(), terms(prior, posterior)),
        observations,
        fits,
        chiSquares,
        findings.gradientNorm(),
        outcome.problem().experiment().minimiser().kind().toString(),
        outcome.minimiser().converged(),
        outcome.minimiser().reason(),
        outcome.minimiser().iterations(),
        outcome.minimiser().evaluations(),
        outcome.minimiser().passes(),
        outcome.uncertainty().map(PosteriorSummary::minima).orElse(null),
        outcome.uncertainty().map(found -> PosteriorSummary.of(findings, found)).orElse(null),
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
        details,
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

  /** What the streams add, each under its own keys. */
  @JsonAnyGetter
  Map<String, Object> streams() {
    return details;
  }

  private static Map<String, PriorPosterior> terms(Evaluation prior, Evaluation posterior) {
    Map<String, PriorPosterior> terms = new LinkedHashMap<>();
    terms.put("prior", PriorPosterior.of(prior, posterior, Evaluation::prior));
    for (String stream : prior.streams().keySet()) {
      terms.put(stream, PriorPosterior.of(prior, posterior, e -> e.stream(stream).cost()));
    }
    return terms;
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
