package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.results.Results;
import org.ccdas.pipelines.results.ResultsTable;
import org.ccdas.pipelines.run.AssimilationRun;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunLog;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccdas run}: one assimilation, from input files to posterior parameters. */
@Command(name = "run", description = "Run an assimilation, from input files to the posterior.")
final class RunCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private ExperimentArguments arguments;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "The folder for results; made if it is missing.")
  private Location out;

  @Option(
      names = "--resume",
      description =
          "Go on with the run in the folder, with the same bits as without a break. Without this"
              + " option a folder that has the state of a run is refused.")
  private boolean resume;

  @Option(
      names = "--resume-if-begun",
      description =
          "As --resume when the folder has a run, else begin one: for scripts that start a run again"
              + " when it was lost.")
  private boolean resumeIfBegun;

  @Override
  public void run() {
    PrintWriter terminal = spec.commandLine().getOut();
    Experiment experiment = arguments.read();
    RunFolder folder = new RunFolder(out);
    resume |= resumeIfBegun && StoredFiles.exists(folder.resolved());
    if (!resume) {
      folder.requireNoState();
    }
    RunLog log = RunLog.of(terminal, folder.progress(), experiment.minimiser());
    log.say(experiment.title());
    try {
      Problem problem = ProblemReader.read(experiment, folder, log::say);
      RunOutcome outcome = new AssimilationRun(problem, folder, resume, log).run();
      Results.write(outcome, folder);
      ResultsTable.print(outcome, folder, terminal);
      log.say("  " + Report.write(folder.root()).name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
