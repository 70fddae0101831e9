package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.GridLayout;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.Elevations;
import org.ccdas.inputs.land.SoilTextures;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.time.MonthAxis;

/** The same content gives the same weather, soils and relief however it stands in a file. */
class AnyLayoutTest {
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final int DAYS = 2;
  private static final int TRIES = 40;

  /** Across Greenwich, with edges that cut pixels. */
  private static final List<Cell> CELLS =
      List.of(
          cell(1, -20, -10, -45, -30),
          cell(2, 35, 52, -7, 6),
          cell(3, 8, 9, 54, 70),
          cell(4, 60, 70, 0, 10));

  private static Cell cell(int id, double south, double north, double west, double east) {
    return Cell.of(
        id,
        0.5 * (south + north),
        0.5 * (west + east),
        new LatLonBox(south, north, west, east),
        List.of(9));
  }

  @Provide
  Arbitrary<GridLayout> layouts() {
    return GridLayout.any();
  }

  /** Something that reads a file. */
  private interface Reading<T> {
    T read(Location file) throws IOException;
  }

  private static <T> T through(NetcdfOutput output, Reading<T> reading) throws IOException {
    Path file = Files.createTempFile("layout", ".nc");
    try {
      output.write(Location.of(file));
      return reading.read(Location.of(file));
    } finally {
      Files.delete(file);
    }
  }

  /** Area-weighted mean of a field that is constant in each pixel, worked out by hand. */
  private static double mean(Cell cell, GridLayout.Content content, int step) {
    double weighted = 0;
    double area = 0;
    for (int south = -30; south < 70; south += GridLayout.STEP) {
      for (int west = -180; west < 180; west += GridLayout.STEP) {
        double low = Math.toRadians(Math.max(south, cell.box().south()));
        double high = Math.toRadians(Math.min(south + 10, cell.box().north()));
        double width = Math.min(west + 10, cell.box().east()) - Math.max(west, cell.box().west());
        if (high > low && width > 0) {
          double part = (Math.sin(high) - Math.sin(low)) * width;
          weighted += part * content.at(step, south + 5, west + 5);
          area += part;
        }
      }
    }
    return weighted / area;
  }

  private static final GridLayout.Content TMIN =
      (step, lat, lon) -> 5 + 0.1 * lat + 0.02 * lon + step;
  private static final GridLayout.Content TMAX = (step, lat, lon) -> 12 + 0.1 * lat + 0.03 * lon;
  private static final GridLayout.Content RAIN =
      (step, lat, lon) -> 2 + 0.01 * lat + 0.005 * lon + 0.1 * step;
  private static final GridLayout.Content SUN = (step, lat, lon) -> 150 + 0.5 * lat + 0.1 * lon;

  @Property(tries = TRIES)
  void weather(
      @ForAll("layouts") GridLayout one,
      @ForAll("layouts") GridLayout other,
      @ForAll("layouts") GridLayout third)
      throws IOException {
    GridLayout rain = sameMeaning(other, one);
    GridLayout sun = sameMeaning(third, one);
    NetcdfOutput output = NetcdfOutput.titled("weather");
    OutputTime.addDaily(output, FIRST, DAYS);
    one.add(output, "tasmin", DAYS, TMIN).units("degC");
    rain.add(output, "tasmax", DAYS, TMAX).units("degC");
    rain.add(output, "pr", DAYS, RAIN).units("mm d-1");
    sun.add(output, "rsds", DAYS, SUN).units("W m-2");
    DailyForcing weather =
        through(
            output,
            file ->
                CfForcing.of(List.of(file), ForcingVariables.cmip())
                    .registered(one.registration())
                    .read(CELLS, FIRST, FIRST.plusDays(DAYS - 1)));
    for (int c = 0; c < CELLS.size(); c++) {
      for (int d = 0; d < DAYS; d++) {
        assertThat((double) weather.tmin()[c][d])
            .isCloseTo(mean(CELLS.get(c), TMIN, d), within(1e-5));
        assertThat((double) weather.tmax()[c][d])
            .isCloseTo(mean(CELLS.get(c), TMAX, d), within(1e-5));
        assertThat((double) weather.precipitation()[c][d])
            .isCloseTo(mean(CELLS.get(c), RAIN, d), within(1e-5));
        assertThat((double) weather.shortwave()[c][d])
            .isCloseTo(mean(CELLS.get(c), SUN, d), within(1e-4));
      }
    }
  }

  /** One key says what the coordinates of all variables without bounds mean. */
  private static GridLayout sameMeaning(GridLayout layout, GridLayout as) {
    return new GridLayout(
        layout.order(),
        layout.northFirst(),
        layout.domain(),
        layout.seam(),
        as.meaning(),
        as.bounds());
  }

  @Property(tries = TRIES)
  void climatology(@ForAll("layouts") GridLayout one, @ForAll("layouts") GridLayout other)
      throws IOException {
    GridLayout rain = sameMeaning(other, one);
    // a lake without temperature, which rain and sun do not have either then
    GridLayout.Content temperature =
        (month, lat, lon) -> lat == 45 && lon == 5 ? Double.NaN : 10 + 0.1 * lat + month;
    NetcdfOutput output = NetcdfOutput.titled("climate");
    OutputTime.addMonthly(output, new MonthAxis(YearMonth.of(2010, 1), 12));
    one.add(output, "temp", 12, temperature).units("degC");
    rain.add(output, "prec", 12, (month, lat, lon) -> 50 + lat + 0.1 * lon).units("mm");
    one.add(output, "sun", 12, (month, lat, lon) -> 0.5 + 0.001 * lon).units("1");
    ClimatologyVariables variables =
        new ClimatologyVariables(
            SourceVariable.named("temp"),
            SourceVariable.named("prec"),
            true,
            SourceVariable.named("sun"),
            one.registration());
    List<MonthlyClimate> climates =
        through(
            output,
            file ->
                ClimatologyForcing.of(file, variables, new WeatherGenerator(1, true))
                    .climates(CELLS));
    GridLayout.Content onLand =
        (month, lat, lon) -> lat == 45 && lon == 5 ? Double.NaN : 50 + lat + 0.1 * lon;
    for (int c : new int[] {0, 2, 3}) {
      assertThat(climates.get(c).precipitation()[3])
          .isCloseTo(mean(CELLS.get(c), onLand, 3), within(1e-9));
      assertThat(climates.get(c).temperature()[3])
          .isCloseTo(mean(CELLS.get(c), temperature, 3), within(1e-9));
    }
    // cell 2 without the lake: 35..40 and 50..52 of -7..6, 40..50 of -7..0
    double weighted = 0;
    double area = 0;
    for (double[] part :
        new double[][] {
          {35, 40, -7, 0, 35, -5},
          {35, 40, 0, 6, 35, 5},
          {40, 50, -7, 0, 45, -5},
          {50, 52, -7, 0, 55, -5},
          {50, 52, 0, 6, 55, 5}
        }) {
      double size =
          (Math.sin(Math.toRadians(part[1])) - Math.sin(Math.toRadians(part[0])))
              * (part[3] - part[2]);
      weighted += size * (50 + part[4] + 0.1 * part[5]);
      area += size;
    }
    assertThat(climates.get(1).precipitation()[3]).isCloseTo(weighted / area, within(1e-9));
  }

  @Property(tries = TRIES)
  void soilsAndRelief(@ForAll("layouts") GridLayout layout) throws IOException {
    GridLayout.Content classes = (step, lat, lon) -> Math.floorMod((int) (lat + 2 * lon), 6) + 1;
    GridLayout.Content heights = (step, lat, lon) -> 100 + 10 * lat + lon;
    NetcdfOutput output = NetcdfOutput.titled("land").dimension("time", 1);
    layout.add(output, "cls", 1, classes);
    layout.add(output, "height", 1, heights).units("m");
    CellTable table = new CellTable(CELLS);
    Map<Integer, Integer> textures = Map.of(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6);
    through(
        output,
        file -> {
          int[] found =
              SoilTextures.readClassMap(file, "cls", layout.registration(), textures, table);
          double[] elevations = Elevations.read(file, "height", layout.registration(), table);
          for (int c = 0; c < CELLS.size(); c++) {
            int best = 0;
            double most = 0;
            for (int texture = 1; texture <= 6; texture++) {
              int wanted = texture;
              double share =
                  mean(
                      CELLS.get(c),
                      (step, lat, lon) -> classes.at(step, lat, lon) == wanted ? 1 : 0,
                      0);
              if (share > most + 1e-9) {
                most = share;
                best = texture;
              }
            }
            assertThat(found[c]).isEqualTo(best);
            GridLayout.Content land = (step, lat, lon) -> Math.max(0, heights.at(step, lat, lon));
            GridLayout.Content dry = (step, lat, lon) -> heights.at(step, lat, lon) > 0 ? 1 : 0;
            double share = mean(CELLS.get(c), dry, 0);
            assertThat(elevations[c])
                .isCloseTo(share > 0 ? mean(CELLS.get(c), land, 0) / share : 0, within(1e-9));
          }
          return found;
        });
  }
}
