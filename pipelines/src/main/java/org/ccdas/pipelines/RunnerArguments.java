package org.ccdas.pipelines;

import org.ccdas.pipelines.config.RunnerName;
import org.ccdas.pipelines.config.RunnerOverride;
import org.ccdas.pipelines.config.RunnerSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of every command that runs pipelines. */
final class RunnerArguments {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--runner",
      paramLabel = "RUNNER",
      description = "Where the pipelines run: ${COMPLETION-CANDIDATES}. Overrides runner.name.")
  private RunnerName runner;

  private String flinkMaster;

  @Option(
      names = "--flink-master",
      paramLabel = "HOST:PORT",
      description =
          "REST interface of the Flink cluster to run on; implies --runner flink. Overrides"
              + " runner.flinkMaster.")
  private void flinkMaster(String address) {
    if (!RunnerSettings.isFlinkMaster(address)) {
      throw new ParameterException(
          command.commandLine(),
          "Invalid value for option '--flink-master': '" + address + "' is not HOST:PORT");
    }
    this.flinkMaster = address;
  }

  /** What the command line says of the runner. */
  RunnerOverride override() {
    return new RunnerOverride(runner, flinkMaster);
  }

  /** The runner of a command that has no experiment file: the direct one unless told otherwise. */
  RunnerSettings settings() {
    return override().settings();
  }
}
