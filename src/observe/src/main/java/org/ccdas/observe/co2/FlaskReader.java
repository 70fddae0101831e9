package org.ccdas.observe.co2;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.flask.FlaskMonth;
import org.ccdas.observe.flask.FlaskRecord;
import org.ccdas.observe.flask.NoaaEvent;
import org.ccdas.observe.flask.NoaaMonthly;
import org.ccdas.observe.flask.SampleCounts;
import org.ccdas.observe.flask.ScrippsMonthly;
import org.ccdas.observe.flask.WdcggMonthly;

/** Finds and reads the flask files of an experiment. */
final class FlaskReader {
  private final Co2Settings settings;
  private final MonthAxis window;
  private final List<Location> files;
  private final List<Location> used = new ArrayList<>();

  FlaskReader(Co2Settings settings, MonthAxis window) {
    this.settings = settings;
    this.window = window;
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
          "the folder of flask files cannot be read",
          "Check observations.co2.folder in the experiment file, and --data",
          e);
    }
  }

  /** The files that were read. */
  List<Location> used() {
    return List.copyOf(used);
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
    StationTable table = StationTable.standard();
    List<StationSeries> stations = new ArrayList<>();
    for (String code : settings.allStations()) {
      stations.add(series(table, code));
    }
    return stations;
  }

  private StationSeries series(StationTable table, String code) {
    boolean assimilated = settings.assimilates(code);
    Location file = file(table, code);
    Reading reading = read(file, table.station(code));
    FlaskRecord record = reading.record();
    Station station = record.stationIn(table);
    ScreenedStation screened = error().screen(record, station, window);
    if (assimilated && !screened.usable()) {
      throw new InputException(
          file.toString(),
          "station " + station.code(),
          "the station cannot be assimilated: " + screened.reason(),
          "Move it to observations.co2.heldOut, or lower minimumMonthsPerYear");
    }
    StationObservations all = screened.observations();
    return new StationSeries(
        record,
        screened,
        assimilated ? all.withoutYears(Set.copyOf(settings.heldOutYears())) : all.emptied(),
        reading.samples());
  }

  /** A record and, when the file holds single samples, what became of them. */
  private record Reading(FlaskRecord record, Optional<SampleCounts> samples) {}

  private Reading read(Location file, Station station) {
    Reading reading =
        switch (settings.format()) {
          case WDCGG -> monthly(WdcggMonthly.read(file));
          case NOAA_MONTHLY -> monthly(NoaaMonthly.read(file));
          case SCRIPPS -> monthly(ScrippsMonthly.read(file));
          case NOAA_EVENT -> {
            NoaaEvent.Reading event = NoaaEvent.read(file);
            yield new Reading(event.record(), Optional.of(event.samples()));
          }
        };
    if (!station.isCalled(reading.record().code())) {
      throw new InputException(
          file.toString(),
          "",
          "by its name the file is of station "
              + station.code()
              + ", but it holds station "
              + reading.record().code(),
          "Name the file after its station");
    }
    if (!used.contains(file)) {
      used.add(file);
    }
    return reading;
  }

  private static Reading monthly(FlaskRecord record) {
    return new Reading(record, Optional.empty());
  }

  /** The file whose name begins with the code of the station, or has it as one of its parts. */
  private Location file(StationTable table, String code) {
    Station station = table.station(code);
    List<Location> matches =
        files.stream()
            .filter(
                file ->
                    isOf(file, station.code())
                        || !station.alternativeCode().isEmpty()
                            && isOf(file, station.alternativeCode()))
            .toList();
    if (matches.size() != 1) {
      throw new InputException(
          settings.folder().toString(),
          "station " + code,
          matches.isEmpty()
              ? "no file name begins with the code of the station or has it between underscores"
              : "several files are of this station: " + matches,
          matches.isEmpty()
              ? "Add the file, or remove the station from the experiment"
              : "Keep one of them");
    }
    return matches.get(0);
  }

  private static boolean isOf(Location file, String code) {
    String name = file.name().toUpperCase(Locale.ROOT);
    String wanted = code.toUpperCase(Locale.ROOT);
    return name.startsWith(wanted) || Arrays.asList(name.split("[_.]")).contains(wanted);
  }

  /** Mean of the offset stations in the month before the window, ppm (spec 18.2). */
  double offsetPrior() {
    YearMonth month = window.first().minusMonths(1);
    StationTable table = StationTable.standard();
    double sum = 0;
    for (String code : settings.offsetStations()) {
      Location file = file(table, code);
      FlaskRecord record = read(file, table.station(code)).record();
      sum +=
          record.months().stream()
              .filter(m -> m.month().equals(month) && m.valid())
              .mapToDouble(FlaskMonth::co2)
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
