package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.CfForcing;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.ForcingVariables;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two days of an hourly archive whose values can be worked out by hand. */
class IngestWeatherCommandTest {
  private static final LocalDate FIRST = LocalDate.of(2012, 7, 1);

  @TempDir private Path folder;
  private Path in;
  private Path out;
  private Path cells;

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void makeArchive() throws IOException {
    in = Files.createDirectories(folder.resolve("in/2012"));
    out = folder.resolve("out");
    cells = folder.resolve("cells.csv");
    // At 90 E the day begins at 18 UTC; the last cell lies over the sea.
    new CellTable(
            List.of(
                Cell.of(1, 0, 1, LatLonBox.around(0, 1, 2, 2), List.of(1)),
                Cell.of(2, 0, 91, LatLonBox.around(0, 91, 2, 2), List.of(1)),
                Cell.of(3, 0, 95, LatLonBox.around(0, 95, 2, 2), List.of(1))))
        .write(Location.of(cells));
    write("a.nc", -24, 30);
    write("b.nc", 30, 73);
  }

  /** Degrees east from 0.5 on; 92 to 97 E is sea. Hours since the first day. */
  private void write(String name, int from, int to) throws IOException {
    int[] hours = IntStream.range(from, to).toArray();
    NetcdfOutput output = NetcdfOutput.titled("hourly");
    output.dimension("time", hours.length).dimension("latitude", 4).dimension("longitude", 360);
    output
        .doubles("time", "time")
        .units("hours since " + FIRST)
        .values(Arrays.stream(hours).asDoubleStream().toArray());
    output.doubles("latitude", "latitude").units("degrees_north").values(1.5, 0.5, -0.5, -1.5);
    output
        .doubles("longitude", "longitude")
        .units("degrees_east")
        .values(IntStream.range(0, 360).mapToDouble(i -> i + 0.5).toArray());
    field(output, "t2m", "K", hours, hour -> 280 + hour);
    // the hour that ends at noon UTC has 2 mm
    field(output, "tp", "m", hours, hour -> Math.floorMod(hour, 24) == 12 ? 0.002 : 0);
    field(output, "ssrd", "J m-2", hours, hour -> 3600 * 200);
    output.write(Location.of(in.resolve(name)));
  }

  private interface OfHour {
    double value(int hour);
  }

  private static void field(NetcdfOutput output, String name, String unit, int[] hours, OfHour of) {
    output
        .floats(name, "time", "latitude", "longitude")
        .units(unit)
        .attribute("_FillValue", -999f)
        .slabs(
            t -> {
              double[] slab = new double[4 * 360];
              Arrays.setAll(slab, i -> i % 360 >= 92 && i % 360 < 97 ? -999 : of.value(hours[t]));
              return slab;
            });
  }

  private Outcome ingest(String... more) {
    CommandLine line = Ccdas.commandLine();
    StringWriter told = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(told)).setErr(new PrintWriter(err));
    String[] own = {
      "ingest",
      "weather",
      "--input",
      folder.resolve("in").toString(),
      "--out",
      out.toString(),
      "--grid",
      cells.toString(),
      "--first",
      FIRST.toString(),
      "--last",
      FIRST.plusDays(1).toString()
    };
    String[] all = Arrays.copyOf(own, own.length + more.length);
    System.arraycopy(more, 0, all, own.length, more.length);
    return new Outcome(line.execute(all), told.toString(), err.toString());
  }

  @Test
  void makesTheDaysOfTheSunOfEveryCell() throws IOException {
    Outcome outcome = ingest("--archive", "era5");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .contains("2 files, 0 of them quarantined")
        .contains("3 cells, 1 of them with the weather of the nearest land");
    Location file = Location.of(out.resolve("weather-2012.nc"));
    DailyForcing weather =
        CfForcing.of(List.of(file), ForcingVariables.cmip())
            .read(CellTable.read(Location.of(cells)).cells(), FIRST, FIRST.plusDays(1));
    // 1 E is four minutes ahead: the moments of its first day are 0 to 23 UTC ...
    assertThat((double) weather.tmin()[0][0]).isCloseTo(280 - 273.15, within(1e-4));
    assertThat((double) weather.tmax()[0][1]).isCloseTo(280 + 47 - 273.15, within(1e-4));
    // ... those of 91 E are 18 UTC of the day before to 17 UTC
    assertThat((double) weather.tmin()[1][0]).isCloseTo(280 - 6 - 273.15, within(1e-4));
    assertThat((double) weather.tmax()[2][0]).isCloseTo(280 + 17 - 273.15, within(1e-4));
    for (int c = 0; c < 3; c++) {
      assertThat((double) weather.precipitation()[c][0]).isCloseTo(2, within(1e-5));
      assertThat((double) weather.shortwave()[c][0]).isCloseTo(200, within(1e-3));
    }
    byte[] once = Files.readAllBytes(out.resolve("weather-2012.nc"));
    // a run that was killed is run again, over what it left
    Files.delete(out.resolve("summary.json"));
    assertThat(ingest("--archive", "era5").exit()).isZero();
    assertThat(Files.readAllBytes(out.resolve("weather-2012.nc"))).isEqualTo(once);
  }

  @Test
  void aGapIsNamedByDateAndLeavesNoWeather() throws IOException {
    Files.delete(in.resolve("b.nc"));
    write("b.nc", 31, 73);
    Outcome outcome = ingest("--archive", "era5");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("problems-2012.csv")
        .contains("2012-07-02")
        .contains("not there for the whole day");
    assertThat(out.resolve("weather-2012.nc")).doesNotExist();
    assertThat(Files.readString(out.resolve("problems-2012.csv"))).doesNotContain("2012-07-01,");
  }

  @Test
  void filesThatCannotBeUsedAreQuarantined() throws IOException {
    Files.writeString(in.resolve("c.nc"), "nothing");
    Outcome strict = ingest("--archive", "era5");
    assertThat(strict.exit()).isEqualTo(1);
    assertThat(strict.err()).contains("1 of 3 files cannot be used").contains("findings.csv");
    assertThat(ingest("--archive", "era5", "--max-quarantine-share", "0.5").exit()).isZero();
    assertThat(Files.readString(out.resolve("findings.csv")))
        .contains("c.nc")
        .contains("quarantined");
  }

  @Test
  void anArchiveIsDescribedInYaml() throws IOException {
    Path yaml = folder.resolve("mine.yaml");
    Files.writeString(
        yaml,
        """
        name: mine
        stepHours: 1
        stamp: end
        variables:
          - {names: [t2m], gives: [tmin, tmax], kind: instant}
          - {names: [tp], gives: [precipitation], kind: sum}
          - {names: [ssrd], gives: [shortwave], kind: sum}
        """);
    assertThat(ingest("--archive", yaml.toString()).err()).isEmpty();
    Files.writeString(yaml, Files.readString(yaml).replace("kind: instant", "kind: moment"));
    Outcome outcome = ingest("--archive", yaml.toString());
    assertThat(outcome.err()).contains("mine.yaml, line 5").contains("moment");
    Files.writeString(
        yaml,
        Files.readString(yaml).replace("moment", "instant").replace("[tmin, tmax]", "[tmin]"));
    assertThat(ingest("--archive", yaml.toString()).err()).contains("the model needs all of");
  }

  @Test
  void wrongUse() {
    assertThat(ingest("--archive", "era6").err()).contains("Did you mean 'era5'?");
    assertThat(ingest("--archive", "era5", "--last", "2012-06-01").exit()).isEqualTo(2);
    assertThat(ingest().err()).contains("--archive");
  }
}
