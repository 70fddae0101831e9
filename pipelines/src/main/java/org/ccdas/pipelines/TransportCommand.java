package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.transport.Response;
import org.ccdas.transport.ResponseFile;
import org.ccdas.transport.ZonalBox;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ccdas transport}: the built-in transport model as a response file. */
@Command(
    name = "transport",
    description =
        "Write the response of the built-in zonal box model at some stations, at the coordinates"
            + " of the station table, as a file for transport.kind: response. Subcommands work with"
            + " the tracer model.",
    subcommands = {TransportResponsesCommand.class, TransportEvaluateCommand.class})
final class TransportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "0..1")
  private StationChoice choice;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The response file (NetCDF); replaced if it is there.")
  private Location out;

  @Override
  public void run() {
    if (choice == null || out == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Missing required argument: --out and one of --stations and --set, or a subcommand");
    }
    List<Station> stations = choice.stations(spec.commandLine(), StationTable.standard());
    Response response = new ZonalBox().response(stations);
    try {
      ResponseFile.write(out, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(describe(response) + " in " + out);
    terminal.flush();
  }

  /** Stations, start months, lags and regions of a response, for the terminal. */
  static String describe(Response response) {
    return response.receptors().size()
        + " stations, "
        + response.starts().count()
        + " start months, "
        + response.lags()
        + " lags, "
        + response.regions().size()
        + " regions";
  }
}
