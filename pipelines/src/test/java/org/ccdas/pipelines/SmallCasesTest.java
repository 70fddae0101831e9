package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.ClimatologyForcing;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.MonthlyClimate;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.station.MonthlyMean;
import org.ccdas.observe.station.RecordFiles;
import org.ccdas.observe.station.RecordFormat;
import org.ccdas.observe.station.StationRecord;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.BackgroundSource;
import org.ccdas.transport.ZonalBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small files as people have them, with values worked out from the formulas by which they were
 * made; a row a case. The files are in the folder that the system property {@code ccdas.cases} or
 * the environment variable {@code CCDAS_CASES} names, else in {@code shared/cases} beside or above
 * the project; without them the cases are skipped. What they stand for is also tested beside the
 * classes concerned, with files that are made there.
 */
class SmallCasesTest {
  private static final LocalDate FIRST = LocalDate.of(2009, 12, 1);
  private static final LocalDate LAST = LocalDate.of(2010, 2, 28);
  @TempDir private Path folder;

  /** What the program makes of a case, as text. */
  private interface Result {
    String of(SmallCase it) throws IOException;
  }

  /**
   * A case.
   *
   * @param what is in it
   * @param right what must come out; of a refusal the words that the message must have
   */
  private record Row(String id, String what, String right, Result result) {
    @Override
    public String toString() {
      return id + ": " + what;
    }
  }

  /** The cases; numbers are those of numpy on the files, in the units of the model. */
  private static Stream<Row> cases() {
    return Stream.of(
        new Row("W00", "the weather of the formulas", FORMULAS, SmallCase::analytic),
        new Row("W01", "daily means stamped at the end, bounds", "6.201", it -> it.tmin(1)),
        new Row(
            "Z01",
            "m PgC a year in month m, stamped at the end, bounds; sums of 180 floats",
            "12.0000006 1.0000000 2.0000000",
            it -> it.zonal("z.nc", "flux")),
        new Row(
            "C01",
            "climatology from July to June",
            "Dec 1.34 degC 115.0 mm, Jan 0.00 degC 60.0 mm",
            it -> "Dec " + it.climate(1, 12) + ", Jan " + it.climate(1, 1)),
        new Row("C02", "rain over (time, lon, lat)", RAIN, SmallCase::rain),
        new Row("C03", "rain on latitudes from the north", RAIN, SmallCase::rain),
        new Row(
            "W02",
            "longitudes with a gap",
            "refused: does not reach cell 2 (45.0 north, 95.0 east) | leave the cell out",
            it -> it.tmin(1)),
        new Row("W03", "columns 0 and 360", FORMULAS, SmallCase::analytic),
        // the mean of the other 99 points is 12.7835: the list of cases has 12.826
        new Row("W07", "a point outside of valid_range", "12.784", it -> it.tmin(2)),
        new Row("W08", "missing_value is text", "12.784", it -> it.tmin(2)),
        new Row("W12", "coordinates are edges, bounds say so", FORMULAS, SmallCase::analytic),
        new Row("W14", "a domain of one cell, bounds", "12.800", it -> it.tmin(1)),
        new Row("W17a", "zstd", "refused: Zstandard | nccopy -d 4 IN OUT", it -> it.tmin(1)),
        new Row("W17g", "bzip2", "refused: bzip2 | nccopy -d 4 IN OUT", it -> it.tmin(1)),
        new Row("W17e", "CDF-5", FORMULAS, SmallCase::analytic),
        // by their t0, 15 boxes on the day of the file and 3 on the one before; 33 and 6: the list
        // of cases counts them for one day
        new Row("I18", "chunks never written", "18 boxes", SmallCase::boxes),
        new Row("I09", "nanoseconds since", "39 boxes", SmallCase::boxes),
        new Row("K01", "classes packed with 0.01f", "3 3 3 3 3 3 3 3", SmallCase::textures),
        new Row(
            "F60",
            "WDCGG since 2018",
            "flask, 392.110 sd 0.5 n 4, 393.250 sd 0.4 n 4, 393.900 sd 0.6 n 3, 394.400 sd 0.3 n 4",
            it -> it.record("co2_alt_surface-flask_2_3001-9999_monthly.txt")),
        new Row(
            "F61",
            "NOAA in-situ months with flags",
            "in-situ, 391.110 sd 0.7 n 30, 392.250 sd 0.9 n 31, 394.400 sd 0.8 n 28",
            it -> it.record("co2_brw_surface-insitu_1_ccgg_MonthlyData.txt")),
        // 388.0, 388.4, 390.0, 389.0: their standard deviation is 0.8699
        new Row(
            "F62",
            "one event three times",
            "flask, 388.850 sd 0.9 n 4",
            it -> it.record("co2_mlo_surface-flask_1_ccgg_event.txt")),
        new Row("E22", "flag 1 is good", "10 CO2 observations at 5 stations", SmallCase::observed),
        new Row(
            "E21",
            "a station of no table",
            "4 CO2 observations at 2 stations",
            SmallCase::observed),
        new Row(
            "E08",
            "the file of an offset station is missing",
            "refused: observations.co2.offsetStations | SPO",
            SmallCase::observed),
        // all months of the window are missing, which 0 allows
        new Row(
            "R18",
            "minimumMonthsPerYear: 0",
            "0 CO2 observations at 0 stations",
            SmallCase::observed),
        new Row(
            "R20", "a cell twice", "refused: cells.csv | cell 1 | cell 2", SmallCase::observed));
  }

  private static final String FORMULAS = "as the formulas";
  private static final String RAIN = "69.5 81.5 mm";
  private static final String REFUSED = "refused: ";

  /** The table of what was run, in {@code target/small-cases.md}. */
  private static final List<String> TABLE = new ArrayList<>();

  @AfterAll
  static void writeTable() throws IOException {
    if (!TABLE.isEmpty()) {
      List<String> lines =
          new ArrayList<>(List.of("| case | what | right | got | |", "|-|-|-|-|-|"));
      lines.addAll(TABLE);
      Files.write(Path.of("target", "small-cases.md"), lines);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRight(Row row) throws IOException {
    Path root = root();
    Assumptions.assumeTrue(
        Files.isDirectory(root.resolve(row.id())), () -> "there is no case " + row.id());
    String got;
    try {
      got = row.result().of(new SmallCase(root.resolve(row.id()), folder));
    } catch (InputException e) {
      got = REFUSED + e.getMessage().replace(root + "/", "").replace('\n', ' ');
    }
    boolean right =
        row.right().startsWith(REFUSED)
            ? got.startsWith(REFUSED)
                && Arrays.stream(row.right().substring(REFUSED.length()).split(" \\| "))
                    .allMatch(got::contains)
                && !got.contains("damaged")
            : got.equals(row.right());
    TABLE.add(
        "| "
            + String.join(" | ", row.id(), row.what(), row.right().replace(" | ", " ... "), got)
            + (right ? " | right |" : " | WRONG |"));
    assertThat(right).as(row.right() + " wanted, got " + got).isTrue();
  }

  private static Path root() {
    String configured = System.getProperty("ccdas.cases", System.getenv("CCDAS_CASES"));
    if (configured != null) {
      return Path.of(configured);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/cases"))) {
        return at.resolve("shared/cases");
      }
    }
    return Path.of("shared", "cases");
  }

  /** A folder with an experiment {@code x.yaml}, or with files to ingest. */
  private static final class SmallCase {
    private final Path folder;
    private final Path out;
    private Problem problem;

    SmallCase(Path folder, Path out) {
      this.folder = folder;
      this.out = out;
    }

    Problem problem() {
      if (problem == null) {
        problem =
            ProblemReader.read(
                ExperimentFile.read(Location.of(folder.resolve("x.yaml")), Location.of(folder)),
                new RunFolder(Location.of(folder)),
                line -> {});
      }
      return problem;
    }

    List<Cell> cells() {
      return problem().cells().stream().map(LandCell::cell).toList();
    }

    /** Of December 2009 to February 2010. */
    DailyForcing weather() {
      return problem().forcing().read(cells(), FIRST, LAST);
    }

    /** Of the first day, in a cell counted from 1, degC. */
    String tmin(int cell) {
      return String.format(Locale.ROOT, "%.3f", weather().tmin()[cell - 1][0]);
    }

    /** Temperature and rain of a month of the year. */
    String climate(int cell, int month) {
      MonthlyClimate climate = climates().get(cell - 1);
      return String.format(
          Locale.ROOT,
          "%.2f degC %.1f mm",
          Math.abs(climate.temperature()[month - 1]),
          climate.precipitation()[month - 1]);
    }

    /** Rain of the first two cells in January. */
    String rain() {
      List<MonthlyClimate> climates = climates();
      return String.format(
          Locale.ROOT,
          "%.1f %.1f mm",
          climates.get(0).precipitation()[0],
          climates.get(1).precipitation()[0]);
    }

    private List<MonthlyClimate> climates() {
      return ((ClimatologyForcing) problem().forcing()).climates(cells());
    }

    String textures() {
      return problem().cells().stream()
          .flatMap(cell -> cell.tiles().stream())
          .map(tile -> String.valueOf(tile.texture()))
          .collect(Collectors.joining(" "));
    }

    /** What the cost would see of the stations. */
    String observed() {
      return problem().counted();
    }

    /** The valid months of the file of a station. */
    String record(String file) {
      StationRecord record =
          RecordFiles.read(Location.of(folder.resolve(file)), RecordFormat.AUTO, Set.of()).record();
      return record.sampling()
          + record.months().stream()
              .filter(MonthlyMean::valid)
              .map(
                  m ->
                      String.format(
                          Locale.ROOT,
                          ", %.3f sd %.1f n %d",
                          m.co2(),
                          m.standardDeviation(),
                          m.samples()))
              .collect(Collectors.joining());
    }

    /** Whether the weather is that of the formulas, over points of 5 degrees in boxes of 10. */
    String analytic() {
      DailyForcing weather = weather();
      double worst = 0;
      for (int c = 0; c < cells().size(); c++) {
        Cell cell = cells().get(c);
        double lat = meanLatitude(cell, 5);
        double lon = 0.5 * (cell.box().west() + cell.box().east());
        for (int k = 0; k < weather.days(); k += 30) {
          double tmin = 8 + 0.1 * lat + 0.02 * lon + 0.05 * k;
          double rain = 2 + 0.01 * lat + 0.005 * lon + 0.02 * k;
          double light = 150 + 0.5 * lat + 0.1 * lon + 0.3 * k;
          worst = Math.max(worst, Math.abs(weather.tmin()[c][k] - tmin));
          worst = Math.max(worst, Math.abs(weather.tmax()[c][k] - (tmin + 8 + 0.01 * lat)));
          worst = Math.max(worst, Math.abs(weather.precipitation()[c][k] - rain));
          worst = Math.max(worst, 0.1 * Math.abs(weather.shortwave()[c][k] - light));
        }
      }
      return worst < 2e-3 ? FORMULAS : "off by " + worst;
    }

    /** The mean of the latitudes of points over a box, weighted by area. */
    double meanLatitude(Cell cell, double spacing) {
      double sum = 0;
      double weights = 0;
      for (double south = cell.box().south(); south < cell.box().north(); south += spacing) {
        double weight = Math.sin(Math.toRadians(south + spacing)) - Math.sin(Math.toRadians(south));
        sum += weight * (south + spacing / 2);
        weights += weight;
      }
      return sum / weights;
    }

    /** Total of a zonal flux from December 2009 to February 2010, PgC yr-1. */
    String zonal(String file, String variable) {
      MonthAxis months = new MonthAxis(YearMonth.from(FIRST), 3);
      BackgroundFluxes fluxes =
          BackgroundFluxes.read(
              List.of(new BackgroundSource("f", BackgroundSource.Kind.ZONAL, file, variable, null)),
              ZonalBox.regions(),
              months,
              Location.of(folder));
      double[] total = new double[months.count()];
      double[] flux = fluxes.components().get(0).flux();
      for (int i = 0; i < flux.length; i++) {
        total[i % total.length] += flux[i] / 1e12;
      }
      return Arrays.stream(total)
          .mapToObj(value -> String.format(Locale.ROOT, "%.7f", value))
          .collect(Collectors.joining(" "));
    }

    /** Number of boxes with a value in the product of an ingest of the folder. */
    String boxes() throws IOException {
      StringWriter errors = new StringWriter();
      int exit =
          Ccdas.commandLine()
              .setOut(new PrintWriter(new StringWriter()))
              .setErr(new PrintWriter(errors))
              .execute(
                  "ingest",
                  "--input",
                  folder.toString(),
                  "--out",
                  out.toString(),
                  "--max-quarantine-share",
                  "1");
      assertThat(exit).as(errors.toString()).isZero();
      try (Stream<Path> files = Files.list(out);
          NetcdfInput product =
              NetcdfInput.open(
                  Location.of(
                      files
                          .filter(f -> f.getFileName().toString().startsWith("soil-moisture-"))
                          .findFirst()
                          .orElseThrow()))) {
        return Arrays.stream(product.variable("soil_moisture").read())
                .filter(Double::isFinite)
                .count()
            + " boxes";
      }
    }
  }
}
