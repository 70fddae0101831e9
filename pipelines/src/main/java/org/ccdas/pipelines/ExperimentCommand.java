package org.ccdas.pipelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.comparison.ComparisonRun;
import org.ccdas.pipelines.config.ComparisonFile;
import org.ccdas.pipelines.config.ComparisonPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccdas experiment}: several runs with the same prior, side by side. */
@Command(
    name = "experiment",
    subcommands = TwinCoverageCommand.class,
    description = "Run several assimilations with the same prior and compare them.")
final class ExperimentCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  // required here and not by picocli, because a subcommand takes the place of the file
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The comparison file (YAML): a base experiment and the members.")
  private Location file;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The folder that $${data} stands for in the base experiment.")
  private Location data;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "The folder for results, required; made if it is missing.")
  private Location out;

  @Option(
      names = "--resume",
      description =
          "Go on with the comparison in the folder: members that are done are not run again, one"
              + " that was interrupted goes on with the same bits.")
  private boolean resume;

  @Mixin private RunnerArguments runner;

  @Override
  public Integer call() {
    if (file == null) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
    }
    if (out == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--out=FOLDER'");
    }
    ComparisonPlan plan = ComparisonFile.read(file, data, runner.override());
    try {
      int failed =
          new ComparisonRun(plan, out, resume, spec.commandLine().getOut(), this::report).run();
      return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells of a member that failed, as the command line does of a command. */
  private String report(Exception e) {
    Failure failure = Failure.of(e);
    failure.print(spec.commandLine().getErr(), Ccdas.wantsStackTrace(spec));
    return failure.message().replaceFirst("^error: ", "");
  }
}
