package org.ccdas.pipelines;

import java.nio.file.Path;
import picocli.CommandLine.Command;
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
final class ExperimentCommand implements Runnable {
  @Spec private CommandSpec spec;

  // optional and not required, because a subcommand takes the place of the file
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The comparison file (YAML): a base experiment and the members.")
  private Path file;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The folder that $${data} stands for in the base experiment.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "The folder for results; made if it is missing.")
  private Path out;

  @Option(
      names = "--resume",
      description =
          "Go on with the comparison in the folder: members that are done are not run again.")
  private boolean resume;

  @Mixin private RunnerArguments runner;

  @Override
  public void run() {
    if (file == null) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
    }
    if (out == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--out=FOLDER'");
    }
    throw new UnsupportedOperationException("not wired yet");
  }
}
