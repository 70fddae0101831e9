package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.demo.Demo;
import org.ccdas.pipelines.results.Results;
import org.ccdas.pipelines.results.ResultsTable;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunLog;
import org.ccdas.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccdas demo}: a small synthetic world through the whole system. */
@Command(
    name = "demo",
    description = "Make a small synthetic world and assimilate it; takes about two minutes.")
final class DemoCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "The folder for the world and the results; made if it is missing.")
  private Location out;

  @Option(
      names = "--resume",
      description = "Go on with the demo in the folder, with the same bits as without a break.")
  private boolean resume;

  @Mixin private RunnerArguments runner;

  @Override
  public void run() {
    PrintWriter terminal = spec.commandLine().getOut();
    RunFolder folder = new RunFolder(out);
    if (!resume) {
      folder.requireNoState();
    }
    folder.create();
    Demo demo = new Demo(folder);
    try {
      Experiment experiment = demo.experiment(runner.override());
      RunLog log = RunLog.of(terminal, folder.progress(), experiment.minimiser());
      log.say(experiment.title());
      Demo.Outcome outcome = demo.run(experiment, resume, log);
      Results.write(outcome.run(), folder, Optional.of(outcome.twin()));
      ResultsTable.print(outcome.run(), folder, Optional.of(outcome.twin()), terminal);
      log.say("  " + Report.write(folder.root()).name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
