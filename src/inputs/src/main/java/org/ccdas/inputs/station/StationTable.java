package org.ccdas.inputs.station;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;

/**
 * The stations that a system knows, from a CSV file with the columns {@code code, lat, lon} and, as
 * far as they are known, {@code alt_code, name, elev_m, network, set, sigma_model_ppm, w_layer1,
 * w_layer2, note}; lines that start with {@code #} are comments. What a line leaves out is as for
 * {@link Station#unlisted}.
 *
 * @param source file or resource that the table comes from
 * @param stations the stations in the order of the file
 */
public record StationTable(String source, List<Station> stations) implements Serializable {
  private static final String RESOURCE = "stations.csv";
  private static final String[] REQUIRED = {"code", "lat", "lon"};
  private static final Set<String> COLUMNS =
      Set.of(
          "code",
          "alt_code",
          "name",
          "lat",
          "lon",
          "elev_m",
          "network",
          "set",
          "sigma_model_ppm",
          "w_layer1",
          "w_layer2",
          "note");

  /** Takes its own copy of the list. */
  public StationTable {
    stations = List.copyOf(stations);
  }

  /** The table that comes with the system. */
  public static StationTable standard() {
    return of(CsvTable.resource(StationTable.class, RESOURCE, REQUIRED));
  }

  /**
   * Reads a table.
   *
   * @throws InputException when the file is absent, a column is missing, a value is out of range or
   *     a code stands twice
   */
  public static StationTable read(Location file) {
    return of(CsvTable.read(file, REQUIRED));
  }

  private static StationTable of(CsvTable table) {
    for (String column : table.columns()) {
      if (!COLUMNS.contains(column.toLowerCase(Locale.ROOT))) {
        throw new InputException(
            table.file(),
            "header",
            "there is no use for a column " + column,
            "Columns are " + String.join(",", new TreeSet<>(COLUMNS)));
      }
    }
    List<Station> stations = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    for (CsvTable.Row row : table.rows()) {
      Station station = station(row);
      claim(places, station.code(), row);
      if (!station.alternativeCode().isEmpty()) {
        claim(places, station.alternativeCode(), row);
      }
      stations.add(station);
    }
    return new StationTable(table.file(), stations);
  }

  private static void claim(Map<String, String> places, String code, CsvTable.Row row) {
    String earlier = places.putIfAbsent(code, row.place());
    if (earlier != null) {
      throw row.problem(
          "station code " + code + " stands already in " + earlier,
          "Give each station one line and each code to one station");
    }
  }

  private static Station station(CsvTable.Row row) {
    double elevation = number(row, "elev_m", 0);
    double lower =
        row.find("w_layer2").isPresent()
            ? number(row, "w_layer1", 1 - row.number("w_layer2"))
            : number(row, "w_layer1", Station.lowerLayerWeight(elevation));
    try {
      return new Station(
          row.text("code").toUpperCase(Locale.ROOT),
          row.find("alt_code").orElse("").toUpperCase(Locale.ROOT),
          row.find("name").orElse(""),
          row.number("lat"),
          row.number("lon"),
          elevation,
          row.find("network").orElse(""),
          row.find("set").orElse("none"),
          number(row, "sigma_model_ppm", Station.UNLISTED_ERROR),
          lower,
          number(row, "w_layer2", 1 - lower),
          row.find("note").orElse(""));
    } catch (IllegalArgumentException e) {
      throw row.problem("bad station: " + e.getMessage(), "Correct the value", e);
    }
  }

  private static double number(CsvTable.Row row, String column, double otherwise) {
    return row.find(column).isPresent() ? row.number(column) : otherwise;
  }

  /** The station of this code or alternative code, if the table has it. */
  public Optional<Station> find(String code) {
    return stations.stream().filter(station -> station.isCalled(code)).findFirst();
  }

  /**
   * The station of this code or alternative code.
   *
   * @throws InputException when there is none
   */
  public Station station(String code) {
    return find(code)
        .orElseThrow(
            () ->
                new InputException(
                    source,
                    "",
                    "Station " + code + " is not in the table",
                    "Add a line for it, or choose among "
                        + String.join(" ", stations.stream().map(Station::code).toList())));
  }

  /** The stations of one set, in the order of the table. */
  public List<Station> inSet(String set) {
    return stations.stream().filter(station -> station.set().equals(set)).toList();
  }
}
