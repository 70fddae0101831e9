package org.ccdas.pipelines.results;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ccdas.core.control.ControlVector;
import org.ccdas.core.control.Parameter;
import org.ccdas.core.evaluation.Evaluation;
import org.ccdas.core.observation.StationStatistics;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunOutcome;

/** The results of a run in a screenful of text. */
public final class ResultsTable {
  private static final int PARAMETERS = 10;

  private final RunFindings findings;
  private final PrintWriter out;

  private ResultsTable(RunFindings findings, PrintWriter out) {
    this.findings = findings;
    this.out = out;
  }

  /** Prints the results of a run, whose files are in the folder. */
  public static void print(RunOutcome outcome, RunFolder folder, PrintWriter out) {
    print(outcome, folder, Optional.empty(), out);
  }

  /**
   * Prints the results of a run.
   *
   * @param twin how near a twin experiment came to its truth; empty with real observations
   */
  public static void print(
      RunOutcome outcome, RunFolder folder, Optional<TwinErrors> twin, PrintWriter out) {
    ResultsTable table = new ResultsTable(RunFindings.of(outcome, twin), out);
    table.heading();
    table.cost();
    twin.ifPresent(table::twin);
    table.stations();
    table.land();
    table.parameters();
    table.files(folder);
    out.flush();
  }

  private void heading() {
    RunOutcome outcome = findings.outcome();
    line("");
    line("%s", outcome.problem().experiment().title());
    line(
        "%s after %d iterations and %d evaluations: %s",
        outcome.minimiser().converged() ? "Converged" : "Not converged",
        outcome.minimiser().iterations(),
        outcome.minimiser().evaluations(),
        outcome.minimiser().reason());
    findings.notes().forEach(note -> line("%s", note));
  }

  private void cost() {
    line("");
    line("%-36s %12s %12s", "cost", "prior", "posterior");
    cost("background, 1/2 |x|^2", Evaluation::background);
    cost("CO2", Evaluation::co2);
    cost("total J", Evaluation::cost);
    row(
        "chi-square, 2 J_CO2 / " + findings.outcome().setup().co2().count() + " observations",
        "%12.3f",
        findings.chiSquare());
    row("norm of the gradient", "%12.4g", findings.gradientNorm());
  }

  private void cost(String name, java.util.function.ToDoubleFunction<Evaluation> term) {
    row(
        name,
        "%12.4f",
        PriorPosterior.of(findings.outcome().prior(), findings.outcome().posterior(), term));
  }

  private void row(String name, String format, PriorPosterior value) {
    line("%-36s " + format + " " + format, name, value.prior(), value.posterior());
  }

  private void twin(TwinErrors twin) {
    line("");
    line("%-36s %12s %12s", "distance from the truth (rms)", "prior", "posterior");
    row(
        "monthly NEP of the cells, gC m-2 d-1",
        "%12.4f",
        new PriorPosterior(twin.fluxErrorPrior(), twin.fluxErrorPosterior()));
    row(
        "parameters, prior standard deviations",
        "%12.4f",
        new PriorPosterior(twin.parameterErrorPrior(), twin.parameterErrorPosterior()));
    line(
        "gradient of the misfit at the truth without noise, as a share of that at the prior: %.1e",
        twin.gradientAtTruth());
  }

  private void stations() {
    line("");
    line(
        "%-13s %3s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s",
        "CO2, ppm", "", "rmse", "", "bias", "", "ampl.", "", "", "growth", "", "");
    line(
        "%-13s %3s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s",
        "station", "n", "prior", "post", "prior", "post", "obs", "prior", "post", "obs", "prior",
        "post");
    findings.stations().stream().filter(StationComparison::assimilated).forEach(this::station);
    List<StationComparison> heldOut =
        findings.stations().stream().filter(station -> !station.assimilated()).toList();
    if (!heldOut.isEmpty()) {
      line("not assimilated:");
      heldOut.forEach(this::station);
    }
  }

  private void station(StationComparison station) {
    StationStatistics prior = station.priorStatistics();
    StationStatistics posterior = station.posteriorStatistics();
    line(
        "%-13s %3d %s",
        station.station().code()
            + (station.label() == org.ccdas.core.flask.FlaskRecord.Label.FLASK
                ? ""
                : " " + Results.word(station.label())),
        prior.count(),
        numbers(
            prior.rmse(),
            posterior.rmse(),
            prior.bias(),
            posterior.bias(),
            prior.observedAmplitude(),
            prior.modelledAmplitude(),
            posterior.modelledAmplitude(),
            prior.observedGrowth(),
            prior.modelledGrowth(),
            posterior.modelledGrowth()));
  }

  /** Two decimals; a dash for what cannot be told. */
  private static String numbers(double... values) {
    List<String> texts = new ArrayList<>();
    for (double value : values) {
      texts.add(Double.isNaN(value) ? "     -" : String.format(Locale.ROOT, "%6.2f", value));
    }
    return String.join(" ", texts);
  }

  private void land() {
    LandBudget prior = LandBudget.mean(findings.prior());
    LandBudget posterior = LandBudget.mean(findings.posterior());
    line("");
    line("%-36s %12s %12s  %s", "all land", "prior", "posterior", "plausible");
    row("NEP, PgC yr-1 (uptake positive)", "%12.3f", of(prior.nep(), posterior.nep()));
    row("NPP, PgC yr-1", "%12.2f", of(prior.npp(), posterior.npp()));
    gate("gpp", "GPP, PgC yr-1", "%12.2f");
    gate("evapotranspiration", "ET, mm yr-1 of the vegetated area", "%12.1f");
    gate("topMoisture", "moisture of the top layer, m3 m-3", "%12.3f");
    gate("areaWithoutCarbon", "area share of tiles without carbon", "%12.3f");
    gate("closure", "|sum NEP| / sum NPP where beta is 1", "%12.1e");
    Map<Integer, Double> before = LandBudget.nppOverGpp(findings.prior());
    before.forEach(
        (pft, ratio) -> {
          String code = LandBudget.code(pft);
          gate("nppOverGpp " + code, "NPP/GPP " + code, "%12.2f");
        });
  }

  private static PriorPosterior of(double prior, double posterior) {
    return new PriorPosterior(prior, posterior);
  }

  private void gate(String name, String text, String format) {
    Optional<Gate> prior = find(name, "prior");
    Optional<Gate> posterior = find(name, "posterior");
    prior.ifPresent(
        gate ->
            line(
                "%-36s %s %s  %s to %s%s",
                text,
                String.format(Locale.ROOT, format, gate.value()),
                posterior.isPresent()
                    ? String.format(Locale.ROOT, format, posterior.get().value())
                    : " ".repeat(12),
                short3(gate.range().get(0)),
                short3(gate.range().get(1)),
                verdict(gate, posterior)));
  }

  private Optional<Gate> find(String name, String experiment) {
    return findings.gates().stream()
        .filter(gate -> gate.name().equals(name) && gate.experiment().equals(experiment))
        .findFirst();
  }

  private static String short3(double value) {
    return String.format(Locale.ROOT, "%.3g", value)
        .replaceFirst("(\\.\\d*?)0+$", "$1")
        .replaceFirst("\\.$", "");
  }

  private static String verdict(Gate prior, Optional<Gate> posterior) {
    if (!prior.passed()) {
      return posterior.isPresent() && posterior.get().passed() ? "  PRIOR OUTSIDE" : "  OUTSIDE";
    }
    return posterior.isPresent() && !posterior.get().passed() ? "  POSTERIOR OUTSIDE" : "";
  }

  private void parameters() {
    ControlVector control = findings.outcome().setup().control();
    double[] x = findings.outcome().minimiser().x();
    double[] posterior = control.physical(x);
    line("");
    line(
        "%-36s %12s %12s %7s  %s", "parameters that moved most", "prior", "posterior", "x", "unit");
    IntStream.range(0, x.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(x[i])))
        .limit(PARAMETERS)
        .forEach(
            i -> {
              Parameter parameter = control.parameter(i);
              line(
                  "%-36s %12.5g %12.5g %7.2f  %s",
                  parameter.label(), parameter.prior(), posterior[i], x[i], parameter.unit());
            });
  }

  private void files(RunFolder folder) {
    line("");
    line("Results in %s:", folder.root());
    line("  %s %s %s %s", Results.PARAMETERS, Results.FLUXES, Results.STATIONS, Results.COST);
    line(
        "  %s %s %s",
        folder.summary().getFileName(),
        folder.provenance().getFileName(),
        folder.resolved().getFileName());
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
