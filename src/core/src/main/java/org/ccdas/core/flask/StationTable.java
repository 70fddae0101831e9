package org.ccdas.core.flask;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ccdas.core.InputException;

/**
 * The stations that a system knows, from a CSV file with the columns {@code code, alt_code, name,
 * lat, lon, elev_m, network, set, sigma_model_ppm, w_layer1, w_layer2, note}; lines that start with
 * {@code #} are comments.
 *
 * @param source file or resource that the table comes from
 * @param stations the stations in the order of the file
 */
public record StationTable(String source, List<Station> stations) implements Serializable {
  private static final String RESOURCE = "stations.csv";
  private static final List<String> COLUMNS =
      List.of(
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
    try (InputStream stream = StationTable.class.getResourceAsStream(RESOURCE);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return read(reader, RESOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @throws InputException when the file is absent, a column is missing, a value is out of range or
   *     a code stands twice
   */
  public static StationTable read(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, file.toString());
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(), "", "The station table does not exist", "Check the path", e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(),
          "",
          "The station table cannot be read (" + e.getMessage() + ")",
          "Save it as comma-separated UTF-8 text",
          e);
    }
  }

  private static StationTable read(Reader reader, String source) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    List<Station> stations = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    try (CSVParser parser = CSVParser.parse(reader, format)) {
      for (String column : COLUMNS) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new InputException(
              source,
              "header",
              "Column " + column + " is missing",
              "Give the columns " + String.join(",", COLUMNS));
        }
      }
      for (CSVRecord row : parser) {
        long line = parser.getCurrentLineNumber();
        Station station = station(row, source, line);
        claim(lines, station.code(), source, line);
        if (!station.alternativeCode().isEmpty()) {
          claim(lines, station.alternativeCode(), source, line);
        }
        stations.add(station);
      }
    }
    return new StationTable(source, stations);
  }

  private static void claim(Map<String, Long> lines, String code, String source, long line) {
    Long earlier = lines.putIfAbsent(code, line);
    if (earlier != null) {
      throw new InputException(
          source,
          "line " + line,
          "Station code " + code + " stands already in line " + earlier,
          "Give each station one line and each code to one station");
    }
  }

  private static Station station(CSVRecord row, String source, long line) {
    if (!row.isConsistent()) {
      throw new InputException(
          source,
          "line " + line,
          "Found " + row.size() + " fields where the header has " + COLUMNS.size(),
          "Give every column a field, empty when nothing is known");
    }
    try {
      return new Station(
          row.get("code").toUpperCase(Locale.ROOT),
          row.get("alt_code").toUpperCase(Locale.ROOT),
          row.get("name"),
          number(row, "lat"),
          number(row, "lon"),
          number(row, "elev_m"),
          row.get("network"),
          row.get("set"),
          number(row, "sigma_model_ppm"),
          number(row, "w_layer1"),
          number(row, "w_layer2"),
          row.get("note"));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          source, "line " + line, "Bad station: " + e.getMessage(), "Correct the value", e);
    }
  }

  private static double number(CSVRecord row, String column) {
    try {
      return Double.parseDouble(row.get(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(column + " is not a number (" + row.get(column) + ")", e);
    }
  }

  /**
   * The station of this code or alternative code.
   *
   * @throws InputException when there is none
   */
  public Station station(String code) {
    for (Station station : stations) {
      if (station.isCalled(code)) {
        return station;
      }
    }
    throw new InputException(
        source,
        "",
        "Station " + code + " is not in the table",
        "Add a line for it, or choose among "
            + String.join(" ", stations.stream().map(Station::code).toList()));
  }

  /** The stations of one set, in the order of the table. */
  public List<Station> inSet(String set) {
    return stations.stream().filter(station -> station.set().equals(set)).toList();
  }

  /**
   * The station of a record, at the coordinates that the record itself gives.
   *
   * @throws InputException when the table does not know its code
   */
  public Station stationOf(FlaskRecord record) {
    return station(record.code()).at(record.lat(), record.lon(), record.elevation());
  }
}
