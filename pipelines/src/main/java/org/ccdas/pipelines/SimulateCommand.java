package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.Ensemble.Distribution;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.ensemble.EnsembleFile;
import org.ccdas.pipelines.ensemble.EnsembleRun;
import org.ccdas.pipelines.ensemble.EnsembleTable;
import org.ccdas.pipelines.ensemble.Ensembles;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.EndedRun;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunLog;
import org.ccdas.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccdas simulate}: parameters drawn from a run's posterior and prior, run forward. */
@Command(
    name = "simulate",
    description =
        "Run parameters that are drawn from the posterior and the prior of a run forward, and"
            + " compare the spread of the fluxes with the linear uncertainties.")
final class SimulateCommand implements Runnable {
  /** What members are drawn from. */
  enum From {
    POSTERIOR(List.of(Distribution.POSTERIOR)),
    PRIOR(List.of(Distribution.PRIOR)),
    BOTH(List.of(Distribution.POSTERIOR, Distribution.PRIOR));

    private final List<Distribution> distributions;

    From(List<Distribution> distributions) {
      this.distributions = distributions;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "The folder of a run that has ended.")
  private Location run;

  @Option(
      names = "--ensemble",
      paramLabel = "N",
      required = true,
      description = "Members of each ensemble, at least 2; 200 tell a spread to 5 percent.")
  private int members;

  @Option(
      names = "--from",
      paramLabel = "WHICH",
      defaultValue = "both",
      description = "Draw from ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private From from;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the draws; default: the seed of the experiment.")
  private Long seed;

  @Mixin private RunnerArguments runner;

  @Override
  public void run() {
    if (members < Ensemble.FEWEST) {
      throw new ParameterException(
          spec.commandLine(),
          "--ensemble is " + members + ", it must be at least " + Ensemble.FEWEST);
    }
    RunFolder folder = new RunFolder(run);
    Experiment experiment = experiment(folder);
    PrintWriter out = spec.commandLine().getOut();
    say(out, experiment.title());
    try {
      long begun = System.nanoTime();
      Ensembles ensembles = ensembles(experiment, folder, out);
      EnsembleFile.write(ensembles, folder.result(EnsembleFile.NAME));
      EnsembleTable.write(ensembles, folder.result(EnsembleTable.NAME));
      EnsembleTable.print(ensembles, out);
      String page =
          StoredFiles.exists(folder.summary()) ? ", " + Report.write(folder.root()).name() : "";
      say(
          out,
          String.format(
              Locale.ROOT,
              "%nwrote %s, %s%s in %s: %.1f s",
              EnsembleFile.NAME,
              EnsembleTable.NAME,
              page,
              folder.root(),
              (System.nanoTime() - begun) * 1e-9));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ensembles ensembles(Experiment experiment, RunFolder folder, PrintWriter out)
      throws IOException {
    try {
      Problem problem = ProblemReader.read(experiment, folder, line -> say(out, line));
      EndedRun ended = EndedRun.of(problem, folder);
      say(out, "running " + from.distributions.size() * members + " members forward");
      return new EnsembleRun(
              problem,
              ended,
              seed == null ? experiment.seed() : seed,
              mixing -> say(out, RunLog.moved(mixing)))
          .run(members, from.distributions);
    } finally {
      folder.clearWork();
    }
  }

  private Experiment experiment(RunFolder folder) {
    if (!StoredFiles.exists(folder.resolved())) {
      throw new InputException(
          folder.root().toString(),
          "",
          "there is no run in this folder",
          "Name the folder that an assimilation was told with --out");
    }
    return ExperimentFile.read(folder.resolved(), null, runner.override());
  }

  private static void say(PrintWriter out, String text) {
    out.println(text);
    out.flush();
  }
}
