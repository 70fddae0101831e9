package org.ccdas.pipelines;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.pipelines.config.RunnerName;
import org.ccdas.pipelines.config.RunnerOptions;
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

  private final Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--runner-options",
      paramLabel = "NAME=VALUE,...",
      description =
          "The runner's own options by Beam's names for them, for example objectReuse=true for"
              + " flink. Added to runner.options; may be repeated.")
  private void options(String text) {
    try {
      options.putAll(RunnerOptions.parse(text));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(),
          "Invalid value for option '--runner-options': " + e.getMessage(),
          e);
    }
  }

  /** What the command line says of the runner. */
  RunnerOverride override() {
    return new RunnerOverride(runner, flinkMaster, options);
  }

  /** The runner of a command that has no experiment file: the direct one unless told otherwise. */
  RunnerSettings settings() {
    try {
      return override().settings();
    } catch (InvalidSetting e) {
      throw new ParameterException(
          command.commandLine(),
          "Invalid value for option '--runner-options': " + e.problem() + ". " + e.remedy() + ".",
          e);
    }
  }
}
