package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.pipelines.transport.ResponseRun;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.tracer.TracerResponse;
import org.ccdas.transport.tracer.TracerSetup;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ccdas transport responses}: the tracer model's adjoint as a response file. */
@Command(
    name = "responses",
    description =
        "Compute the response of stations to the surface flux of every column of the tracer model,"
            + " at the coordinates of the station table, as a file for transport.kind: response."
            + " Goes on where it was interrupted.")
final class TransportResponsesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private RunnerArguments runner;

  @ArgGroup(multiplicity = "1")
  private StationChoice choice;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The response file (NetCDF); replaced if it is there.")
  private Location out;

  @Option(
      names = "--refine",
      paramLabel = "N",
      defaultValue = "1",
      description = "Columns and rows for each of the 36 x 24 (default: ${DEFAULT-VALUE}).")
  private int refinement;

  @Option(
      names = "--lags",
      paramLabel = "N",
      defaultValue = "48",
      description = "Months to go back, 1..48 (default: ${DEFAULT-VALUE}).")
  private int lags;

  @Override
  public void run() {
    if (refinement < 1 || refinement > 8 || lags < 1 || lags > Response.MAX_LAGS) {
      throw new ParameterException(
          spec.commandLine(), "--refine is 1 to 8, --lags 1 to " + Response.MAX_LAGS);
    }
    List<Receptor> receptors =
        choice.stations(spec.commandLine(), StationTable.standard()).stream()
            .map(Receptor::of)
            .toList();
    TracerSetup setup = TracerSetup.refined(refinement);
    BeamSession session = BeamSession.of(runner.settings());
    Response response;
    try {
      response = new ResponseRun(setup, receptors, lags, out).run(session);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(
        TransportCommand.describe(response)
            + String.format(
                Locale.ROOT,
                "; the last lag is within %.2g of well mixed; in ",
                TracerResponse.tailError(response))
            + out);
    terminal.flush();
  }
}
