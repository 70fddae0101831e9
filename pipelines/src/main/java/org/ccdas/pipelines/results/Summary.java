package org.ccdas.pipelines.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.report.run.ResultJson;
import org.ccdas.report.run.RunSummary;

/** Makes the summary of a run. */
final class Summary {
  private Summary() {}

  static RunSummary of(RunFindings findings) {
    RunOutcome outcome = findings.outcome();
    Evaluation prior = outcome.prior();
    Evaluation posterior = outcome.posterior();
    MonthAxis window = outcome.setup().window();
    Map<String, Integer> observations = new LinkedHashMap<>();
    Map<String, RunSummary.Fit> fits = new LinkedHashMap<>();
    Map<String, PriorPosterior> chiSquares = new LinkedHashMap<>();
    Map<String, JsonNode> details = new LinkedHashMap<>();
    for (StreamFindings stream : findings.streams()) {
      observations.put(stream.stream(), stream.observations());
      fits.put(
          stream.stream(), new RunSummary.Fit(tree(stream.assimilated()), tree(stream.heldOut())));
      chiSquares.put(stream.stream(), stream.chiSquare().orElse(null));
      stream.details().forEach((key, value) -> details.put(key, ResultJson.tree(value)));
    }
    return new RunSummary(
        outcome.problem().experiment().name(),
        outcome.problem().experiment().title(),
        findings.notes(),
        new RunSummary.Cost(prior.cost(), posterior.cost(), terms(prior, posterior)),
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
        new RunSummary.Window(window.first().toString(), window.last().toString()),
        outcome.runner(),
        findings.twin().orElse(null),
        details,
        global(findings.prior(), findings.posterior()),
        nppOverGpp(findings.prior(), findings.posterior()),
        findings.gates().stream()
            .map(
                gate ->
                    new RunSummary.GateLine(
                        gate.name(),
                        gate.unit(),
                        gate.experiment(),
                        gate.value(),
                        gate.range(),
                        gate.passed()))
            .toList(),
        Gate.NOT_CHECKED);
  }

  private static JsonNode tree(Optional<Object> fit) {
    return fit.map(ResultJson::tree).orElse(null);
  }

  private static Map<String, PriorPosterior> terms(Evaluation prior, Evaluation posterior) {
    Map<String, PriorPosterior> terms = new LinkedHashMap<>();
    terms.put(RunSummary.Cost.PRIOR_TERM, PriorPosterior.of(prior, posterior, Evaluation::prior));
    for (String stream : prior.streams().keySet()) {
      terms.put(stream, PriorPosterior.of(prior, posterior, e -> e.stream(stream).cost()));
    }
    return terms;
  }

  private static RunSummary.Global global(LandFluxes prior, LandFluxes posterior) {
    List<LandBudget.Year> before = LandBudget.years(prior);
    List<LandBudget.Year> after = LandBudget.years(posterior);
    List<RunSummary.Year> years = new ArrayList<>();
    for (int y = 0; y < before.size(); y++) {
      LandBudget.Year year = before.get(y);
      years.add(
          new RunSummary.Year(
              year.year(), year.months(), budget(year.budget(), after.get(y).budget())));
    }
    return new RunSummary.Global(budget(LandBudget.mean(prior), LandBudget.mean(posterior)), years);
  }

  private static RunSummary.Budget budget(LandBudget prior, LandBudget posterior) {
    return new RunSummary.Budget(
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
