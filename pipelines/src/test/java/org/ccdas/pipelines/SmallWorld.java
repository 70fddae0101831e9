package org.ccdas.pipelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.CfForcingWriter;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.MonthlyClimate;
import org.ccdas.inputs.forcing.WeatherGenerator;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.satellite.SoilMoistureDay;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.ccdas.observe.satellite.SoilMoistureWriter;
import org.ccdas.observe.station.MonthlyMean;
import org.ccdas.observe.station.RecordPlace;
import org.ccdas.observe.station.SamplingType;
import org.ccdas.observe.station.StationRecord;
import org.ccdas.observe.station.WdcggMonthlyWriter;

/**
 * Three cells, five stations and ninety days as files of real formats, with an experiment that
 * assimilates them within seconds. The concentrations are made up.
 */
public final class SmallWorld {
  /** Month of spin-up and months observed. */
  private static final MonthAxis MONTHS =
      MonthAxis.of(YearMonth.of(2009, 12), YearMonth.of(2010, 2));

  private static final List<String> STATIONS = List.of("ALT", "BRW", "MLO", "SMO", "SPO");

  private static final String EXPERIMENT =
      """
      name: small
      seed: 1
      window: {first: 2010-01, last: 2010-02}
      spinUp: {first: 2009-12, last: 2009-12, passes: 1}
      grid: {cells: "${data}/cells.csv"}
      forcing:
        daily:
          files: ["${data}/forcing.nc"]
          tmin: {variable: tasmin}
          tmax: {variable: tasmax}
          precipitation: {variable: pr}
          shortwave: {variable: rsds}
      observations:
        co2:
          folder: ${data}/flasks
          stations: [ALT, BRW, MLO, SMO]
          heldOut: [SPO]
          minimumMonthsPerYear: 2
        soilMoisture: {folder: "${data}/soil-moisture"}
      minimiser: {kind: lbfgs, maxEvaluations: 4, gradientTolerance: 0}
      posterior: {uncertainty: false}
      blocks: {cells: 2}
      runner: {targetParallelism: 2}
      """;

  private final Path folder;

  private SmallWorld(Path folder) {
    this.folder = folder;
  }

  /** Writes all files into this folder. */
  public static SmallWorld write(Path folder) throws IOException {
    SmallWorld world = new SmallWorld(folder);
    Files.createDirectories(folder.resolve("flasks"));
    Files.writeString(world.experiment(), EXPERIMENT, StandardCharsets.UTF_8);
    CellTable table =
        new CellTable(
            List.of(cell(1, -5, -65, 1, 13), cell(2, 45, 15, 4, 9), cell(3, 55, 95, 5, 6)));
    table.write(Location.of(folder.resolve("cells.csv")));
    DailyForcing weather =
        new WeatherGenerator(7, false)
            .generate(
                table.cells(),
                List.of(climate(26, 200), climate(4, 60), climate(2, 40)),
                MONTHS.firstDay(),
                MONTHS.lastDay());
    CfForcingWriter.write(
        Location.of(world.forcing()), "Weather of a small world", table.cells(), weather);
    world.observeMoisture(table, 0.05);
    for (String code : STATIONS) {
      world.observeCo2(code, 4);
    }
    return world;
  }

  /** Writes other CO2 of a station: a wave, in the window with this amplitude, ppm. */
  public void observeCo2(String code, double amplitude) throws IOException {
    WdcggMonthlyWriter.write(
        Location.of(flask(code)), record(StationTable.standard().station(code), amplitude));
  }

  /** Writes other soil moisture: north of the tropics a wave with this amplitude, m3 m-3. */
  public void observeMoisture(double northern) throws IOException {
    observeMoisture(CellTable.read(Location.of(folder.resolve("cells.csv"))), northern);
  }

  private void observeMoisture(CellTable table, double northern) throws IOException {
    SoilMoistureGrid grid = SoilMoistureGrid.of(table.cells());
    SoilMoistureWriter.write(
        Location.of(soilMoisture()),
        "Soil moisture of a small world",
        Map.of(),
        grid,
        LocalDate.of(2010, 1, 1),
        59,
        date -> moisture(grid, date, northern));
  }

  /**
   * Writes the same value for both months, on a grid of all latitudes and longitudes of cells, into
   * a file with the name of the variable.
   */
  public void observeMonthly(String variable, String units, double value) throws IOException {
    List<Cell> cells = CellTable.read(Location.of(folder.resolve("cells.csv"))).cells();
    double[] lats = cells.stream().mapToDouble(Cell::lat).sorted().toArray();
    double[] lons = cells.stream().mapToDouble(Cell::lon).sorted().toArray();
    double[] values = new double[2 * lats.length * lons.length];
    Arrays.fill(values, value);
    NetcdfOutput output =
        NetcdfOutput.titled("Observations of a small world")
            .dimension("time", 2)
            .dimension("lat", lats.length)
            .dimension("lon", lons.length);
    output.doubles("time", "time").units("days since 2010-01-01").values(new double[] {15, 45});
    output.doubles("lat", "lat").units("degrees_north").values(lats);
    output.doubles("lon", "lon").units("degrees_east").values(lons);
    output.floats(variable, "time", "lat", "lon").units(units).values(values);
    output.write(Location.of(folder.resolve(variable + ".nc")));
  }

  private static Cell cell(int id, double lat, double lon, Integer... pfts) {
    return Cell.of(id, lat, lon, LatLonBox.around(lat, lon, 10, 10), List.of(pfts));
  }

  private static MonthlyClimate climate(double temperature, double rain) {
    double[][] months = new double[3][MonthlyClimate.MONTHS];
    Arrays.fill(months[0], temperature);
    Arrays.fill(months[1], rain);
    Arrays.fill(months[2], 0.5);
    return new MonthlyClimate(months[0], months[1], months[2]);
  }

  /** Every third day a wave in time, in each of the two parts of the Earth the same everywhere. */
  private static SoilMoistureDay moisture(SoilMoistureGrid grid, LocalDate date, double northern) {
    SoilMoistureDay day = SoilMoistureDay.missing(grid.size());
    if (date.toEpochDay() % 3 == 0) {
      double wave = Math.sin(date.toEpochDay() / 9.0);
      for (int box = 0; box < grid.size(); box++) {
        double amplitude = grid.lats()[box / grid.lons().length] > 30 ? northern : 0.05;
        day.value()[box] = (float) (0.3 + amplitude * wave);
      }
      Arrays.fill(day.standardError(), 0.05f);
      Arrays.fill(day.validFraction(), 1);
    }
    return day;
  }

  private static StationRecord record(Station station, double amplitude) {
    List<MonthlyMean> months = new ArrayList<>();
    for (int m = 0; m < MONTHS.count(); m++) {
      double co2 = 388 + (m == 0 ? 4 : amplitude) * Math.sin(m + station.lat());
      months.add(MonthlyMean.of(MONTHS.at(m), co2, 4, 0.4));
    }
    return new StationRecord(
        station.code(),
        station.name(),
        "small world",
        new RecordPlace(station.lat(), station.lon(), station.elevation(), Double.NaN),
        SamplingType.FLASK,
        "surface-flask",
        "none",
        months);
  }

  /** A copy of all files in another folder, to be spoilt. */
  public SmallWorld copyTo(Path other) throws IOException {
    copy(folder, other);
    return new SmallWorld(other);
  }

  /** Copies a folder with all that is in it to one that is not there yet. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  /** The folder of all files. */
  public Path folder() {
    return folder;
  }

  /** The experiment file. */
  public Path experiment() {
    return folder.resolve("small.yaml");
  }

  /** The daily weather. */
  public Path forcing() {
    return folder.resolve("forcing.nc");
  }

  /** The observed soil moisture. */
  public Path soilMoisture() {
    return folder.resolve("soil-moisture").resolve("soil-moisture-2010.nc");
  }

  /** The record of a station. */
  public Path flask(String code) {
    return folder.resolve("flasks").resolve(code.toLowerCase(Locale.ROOT) + ".txt");
  }

  /** Replaces text in a file, byte for byte; it must be there. */
  public SmallWorld spoil(Path file, String from, String to) {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (!text.contains(from)) {
        throw new IllegalArgumentException(file + " has no " + from);
      }
      Files.writeString(file, text.replace(from, to), StandardCharsets.ISO_8859_1);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
