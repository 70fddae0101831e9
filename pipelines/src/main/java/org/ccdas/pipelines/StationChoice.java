package org.ccdas.pipelines;

import java.util.List;
import java.util.TreeSet;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that choose stations of the station table: by code, or a set. */
final class StationChoice {
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

  /**
   * The chosen stations.
   *
   * @param line of the command, for errors
   */
  List<Station> stations(CommandLine line, StationTable table) {
    if (set != null) {
      List<Station> stations = table.inSet(set);
      if (stations.isEmpty()) {
        TreeSet<String> sets = new TreeSet<>();
        table.stations().forEach(station -> sets.add(station.set()));
        throw wrongUse(line, "There is no set " + set + "; known are " + String.join(", ", sets));
      }
      return stations;
    }
    List<Station> stations = codes.stream().map(code -> station(line, table, code)).toList();
    for (int i = 0; i < stations.size(); i++) {
      if (stations.indexOf(stations.get(i)) != i) {
        throw wrongUse(line, "Station " + stations.get(i).code() + " is named twice");
      }
    }
    return stations;
  }

  private static Station station(CommandLine line, StationTable table, String code) {
    return table.stations().stream()
        .filter(station -> station.isCalled(code.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                wrongUse(
                    line,
                    "There is no station "
                        + code
                        + "; known are "
                        + String.join(" ", table.stations().stream().map(Station::code).toList())));
  }

  private static ParameterException wrongUse(CommandLine line, String problem) {
    return new ParameterException(line, problem);
  }
}
