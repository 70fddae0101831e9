package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.demo.Demo;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.twin.TwinExperiment;
import org.ccdas.pipelines.twin.TwinFindings;
import org.ccdas.pipelines.twin.TwinFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccdas experiment twin-coverage}: whether the posterior is honest where truth is known. */
@Command(
    name = "twin-coverage",
    description =
        "Assimilate what known truths would give, and see whether they are as far from the result"
            + " as its uncertainty says. Fails when they are not.")
final class TwinCoverageCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "An experiment file (YAML), whose observations lend their places, days and errors; the"
              + " synthetic world of the demo when it is left out.")
  private Location file;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The folder that $${data} stands for in the file.")
  private Location data;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "The folder for results; made if it is missing.")
  private Location out;

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "20",
      description = "Number of draws; default ${DEFAULT-VALUE}.")
  private int draws;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the first draw, the others count on; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--resume",
      description = "Go on with the twins in the folder: those that are done are not run again.")
  private boolean resume;

  @Mixin private RunnerArguments runner;

  @Override
  public Integer call() {
    if (draws < 1) {
      throw new ParameterException(
          spec.commandLine(), "--draws is " + draws + ", it must be at least 1");
    }
    PrintWriter terminal = spec.commandLine().getOut();
    Consumer<String> progress =
        line -> {
          terminal.println(line);
          terminal.flush();
        };
    TwinFolder folder = TwinFolder.of(out);
    if (!resume) {
      folder.requireNoPlan();
    }
    try {
      Experiment experiment = experiment(folder, progress);
      TwinFindings findings =
          new TwinExperiment(
                  ProblemReader.read(experiment, folder.run(), progress), folder, resume, progress)
              .run(seed, draws);
      return findings.passed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Experiment experiment(TwinFolder folder, Consumer<String> progress) throws IOException {
    if (file != null) {
      return ExperimentFile.read(file, data, runner.override());
    }
    folder.run().create();
    Demo demo = new Demo(folder.run());
    Experiment experiment = demo.experiment(runner.override());
    demo.writeWorld(experiment, progress);
    return experiment;
  }
}
