package org.ccdas.pipelines.results;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.observe.stream.TableLines;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.report.run.TwinErrors;

/** The results of a run in a screenful of text. */
public final class ResultsTable {
  private static final int FILES_A_LINE = 5;
  private static final int PARAMETERS = 10;

  private final RunFindings findings;
  private final TableLines lines;

  private ResultsTable(RunFindings findings, TableLines lines) {
    this.findings = findings;
    this.lines = lines;
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
    RunFindings findings = RunFindings.of(outcome, twin);
    TableLines lines = new TableLines(out);
    ResultsTable table = new ResultsTable(findings, lines);
    table.heading();
    table.cost();
    twin.ifPresent(table::twin);
    findings.streams().forEach(stream -> stream.print(lines));
    LandLines.print(findings, lines);
    outcome
        .uncertainty()
        .ifPresentOrElse(
            found -> {
              PosteriorLines.parameters(findings, found, lines);
              PosteriorLines.print(found, lines);
            },
            table::parameters);
    table.files(folder);
    out.flush();
  }

  private void heading() {
    RunOutcome outcome = findings.outcome();
    lines.line("");
    lines.line("%s", outcome.problem().experiment().title());
    lines.line(
        "%s after %d iterations, %d evaluations in %d passes:",
        outcome.minimiser().converged() ? "Converged" : "Not converged",
        outcome.minimiser().iterations(),
        outcome.minimiser().evaluations(),
        outcome.minimiser().passes());
    lines.line("  %s", outcome.minimiser().reason());
    findings.notes().forEach(note -> lines.line("%s", note));
  }

  private void cost() {
    lines.heading("cost");
    term("prior, 1/2 |x|^2", Evaluation::prior);
    for (StreamFindings stream : findings.streams()) {
      term(stream.title(), evaluation -> evaluation.stream(stream.stream()).cost());
    }
    term("total J", Evaluation::cost);
    for (StreamFindings stream : findings.streams()) {
      stream
          .chiSquare()
          .ifPresent(
              chiSquare ->
                  lines.row(
                      "chi-square of " + stream.observations() + " values, " + stream.title(),
                      chiSquare,
                      3,
                      ""));
    }
    PriorPosterior norm = findings.gradientNorm();
    lines.line("%-36s %12.4g %12.4g", "norm of the gradient", norm.prior(), norm.posterior());
  }

  private void term(String name, ToDoubleFunction<Evaluation> term) {
    RunOutcome outcome = findings.outcome();
    lines.row(name, PriorPosterior.of(outcome.prior(), outcome.posterior(), term), 4, "");
  }

  private void twin(TwinErrors twin) {
    lines.heading("rms distance from the truth");
    lines.row(
        "monthly NEP of cells, gC m-2 month-1",
        new PriorPosterior(twin.fluxErrorPrior(), twin.fluxErrorPosterior()),
        4,
        "");
    lines.row(
        "daily soil moisture of cells, m3 m-3",
        new PriorPosterior(twin.moistureErrorPrior(), twin.moistureErrorPosterior()),
        5,
        "");
    lines.row(
        "parameters, prior sigmas",
        new PriorPosterior(twin.parameterErrorPrior(), twin.parameterErrorPosterior()),
        4,
        "");
    lines.line(
        "gradient of the misfit at the truth without noise, as a share of that at the prior: %.1e",
        twin.gradientAtTruth());
  }

  private void parameters() {
    ControlVector control = findings.outcome().setup().control();
    double[] x = findings.outcome().minimiser().x();
    double[] posterior = control.physical(x);
    lines.line("");
    lines.line(
        "%-36s %12s %12s %7s  %s", "parameters that moved most", "prior", "posterior", "x", "unit");
    IntStream.range(0, x.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(x[i])))
        .limit(PARAMETERS)
        .forEach(
            i -> {
              Parameter parameter = control.parameter(i);
              lines.line(
                  "%-36s %12.5g %12.5g %7.2f  %s",
                  parameter.label(), parameter.prior(), posterior[i], x[i], parameter.unit());
            });
  }

  private void files(RunFolder folder) {
    lines.line("");
    lines.line("Results in %s:", folder.root());
    // some files are there only when a run has what they are made of
    List<String> there =
        Stream.concat(
                Results.files(findings).stream(),
                Stream.of(folder.provenance(), folder.resolved()).map(file -> file.name()))
            .filter(name -> StoredFiles.exists(folder.result(name)))
            .toList();
    for (int from = 0; from < there.size(); from += FILES_A_LINE) {
      int to = Math.min(from + FILES_A_LINE, there.size());
      lines.line("  %s", String.join("  ", there.subList(from, to)));
    }
  }
}
