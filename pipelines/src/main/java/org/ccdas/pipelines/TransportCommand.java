package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
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
            + " of the station table, as a file for transport.kind: response.")
final class TransportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Choice choice;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The response file (NetCDF); replaced if it is there.")
  private Location out;

  /** One of the ways to name stations. */
  private static final class Choice {
    @Option(
        names = "--stations",
        paramLabel = "CODE",
        split = ",",
        description = "Codes of the station table, for example ALT,BRW,MLO.")
    private List<String> codes;

    @Option(
        names = "--set",
        paramLabel = "SET",
        description = "All stations of a set: S10 (Scripps), N (marine), X (continental, high).")
    private String set;
  }

  @Override
  public void run() {
    List<Station> stations = stations(StationTable.standard());
    Response response = new ZonalBox().response(stations);
    try {
      ResponseFile.write(out, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(
        stations.size()
            + " stations, "
            + response.starts().count()
            + " start months, "
            + response.lags()
            + " lags, "
            + response.regions().size()
            + " regions in "
            + out);
    terminal.flush();
  }

  private List<Station> stations(StationTable table) {
    if (choice.set != null) {
      List<Station> stations = table.inSet(choice.set);
      if (stations.isEmpty()) {
        TreeSet<String> sets = new TreeSet<>();
        table.stations().forEach(station -> sets.add(station.set()));
        throw wrongUse("There is no set " + choice.set + "; known are " + String.join(", ", sets));
      }
      return stations;
    }
    List<Station> stations = choice.codes.stream().map(code -> station(table, code)).toList();
    for (int i = 0; i < stations.size(); i++) {
      if (stations.indexOf(stations.get(i)) != i) {
        throw wrongUse("Station " + stations.get(i).code() + " is named twice");
      }
    }
    return stations;
  }

  private Station station(StationTable table, String code) {
    return table.stations().stream()
        .filter(station -> station.isCalled(code.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                wrongUse(
                    "There is no station "
                        + code
                        + "; known are "
                        + String.join(" ", table.stations().stream().map(Station::code).toList())));
  }

  private ParameterException wrongUse(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
