package org.ccdas.pipelines;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of every command that ingests files. */
final class IngestArguments {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--max-quarantine-share",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "Fail when more of the files cannot be used, 0..1 (default: ${DEFAULT-VALUE}).")
  private double share;

  /** The largest share of files that may be unusable. */
  double mostQuarantined() {
    if (!(share >= 0 && share <= 1)) {
      throw wrongUse("--max-quarantine-share must be within 0..1, got " + share);
    }
    return share;
  }

  /** What is wrong with the command line. */
  ParameterException wrongUse(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }
}
