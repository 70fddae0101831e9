package org.ccdas.pipelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.preview.Preview;
import org.ccdas.pipelines.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccdas preview}: what a run would read, assimilate and cost. */
@Command(
    name = "preview",
    description =
        "Tell what a run would read, assimilate and cost, before anything expensive; with the prior"
            + " misfit when the folder has the blocks already.")
final class PreviewCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private ExperimentArguments arguments;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "The folder of the run: looked at for blocks, and given the map.")
  private Location out;

  @Option(
      names = "--information",
      description =
          "Spend one pass with derivatives on the degrees of freedom that the observations would"
              + " determine; needs the blocks.")
  private boolean information;

  @Override
  public void run() {
    RunFolder folder = new RunFolder(out);
    try {
      new Preview(arguments.read(), folder, spec.commandLine().getOut()).print(information);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
