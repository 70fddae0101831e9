package org.ccdas.pipelines;

import java.io.PrintWriter;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.config.ExperimentReference;
import org.ccdas.pipelines.config.ExperimentSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccdas config}: everything about experiment files. */
@Command(name = "config", description = "Explain and check experiment files.")
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name what to do: ccdas config keys, resolve or schema");
  }

  @Command(description = "Print all keys of the experiment file with types and defaults.")
  void keys() {
    print(ExperimentReference.markdown());
  }

  @Command(
      description = "Check an experiment file and print it with all defaults and resolved paths.")
  void resolve(
      @Parameters(paramLabel = "FILE", description = "The experiment file (YAML).") Location file,
      @Option(
              names = "--data",
              paramLabel = "FOLDER",
              description = "The folder that $${data} stands for in the file.")
          Location data) {
    print(ExperimentFile.toYaml(ExperimentFile.read(file, data)));
  }

  @Command(description = "Print the JSON schema of the experiment file.")
  void schema(
      @Option(names = "--comparison", description = "That of the comparison file instead.")
          boolean comparison) {
    print(comparison ? ExperimentSchema.ofComparison() : ExperimentSchema.json());
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
