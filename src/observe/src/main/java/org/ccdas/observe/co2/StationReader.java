package org.ccdas.observe.co2;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.station.MonthlyMean;
import org.ccdas.observe.station.Reading;
import org.ccdas.observe.station.RecordFiles;

/** Finds and reads the files of the stations of an experiment. */
final class StationReader {
  private final Co2Settings settings;
  private final MonthAxis window;
  private final StationPlaces places;
  private final List<Location> files;
  private final Map<Location, Reading> readings = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  StationReader(Co2Settings settings, MonthAxis window) {
    this.settings = settings;
    this.window = window;
    this.places = StationPlaces.of(settings);
    this.files = list(settings.folder().path());
  }

  private static List<Location> list(Location folder) {
    try {
      return StoredFiles.list(folder).stream()
          .map(StoredFile::location)
          .filter(file -> !file.name().startsWith("."))
          .toList();
    } catch (IOException e) {
      throw new InputException(
          folder.toString(),
          "",
          "the folder of the stations' files cannot be read",
          "Check observations.co2.folder in the experiment file, and --data",
          e);
    }
  }

  /** The files that were read. */
  List<Location> used() {
    return Stream.concat(readings.keySet().stream(), places.files().stream()).toList();
  }

  /** What was left out of them, and what had to be supposed. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  ObservationError error() {
    return new ObservationError(
        settings.errorFloor(), settings.correlationMonths(), settings.minimumMonthsPerYear());
  }

  /**
   * The misfit to what is assimilated. Stations without any of it keep their place, so that what is
   * held out does not change the order in the blocks.
   */
  Co2Term term(List<StationSeries> stations) {
    return new Co2Term(stations.stream().map(StationSeries::used).toList(), error());
  }

  /** All stations of the experiment in its order, those only held out last. */
  List<StationSeries> stations() {
    Map<String, String> named = new HashMap<>();
    List<StationSeries> stations = new ArrayList<>();
    for (String code : settings.allStations()) {
      String key = key(code);
      String earlier = named.putIfAbsent(places.code(code), code);
      if (earlier != null) {
        throw new InputException(
            key,
            "station " + code,
            "it is " + earlier + ", which " + key(earlier) + " names",
            "Name each station once");
      }
      stations.add(series(key, code));
    }
    return stations;
  }

  private String key(String code) {
    return "observations.co2." + (settings.stations().contains(code) ? "stations" : "heldOut");
  }

  private StationSeries series(String key, String code) {
    boolean assimilated = settings.assimilates(code);
    Location file = file(key, code);
    Reading reading = read(file, code);
    Station station = places.station(code, reading.record(), file);
    if (!places.lists(code)) {
      notes.add(
          "station "
              + station.code()
              + " is in no table: model error "
              + station.modelError()
              + " ppm, weight of the lowest layer "
              + station.lowerLayerWeight()
              + "; a line in observations.co2.stationTable says otherwise");
    }
    ScreenedStation screened = error().screen(reading.record(), station, window);
    if (assimilated && !screened.usable()) {
      boolean flags = !reading.leftOut().isEmpty();
      throw new InputException(
          file.toString(),
          "station " + station.code(),
          "the station cannot be assimilated: "
              + screened.reason()
              + (flags ? "; left out in the whole file: " + reading.leftOutByFlag() : ""),
          "Move it to observations.co2.heldOut, lower minimumMonthsPerYear"
              + (flags ? ", or name flags that are good in acceptedFlags" : ""));
    }
    StationObservations all = screened.observations();
    return new StationSeries(
        reading.record(),
        screened,
        assimilated ? all.withoutYears(Set.copyOf(settings.heldOutYears())) : all.emptied(),
        reading.samples());
  }

  private Reading read(Location file, String code) {
    Reading earlier = readings.get(file);
    if (earlier != null) {
      return earlier;
    }
    Reading reading =
        RecordFiles.read(file, settings.format(), Set.copyOf(settings.acceptedFlags()));
    if (!places.isCalled(code, reading.record().code())) {
      throw new InputException(
          file.toString(),
          "",
          "by its name the file is of station "
              + places.code(code)
              + ", but it holds station "
              + reading.record().code(),
          "Name the file after its station");
    }
    reading.notices().forEach(notice -> notes.add(file + ": " + notice));
    readings.put(file, reading);
    return reading;
  }

  /**
   * The file whose name begins with the code of the station, or has it as one of its parts.
   *
   * @param key that names the station
   */
  private Location file(String key, String code) {
    List<Location> matches =
        files.stream()
            .filter(file -> places.codes(code).stream().anyMatch(called -> isOf(file, called)))
            .toList();
    if (matches.size() != 1) {
      throw new InputException(
          settings.folder().toString(),
          "station " + code,
          matches.isEmpty()
              ? "no file name begins with the code of the station or has it between underscores"
              : "several files are of this station: " + matches,
          matches.isEmpty()
              ? "Add the file, or name other stations in " + key
              : "Keep one of them");
    }
    return matches.get(0);
  }

  private static boolean isOf(Location file, String code) {
    String name = file.name().toUpperCase(Locale.ROOT);
    return name.startsWith(code) || Arrays.asList(name.split("[_.]")).contains(code);
  }

  /** Mean of the offset stations in the month before the window, ppm (spec 18.2). */
  double offsetPrior() {
    YearMonth month = window.first().minusMonths(1);
    double sum = 0;
    for (String code : settings.offsetStations()) {
      Location file = file("observations.co2.offsetStations", code);
      sum +=
          read(file, code).record().months().stream()
              .filter(m -> m.month().equals(month) && m.valid())
              .mapToDouble(MonthlyMean::co2)
              .findFirst()
              .orElseThrow(
                  () ->
                      new InputException(
                          file.toString(),
                          "month " + month,
                          "the prior of the CO2 offset needs a value in the month before the window",
                          "Choose other stations in observations.co2.offsetStations"));
    }
    return sum / settings.offsetStations().size();
  }
}
