package org.ccdas.pipelines.results;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.CfForcingWriter;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.observe.station.MonthlyMean;
import org.ccdas.observe.station.RecordPlace;
import org.ccdas.observe.station.SamplingType;
import org.ccdas.observe.station.StationRecord;
import org.ccdas.observe.station.WdcggMonthlyWriter;
import org.ccdas.pipelines.config.ClimatologySettings;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.config.ForcingSettings;
import org.ccdas.pipelines.config.ScaledVariable;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.AssimilationRun;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunLog;
import org.ccdas.pipelines.run.RunOutcome;

/**
 * A real assimilation of six cells and three stations, 14 months after three of spin-up, in two
 * blocks; run once for all tests. The cell at 24 S is a desert, whose tile is without carbon.
 */
final class SmallRun {
  static final int CELLS = 6;
  static final int TILES = 9;
  static final int MONTHS = 14;
  static final int DESERT = 5;

  private static final String CELL_TABLE =
      """
      cell,lat,lon,n_tiles,pft1,pft2,pft3
      1,60,22.5,2,5,11,
      2,48,7.5,2,13,4,
      3,48,22.5,1,9,,
      4,12,7.5,1,10,,
      6,0,22.5,2,1,10,
      5,-24,22.5,1,8,,
      """;

  private static final String EXPERIMENT =
      """
      name: small
      title: Six cells
      window: {first: 2010-01, last: 2011-02}
      spinUp: {first: 2009-10, last: 2009-12, passes: 1}
      grid: {cells: cells.csv}
      forcing:
        daily:
          files: [weather.nc]
          tmin: {variable: tasmin}
          tmax: {variable: tasmax}
          precipitation: {variable: pr}
          shortwave: {variable: rsds}
      observations:
        co2: {folder: flasks, stations: [MLO, BRW], heldOut: [SPO]}
      background:
        - name: fossil
          kind: bands
          file: resource:fossil-bands.csv
          totals: {file: totals.csv, column: fossil}
      minimiser: {maxEvaluations: 3}
      posterior: {uncertainty: true, profile: true, draws: 10, moves: 2}
      blocks: {cells: 3}
      runner: {targetParallelism: 2}
      """;

  private static RunOutcome outcome;

  private SmallRun() {}

  /** What the run has found. */
  static synchronized RunOutcome outcome() {
    if (outcome == null) {
      try {
        Path folder = Files.createTempDirectory("small-run");
        try {
          outcome = run(folder);
        } finally {
          delete(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return outcome;
  }

  /**
   * The same outcome, as if its weather had come from a climatology.
   *
   * @param repeatYear whether all years have the same weather
   */
  static RunOutcome withClimatology(boolean repeatYear) {
    RunOutcome real = outcome();
    Problem problem = real.problem();
    Experiment e = problem.experiment();
    ScaledVariable variable = new ScaledVariable("any", 1, null);
    ClimatologySettings climatology =
        new ClimatologySettings(
            DataPath.of(Location.of("climate.nc")),
            Registration.CENTRE,
            variable,
            variable,
            variable,
            repeatYear);
    Experiment other =
        new Experiment(
            e.name(),
            e.title(),
            e.seed(),
            e.window(),
            e.spinUp(),
            e.grid(),
            e.land(),
            new ForcingSettings(climatology, null, null),
            e.atmosphericCo2(),
            e.model(),
            e.controlVector(),
            e.observations(),
            e.transport(),
            e.background(),
            e.regions(),
            e.minimiser(),
            e.posterior(),
            e.blocks(),
            e.runner());
    return new RunOutcome(
        new Problem(
            other,
            problem.cells(),
            problem.forcing(),
            problem.air(),
            problem.observations(),
            problem.regions(),
            problem.setup(),
            problem.inputs()),
        real.setup(),
        real.manifest(),
        real.minimiser(),
        real.prior(),
        real.posterior(),
        real.uncertainty(),
        real.priorFluxes(),
        real.posteriorFluxes(),
        real.seconds(),
        real.inputs(),
        real.digests(),
        real.runner());
  }

  private static RunOutcome run(Path folder) throws IOException {
    Files.writeString(folder.resolve("cells.csv"), CELL_TABLE, StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("totals.csv"),
        "year,fossil\n2009,8\n2010,9\n2011,9\n",
        StandardCharsets.UTF_8);
    Path yaml = folder.resolve("small.yaml");
    Files.writeString(yaml, EXPERIMENT, StandardCharsets.UTF_8);
    List<Cell> cells = CellTable.read(Location.of(folder.resolve("cells.csv"))).cells();
    CfForcingWriter.write(
        Location.of(folder.resolve("weather.nc")), "weather by formula", cells, weather(cells));
    Files.createDirectories(folder.resolve("flasks"));
    for (String code : List.of("MLO", "BRW", "SPO")) {
      WdcggMonthlyWriter.write(
          Location.of(folder.resolve("flasks").resolve(code + ".txt")), flasks(code));
    }
    Experiment experiment = ExperimentFile.read(Location.of(yaml), Location.of(folder));
    RunFolder runFolder = new RunFolder(Location.of(folder.resolve("out")));
    RunLog log = new RunLog(new PrintWriter(Writer.nullWriter()), runFolder.progress(), 3);
    return new AssimilationRun(
            ProblemReader.read(experiment, runFolder, line -> {}), runFolder, false, log)
        .run();
  }

  private static DailyForcing weather(List<Cell> cells) {
    LocalDate first = LocalDate.of(2009, 10, 1);
    int days = (int) (LocalDate.of(2011, 2, 28).toEpochDay() - first.toEpochDay()) + 1;
    float[][][] fields = new float[4][cells.size()][days];
    for (int c = 0; c < cells.size(); c++) {
      Cell cell = cells.get(c);
      double north = Math.sin(Math.toRadians(cell.lat()));
      for (int day = 0; day < days; day++) {
        // warmest in July in the north
        double summer = -Math.cos(2 * Math.PI * (first.plusDays(day).getDayOfYear() - 15) / 365);
        double mean = 28 - 28 * north * north + 14 * north * summer;
        boolean wet = day % 4 == 0 && cell.id() != DESERT;
        fields[0][c][day] = (float) (mean - 5);
        fields[1][c][day] = (float) (mean + 5);
        fields[2][c][day] = wet ? 10 : 0;
        fields[3][c][day] = (float) (190 - 60 * Math.abs(north) + 110 * north * summer);
      }
    }
    return new DailyForcing(first, days, fields[0], fields[1], fields[2], fields[3]);
  }

  private static StationRecord flasks(String code) {
    Station station = StationTable.standard().station(code);
    List<MonthlyMean> months = new ArrayList<>();
    for (int m = 0; m <= MONTHS; m++) {
      YearMonth month = YearMonth.of(2009, 12).plusMonths(m);
      double season = station.lat() / 15 * Math.cos(2 * Math.PI * (month.getMonthValue() - 4) / 12);
      double value = 387 + 2 * m / 12.0 + season;
      // one missing month
      months.add(m == 2 ? MonthlyMean.of(month, Double.NaN) : MonthlyMean.of(month, value));
    }
    return new StationRecord(
        code,
        station.name(),
        "by formula",
        new RecordPlace(station.lat(), station.lon(), station.elevation(), Double.NaN),
        SamplingType.FLASK,
        "surface-flask",
        "WMO CO2 X2019",
        months);
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
