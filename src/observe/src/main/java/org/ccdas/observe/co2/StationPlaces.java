package org.ccdas.observe.co2;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.observe.station.RecordPlace;
import org.ccdas.observe.station.StationRecord;

/**
 * Where the stations of an experiment are and how they are seen (spec section 16.6): as the user's
 * table says; else as the table of the system says, at the coordinates of the file where it gives
 * any; else as the file alone says.
 *
 * @param given table of the user
 * @param standard table of the system
 */
record StationPlaces(Optional<StationTable> given, StationTable standard) {
  static StationPlaces of(Co2Settings settings) {
    return new StationPlaces(
        Optional.ofNullable(settings.stationTable()).map(path -> StationTable.read(path.path())),
        StationTable.standard());
  }

  /** The user's table, where there is one. */
  List<Location> files() {
    return given.map(table -> Location.of(table.source())).stream().toList();
  }

  private Optional<Station> listed(String code) {
    return given.flatMap(table -> table.find(code)).or(() -> standard.find(code));
  }

  /** Whether a table has the station. */
  boolean lists(String called) {
    return listed(called).isPresent();
  }

  /** The code of the station that an experiment calls so, in upper case. */
  String code(String called) {
    return listed(called).map(Station::code).orElse(called.toUpperCase(Locale.ROOT));
  }

  /** All that files may call a station, in upper case. */
  List<String> codes(String called) {
    return listed(called)
        .map(station -> Stream.of(station.code(), station.alternativeCode()))
        .orElseGet(() -> Stream.of(called.toUpperCase(Locale.ROOT)))
        .filter(code -> !code.isEmpty())
        .toList();
  }

  /** Whether a station that an experiment calls so is the one of this code. */
  boolean isCalled(String called, String code) {
    return codes(called).contains(code.toUpperCase(Locale.ROOT));
  }

  /**
   * The station of a record.
   *
   * @param file of the record, for errors
   * @throws InputException when nothing gives its coordinates
   */
  Station station(String called, StationRecord record, Location file) {
    Optional<Station> own = given.flatMap(table -> table.find(called));
    if (own.isPresent()) {
      return own.get();
    }
    RecordPlace place = record.place();
    Optional<Station> known = standard.find(called);
    if (known.isPresent()) {
      Station station = known.get();
      return station.at(
          otherwise(place.lat(), station.lat()),
          otherwise(place.lon(), station.lon()),
          otherwise(place.elevation(), station.elevation()));
    }
    if (!place.located()) {
      throw new InputException(
          file.toString(),
          "station " + called,
          "neither the file nor a table gives the coordinates of the station",
          "Add a line for it to a table, and name that in observations.co2.stationTable");
    }
    return Station.unlisted(
        code(called), record.name(), place.lat(), place.lon(), otherwise(place.elevation(), 0));
  }

  private static double otherwise(double given, double other) {
    return Double.isNaN(given) ? other : given;
  }
}
