package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.transport.TransportEvaluation;
import org.ccdas.transport.tracer.MixingConstants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccdas transport evaluate}: the transport models before real data. */
@Command(
    name = "evaluate",
    description =
        "Put the built-in transport models before SF6, the fluxes of CarbonTracker and flasks: a page"
            + " with plots; the last lines printed are the key figures.")
final class TransportEvaluateCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      required = true,
      description = "Folder with the data; docs/transport.md lists the files.")
  private Location data;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Folder for the page; made if it is missing.")
  private Location out;

  @Option(
      names = "--refit",
      description =
          "Fit the mixing constants of the tracer model to SF6 of 1995 to 2001 first, and use them"
              + " instead of the shipped ones.")
  private boolean refit;

  @Override
  public void run() {
    PrintWriter terminal = spec.commandLine().getOut();
    TransportEvaluation evaluation = new TransportEvaluation(data, out);
    MixingConstants constants = refit ? evaluation.fit() : MixingConstants.standard();
    terminal.println(constants);
    try {
      for (String line :
          evaluation.run(
              constants,
              step -> {
                terminal.println(step);
                terminal.flush();
              })) {
        terminal.println(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal.flush();
  }
}
