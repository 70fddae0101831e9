package org.ccdas.pipelines.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ccdas.core.InputException;
import org.ccdas.core.flask.FlaskMonth;
import org.ccdas.core.flask.FlaskRecord;
import org.ccdas.core.flask.Station;
import org.ccdas.core.flask.StationTable;
import org.ccdas.core.flask.WdcggMonthly;
import org.ccdas.core.observation.ObservationError;
import org.ccdas.core.observation.ScreenedStation;
import org.ccdas.core.time.MonthAxis;
import org.ccdas.pipelines.config.Co2Settings;

/** Finds and reads the flask files of an experiment. */
final class FlaskReader {
  private final Co2Settings settings;
  private final MonthAxis window;
  private final List<Path> files;
  private final List<Path> used = new ArrayList<>();

  FlaskReader(Co2Settings settings, MonthAxis window) {
    this.settings = settings;
    this.window = window;
    this.files = list(settings.folder().path());
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
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
  List<Path> used() {
    return List.copyOf(used);
  }

  ObservationError error() {
    return new ObservationError(
        settings.errorFloor(), settings.correlationMonths(), settings.minimumMonthsPerYear());
  }

  /** All stations of the experiment, those assimilated first. */
  List<StationSeries> stations() {
    StationTable table = StationTable.standard();
    List<StationSeries> stations = new ArrayList<>();
    for (String code : settings.stations()) {
      stations.add(series(table, code, true));
    }
    for (String code : settings.heldOut()) {
      stations.add(series(table, code, false));
    }
    return stations;
  }

  private StationSeries series(StationTable table, String code, boolean assimilated) {
    Path file = file(table, code);
    FlaskRecord record = WdcggMonthly.read(file);
    if (!used.contains(file)) {
      used.add(file);
    }
    Station station = table.stationOf(record);
    ScreenedStation screened = error().screen(record, station, window);
    if (assimilated && !screened.usable()) {
      throw new InputException(
          file.toString(),
          "station " + station.code(),
          "the station cannot be assimilated: " + screened.reason(),
          "Move it to observations.co2.heldOut, or lower minimumMonthsPerYear");
    }
    return new StationSeries(record, screened, assimilated);
  }

  /** The file whose name begins with the code of the station. */
  private Path file(StationTable table, String code) {
    Station station = table.station(code);
    List<Path> matches =
        files.stream()
            .filter(
                file ->
                    begins(file, station.code())
                        || !station.alternativeCode().isEmpty()
                            && begins(file, station.alternativeCode()))
            .toList();
    if (matches.size() != 1) {
      throw new InputException(
          settings.folder().toString(),
          "station " + code,
          matches.isEmpty()
              ? "no file name begins with the code of the station"
              : "several files are of this station: " + matches,
          matches.isEmpty()
              ? "Add the file, or remove the station from the experiment"
              : "Keep one of them");
    }
    return matches.get(0);
  }

  private static boolean begins(Path file, String code) {
    return file.getFileName()
        .toString()
        .toUpperCase(Locale.ROOT)
        .startsWith(code.toUpperCase(Locale.ROOT));
  }

  /** Mean of the offset stations in the month before the window, ppm (spec 18.2). */
  double offsetPrior() {
    YearMonth month = window.first().minusMonths(1);
    StationTable table = StationTable.standard();
    double sum = 0;
    for (String code : settings.offsetStations()) {
      Path file = file(table, code);
      FlaskRecord record = WdcggMonthly.read(file);
      if (!used.contains(file)) {
        used.add(file);
      }
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
