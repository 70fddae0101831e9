package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.ClimatologyForcing;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.MonthlyClimate;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.BackgroundSource;
import org.ccdas.transport.ZonalBox;
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

  /** What holds of a case. */
  private interface Check {
    void of(SmallCase it) throws IOException;
  }

  private record Row(String id, Check right) {
    @Override
    public String toString() {
      return id;
    }
  }

  /** The cases; numbers are those of the formulas, in the units of the model. */
  private static Stream<Row> cases() {
    return Stream.of(
        new Row("W00", SmallCasesTest::isAnalytic),
        // daily means stamped at the end of the day, with bounds
        new Row("W01", it -> it.tmin(1, FIRST, 6.201)),
        // fluxes of m PgC yr-1 in month m, stamped at the end of the month, with bounds
        new Row("Z01", it -> assertThat(it.zonal("z.nc", "flux")).containsExactly(12, 1, 2)),
        // a climatology from July to June
        new Row("C01", SmallCasesTest::isFromJulyToJune),
        // a point of -99 outside of valid_range; missing_value as text: the mean of the other 99
        new Row("W07", it -> it.tmin(2, FIRST, 12.7835)),
        new Row("W08", it -> it.tmin(2, FIRST, 12.7835)),
        new Row("W17a", it -> it.refused("w.nc", "Zstandard", "nccopy -d 4 IN OUT")),
        new Row("W17g", it -> it.refused("w.nc", "bzip2", "nccopy -d 4 IN OUT")),
        // CDF-5, else as W00
        new Row("W17e", SmallCasesTest::isAnalytic),
        // by their t0, 15 boxes on the day of the file and 3 on the one before; 33 and 6
        new Row("I18", it -> assertThat(it.boxes()).isEqualTo(18)),
        new Row("I09", it -> assertThat(it.boxes()).isEqualTo(39)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRight(Row row) throws IOException {
    Path root = root();
    Assumptions.assumeTrue(
        Files.isDirectory(root.resolve(row.id())), () -> "there is no case " + row.id());
    row.right().of(new SmallCase(root.resolve(row.id()), folder));
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

  /** The formulas of daily weather, over points of 5 degrees in boxes of 10. */
  private static void isAnalytic(SmallCase it) {
    DailyForcing weather = it.weather();
    for (int c = 0; c < it.cells().size(); c++) {
      Cell cell = it.cells().get(c);
      double lat = it.meanLatitude(cell, 5);
      double lon = 0.5 * (cell.box().west() + cell.box().east());
      for (int k = 0; k < weather.days(); k += 30) {
        double tmin = 8 + 0.1 * lat + 0.02 * lon + 0.05 * k;
        assertThat(weather.tmin()[c][k]).isCloseTo((float) tmin, within(2e-3f));
        assertThat(weather.tmax()[c][k]).isCloseTo((float) (tmin + 8 + 0.01 * lat), within(2e-3f));
        assertThat(weather.precipitation()[c][k])
            .isCloseTo((float) (2 + 0.01 * lat + 0.005 * lon + 0.02 * k), within(2e-3f));
        assertThat(weather.shortwave()[c][k])
            .isCloseTo((float) (150 + 0.5 * lat + 0.1 * lon + 0.3 * k), within(2e-2f));
      }
    }
  }

  private static void isFromJulyToJune(SmallCase it) {
    MonthlyClimate climate = it.climates().get(0);
    assertThat(climate.temperature()[11]).isCloseTo(1.34, within(5e-3));
    assertThat(climate.temperature()[0]).isCloseTo(0, within(5e-3));
    assertThat(climate.precipitation()[11]).isCloseTo(115, within(0.5));
    assertThat(climate.precipitation()[0]).isCloseTo(60, within(0.5));
  }

  /** A folder with an experiment {@code x.yaml}, or with files to ingest. */
  private record SmallCase(Path folder, Path out) {
    Problem problem() {
      return ProblemReader.read(
          ExperimentFile.read(Location.of(folder.resolve("x.yaml")), Location.of(folder)));
    }

    List<Cell> cells() {
      return problem().cells().stream().map(LandCell::cell).toList();
    }

    /** Of December 2009 to February 2010. */
    DailyForcing weather() {
      Problem problem = problem();
      return problem
          .forcing()
          .read(problem.cells().stream().map(LandCell::cell).toList(), FIRST, LAST);
    }

    void tmin(int cell, LocalDate date, double right) {
      int day = (int) (date.toEpochDay() - FIRST.toEpochDay());
      assertThat(weather().tmin()[cell - 1][day]).isCloseTo((float) right, within(2e-3f));
    }

    List<MonthlyClimate> climates() {
      return ((ClimatologyForcing) problem().forcing()).climates(cells());
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
    double[] zonal(String file, String variable) {
      MonthAxis months = new MonthAxis(YearMonth.from(FIRST), 3);
      BackgroundFluxes fluxes =
          BackgroundFluxes.read(
              List.of(new BackgroundSource("f", BackgroundSource.Kind.ZONAL, file, variable, null)),
              new ZonalBox().response(List.of(StationTable.standard().station("MLO"))).regions(),
              months,
              Location.of(folder));
      double[] total = new double[months.count()];
      double[] flux = fluxes.components().get(0).flux();
      for (int i = 0; i < flux.length; i++) {
        total[i % total.length] += flux[i] / 1e12;
      }
      return Arrays.stream(total).map(value -> Math.rint(1e4 * value) / 1e4).toArray();
    }

    void refused(String... words) {
      ThrowingCallable reading = this::weather;
      for (String word : words) {
        assertThatThrownBy(reading)
            .isInstanceOf(InputException.class)
            .hasMessageContaining(word)
            .hasMessageNotContaining("damaged");
      }
    }

    /** Number of boxes with a value in the product of an ingest of the folder. */
    long boxes() throws IOException {
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
            .count();
      }
    }
  }
}
