package org.ccdas.pipelines;

import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that reads an experiment. */
final class ExperimentArguments {
  @Parameters(paramLabel = "FILE", description = "The experiment file (YAML).")
  private Location file;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The folder that $${data} stands for in the file.")
  private Location data;

  @Mixin private RunnerArguments runner;

  /** Reads the experiment. */
  Experiment read() {
    return ExperimentFile.read(file, data, runner.override());
  }
}
