package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.netcdf.OutputVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CfForcingTest {
  private static final LocalDate FIRST = LocalDate.of(2011, 12, 30);
  private static final List<Cell> CELLS = List.of(cell(5, 51, 9), cell(8, -35, 179));
  @TempDir Path folder;

  private static Cell cell(int id, double lat, double lon) {
    return Cell.of(id, lat, lon, LatLonBox.around(lat, lon, 2, 2), List.of(9));
  }

  private static DailyForcing weather(LocalDate first, int days) {
    DailyForcing forcing = DailyForcing.empty(2, first, first.plusDays(days - 1L));
    for (int c = 0; c < 2; c++) {
      for (int d = 0; d < days; d++) {
        forcing.tmin()[c][d] = 0.1f * d - c;
        forcing.tmax()[c][d] = 10.3f + 0.3f * d;
        forcing.precipitation()[c][d] = d % 3;
        forcing.shortwave()[c][d] = 100 + c;
      }
    }
    return forcing;
  }

  private Location write(String name, DailyForcing forcing) throws IOException {
    Location path = Location.of(folder.resolve(name));
    CfForcingWriter.write(path, "test weather", CELLS, forcing);
    return path;
  }

  private static CfForcing open(Location... files) {
    return CfForcing.of(List.of(files), ForcingVariables.cmip());
  }

  @Test
  void givesBackTheBitsThatWereWritten() throws IOException {
    DailyForcing written = weather(FIRST, 90);
    DailyForcing read = open(write("w.nc", written)).read(CELLS, written.first(), written.last());
    assertThat(read.tmin()).isDeepEqualTo(written.tmin());
    assertThat(read.tmax()).isDeepEqualTo(written.tmax());
    assertThat(read.precipitation()).isDeepEqualTo(written.precipitation());
    assertThat(read.shortwave()).isDeepEqualTo(written.shortwave());
  }

  @Test
  void servesAnyCellsAndPeriodAcrossFiles() throws IOException {
    DailyForcing all = weather(FIRST, 6);
    Location b = write("b.nc", weather(FIRST.plusDays(4), 2));
    Location a = write("a.nc", weather(FIRST, 4));
    CfForcing forcing = open(b, a);
    assertThat(forcing.first()).isEqualTo(FIRST);
    assertThat(forcing.last()).isEqualTo(FIRST.plusDays(5));
    DailyForcing part = forcing.read(List.of(CELLS.get(1)), FIRST.plusDays(3), FIRST.plusDays(4));
    assertThat(part.cells()).isEqualTo(1);
    assertThat(part.tmin()[0][0]).isEqualTo(all.tmin()[1][3]);
    assertThat(part.tmin()[0][1]).isEqualTo(all.tmin()[1][0]);
  }

  @Test
  void namesBothPeriodsWhenAskedForMore() throws IOException {
    CfForcing forcing = open(write("w.nc", weather(FIRST, 4)));
    assertThatThrownBy(() -> forcing.read(CELLS, FIRST.minusDays(1), FIRST))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("w.nc")
        .hasMessageContaining("period outside the forcing")
        .hasMessageContaining("2011-12-29 to 2011-12-30")
        .hasMessageContaining("2011-12-30 to 2012-01-02");
  }

  @Test
  void namesGapsAndOverlaps() throws IOException {
    Location a = write("a.nc", weather(FIRST, 2));
    Location c = write("c.nc", weather(FIRST.plusDays(3), 2));
    assertThatThrownBy(() -> open(a, c).read(CELLS, FIRST, FIRST.plusDays(4)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no 2012-01-01");
    Location b = write("b.nc", weather(FIRST.plusDays(1), 2));
    assertThatThrownBy(() -> open(a, b))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("b.nc")
        .hasMessageContaining("2011-12-31")
        .hasMessageContaining("a.nc");
    assertThatThrownBy(() -> CfForcing.of(List.of(), ForcingVariables.cmip()))
        .isInstanceOf(InputException.class);
  }

  @Test
  void namesVariableCellAndDateOfImpossibleValues() throws IOException {
    DailyForcing forcing = weather(FIRST, 4);
    forcing.tmax()[1][2] = -40;
    refused(forcing, "tasmax, cell 8, 2012-01-01", "below the minimum");
    forcing.tmax()[1][2] = 300;
    refused(forcing, "tasmax, cell 8, 2012-01-01", "300.0 degC");
    forcing.tmax()[1][2] = 20;
    forcing.precipitation()[0][1] = -1;
    refused(forcing, "pr, cell 5, 2011-12-31", "-1.0 mm d-1");
    forcing.precipitation()[0][1] = 2001;
    refused(forcing, "pr, cell 5, 2011-12-31", "2001");
    forcing.precipitation()[0][1] = 0;
    forcing.shortwave()[0][3] = 601;
    refused(forcing, "rsds, cell 5, 2012-01-02", "601");
  }

  private void refused(DailyForcing forcing, String place, String problem) throws IOException {
    Location path = write("bad.nc", forcing);
    assertThatThrownBy(() -> open(path).read(CELLS, forcing.first(), forcing.last()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bad.nc")
        .hasMessageContaining(place)
        .hasMessageContaining(problem);
  }

  @Test
  void putsTheRoundingOfPackedFilesRight() throws IOException {
    DailyForcing forcing = weather(FIRST, 2);
    forcing.precipitation()[0][1] = -0.001f;
    forcing.tmin()[1][0] = 5.02f;
    forcing.tmax()[1][0] = 5f;
    DailyForcing read = open(write("p.nc", forcing)).read(CELLS, FIRST, FIRST.plusDays(1));
    assertThat(read.precipitation()[0][1]).isZero();
    assertThat(read.tmin()[1][0]).isEqualTo(read.tmax()[1][0]).isCloseTo(5.01f, within(1e-5f));
  }

  @Test
  void refusesCutFilesAndMissingVariables() throws IOException {
    Location whole = write("whole.nc", weather(FIRST, 4));
    byte[] bytes = Files.readAllBytes(whole.path());
    Location cut = Location.of(folder.resolve("cut.nc"));
    Files.write(cut.path(), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> open(cut))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cut.nc");
    ForcingVariables other =
        new ForcingVariables(
            SourceVariable.named("tasmin"),
            SourceVariable.named("tasmax"),
            SourceVariable.named("precip"),
            SourceVariable.named("rsds"));
    assertThatThrownBy(() -> CfForcing.of(List.of(whole), other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no variable precip")
        .hasMessageContaining("pr, rsds, tasmax, tasmin");
    assertThatThrownBy(() -> open(whole).read(List.of(cell(3, 0, 0)), FIRST, FIRST))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no point lies in cell 3");
  }

  /** A gridded forcing of 4 x 4 degrees around the first cell, in units of reanalyses. */
  private Location gridded(String calendar, int days, String precipitationUnit, double hole)
      throws IOException {
    NetcdfOutput output =
        NetcdfOutput.titled("grid").dimension("time", days).dimension("lat", 4).dimension("lon", 4);
    output
        .doubles("time", "time")
        .units("days since 2012-02-27 12:00")
        .attribute("calendar", calendar)
        .slabs(d -> new double[] {d});
    output.doubles("lat", "lat").units("degrees_north").values(52.5, 51.5, 50.5, 49.5);
    output.doubles("lon", "lon").units("degrees_east").values(7.5, 8.5, 9.5, 10.5);
    for (String name : List.of("tasmin", "tasmax")) {
      output
          .floats(name, "time", "lat", "lon")
          .units("K")
          .mayBeMissing()
          .slabs(d -> field(name.equals("tasmin") ? 280 + d : 290 + d, hole));
    }
    output
        .floats("pr", "lat", "time", "lon")
        .units(precipitationUnit)
        .slabs(
            lat -> {
              double[] values = new double[4 * days];
              Arrays.fill(values, 1e-5);
              return values;
            });
    output.doubles("rsds", "time", "lon", "lat").units("J m-2 d-1").slabs(d -> field(8640000, 0));
    Location path = Location.of(folder.resolve("grid.nc"));
    output.write(path);
    return path;
  }

  private static double[] field(double value, double hole) {
    double[] field = new double[16];
    Arrays.fill(field, value);
    // sampled by the cell 50..52 north, 8..10 east
    field[5] += 4;
    field[6] = hole > 0 ? Double.NaN : field[6];
    return field;
  }

  @Test
  void takesAreaMeansOfAGridAndConvertsUnits() throws IOException {
    DailyForcing read =
        open(gridded("standard", 3, "kg m-2 s-1", 0))
            .read(CELLS.subList(0, 1), LocalDate.of(2012, 2, 27), LocalDate.of(2012, 2, 29));
    // One of the four points in the cell is 4 K warmer; the northern row weighs a little less.
    assertThat(read.tmin()[0][0]).isBetween(280 + 0.98f - 273.15f, 280 + 1f - 273.15f);
    assertThat(read.tmax()[0][2] - read.tmax()[0][0]).isCloseTo(2, within(1e-4f));
    assertThat(read.precipitation()[0][1]).isCloseTo(0.864f, within(1e-6f));
    assertThat(read.shortwave()[0][1]).isCloseTo(100, within(1e-3f));
  }

  @Test
  void skipsMissingPointsAndReachesForLandWhenAllowed() throws IOException {
    Location path = gridded("standard", 1, "kg m-2 s-1", 1);
    LocalDate day = LocalDate.of(2012, 2, 27);
    assertThat(open(path).read(CELLS.subList(0, 1), day, day).tmin()[0][0])
        .isBetween(281 - 273.15f, 282 - 273.15f);
    // A cell that is the missing point only
    Cell coast = Cell.of(2, 51.5, 9.5, LatLonBox.around(51.5, 9.5, 1, 1), List.of(9));
    assertThatThrownBy(() -> open(path).read(List.of(coast), day, day))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tasmin, cell 2, 2012-02-27")
        .hasMessageContaining("missing");
    // the nearest is its western neighbour, 0.62 degrees away, which is 4 K warmer
    assertThat(open(path).withReach(0.8).read(List.of(coast), day, day).tmin()[0][0])
        .isCloseTo(284 - 273.15f, within(1e-3f));
    assertThatThrownBy(() -> open(path).withReach(0.5).read(List.of(coast), day, day))
        .isInstanceOf(InputException.class);
  }

  @Test
  void repeatsTheEveOfALeapDayThatACalendarLacks() throws IOException {
    DailyForcing read =
        open(gridded("noleap", 3, "kg m-2 s-1", 0))
            .read(CELLS.subList(0, 1), LocalDate.of(2012, 2, 27), LocalDate.of(2012, 3, 1));
    float[] tmin = read.tmin()[0];
    assertThat(tmin).hasSize(4);
    assertThat(tmin[2]).isEqualTo(tmin[1]);
    assertThat(tmin[3] - tmin[2]).isCloseTo(1, within(1e-4f));
  }

  @Test
  void refusesCalendarsAndUnitsThatDoNotFit() throws IOException {
    Location days360 = gridded("360_day", 1, "kg m-2 s-1", 0);
    assertThatThrownBy(() -> open(days360))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("grid.nc")
        .hasMessageContaining("360_day");
    Location unit = gridded("standard", 1, "K", 0);
    LocalDate day = LocalDate.of(2012, 2, 27);
    assertThatThrownBy(() -> open(unit).read(CELLS.subList(0, 1), day, day))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("variable pr")
        .hasMessageContaining("'K'")
        .hasMessageContaining("mm d-1");
    ForcingVariables stated =
        new ForcingVariables(
            SourceVariable.named("tasmin"),
            SourceVariable.named("tasmax"),
            new SourceVariable("pr", "mm d-1", 1e5),
            SourceVariable.named("rsds"));
    assertThat(
            CfForcing.of(List.of(unit), stated)
                .read(CELLS.subList(0, 1), day, day)
                .precipitation()[0][0])
        .isCloseTo(1, within(1e-6f));
  }

  /** A day on these axes: a tenth of the longitude, plus the number of the variable. */
  private Location onAxes(double[] lats, double[] latBounds, double[] lons, double[] lonBounds)
      throws IOException {
    NetcdfOutput output =
        NetcdfOutput.titled("w").dimension("y", lats.length).dimension("x", lons.length);
    OutputTime.addDaily(output, FIRST, 1);
    OutputVariable lat = output.doubles("lat", "y").units("degrees_north").values(lats);
    OutputVariable lon = output.doubles("lon", "x").units("degrees_east").values(lons);
    if (latBounds.length > 0) {
      output.dimension("two", 2);
      lat.attribute("bounds", "rows");
      output.doubles("rows", "y", "two").values(latBounds);
      lon.attribute("bounds", "columns");
      output.doubles("columns", "x", "two").values(lonBounds);
    }
    String[] names = {"tasmin", "tasmax", "pr", "rsds"};
    String[] units = {"degC", "degC", "mm d-1", "W m-2"};
    for (int v = 0; v < names.length; v++) {
      double[] values = new double[lats.length * lons.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = 0.1 * lons[i % lons.length] + v;
      }
      output.doubles(names[v], "time", "y", "x").units(units[v]).values(values);
    }
    Location path = Location.of(folder.resolve("axes.nc"));
    output.write(path);
    return path;
  }

  /** Days fall, as of a file turned over; bounds in units of their own make the times ends. */
  @Test
  void daysMayStandInAnyOrder() throws IOException {
    NetcdfOutput output =
        NetcdfOutput.titled("w").dimension("time", 3).dimension("y", 2).dimension("x", 2);
    output.dimension("two", 2);
    OutputVariable time = output.doubles("time", "time").units("days since 2011-12-30");
    time.attribute("bounds", "ends").values(3, 2, 1);
    output
        .doubles("ends", "time", "two")
        .units("hours since 2011-12-29 00:00 -0:30")
        .values(71.5, 95.5, 47.5, 71.5, 23.5, 47.5);
    output.doubles("lat", "y").units("degrees_north").values(50, 52);
    output.doubles("lon", "x").units("degrees_east").values(8, 10);
    String[] names = {"tasmin", "tasmax", "pr", "rsds"};
    String[] units = {"degC", "degC", "mm d-1", "W m-2"};
    for (int v = 0; v < names.length; v++) {
      double[] values = new double[12];
      int variable = v;
      Arrays.setAll(values, i -> 10 * variable + 2 - i / 4);
      output.doubles(names[v], "time", "y", "x").units(units[v]).values(values);
    }
    Location path = Location.of(folder.resolve("falling.nc"));
    output.write(path);
    CfForcing forcing = open(path);
    DailyForcing read = forcing.read(CELLS.subList(0, 1), FIRST, FIRST.plusDays(2));
    assertThat(read.tmin()[0]).containsExactly(0, 1, 2);
    assertThat(read.shortwave()[0]).containsExactly(30, 31, 32);
    assertThat(forcing.notes()).isEmpty();
  }

  @Test
  void nothingIsMadeUpInAGap() throws IOException {
    Location file =
        onAxes(
            new double[] {40, 50, 60},
            new double[0],
            new double[] {5, 15, 345, 355},
            new double[0]);
    assertThat(open(file).read(List.of(cell(1, 51, 11)), FIRST, FIRST).tmin()[0][0])
        .isEqualTo(1.5f);
    // across Greenwich, where the columns meet: half of 355 and half of 5
    assertThat(open(file).read(List.of(cell(1, 51, 0)), FIRST, FIRST).shortwave()[0][0])
        .isCloseTo(18 + 3, within(1e-5f));
    assertThatThrownBy(() -> open(file).read(List.of(cell(9, 51, 95)), FIRST, FIRST))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("axes.nc, variable tasmin")
        .hasMessageContaining("does not reach cell 9 (51.0 north, 95.0 east)")
        .hasMessageContaining("latitudes 35.0 to 65.0, longitudes 0.0 to 20.0 and 340.0 to 360.0");
  }

  @Test
  void aSingleGridCellIsReadByItsBounds() throws IOException {
    double[] lat = {51};
    double[] lon = {9};
    Location file = onAxes(lat, new double[] {50, 52}, lon, new double[] {8, 10});
    assertThat(open(file).read(List.of(CELLS.get(0)), FIRST, FIRST).tmax()[0][0]).isEqualTo(1.9f);
    Location without = onAxes(lat, new double[0], lon, new double[0]);
    assertThatThrownBy(() -> open(without).read(List.of(CELLS.get(0)), FIRST, FIRST))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("axes.nc, variable lat")
        .hasMessageContaining("one latitude only and no bounds")
        .hasMessageContaining("lat_bnds");
  }

  @Test
  void boundsAndRegistrationMustAgree() throws IOException {
    double[] lats = {40, 50};
    double[] lons = {0, 10};
    Location edges =
        onAxes(lats, new double[] {40, 50, 50, 60}, lons, new double[] {0, 10, 10, 20});
    List<Cell> cells = List.of(cell(1, 51, 11));
    assertThat(open(edges).read(cells, FIRST, FIRST).tmin()[0][0]).isEqualTo(1);
    assertThatThrownBy(() -> open(edges).registered(Registration.CENTRE).read(cells, FIRST, FIRST))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("contradict the registration");
    Location plain = onAxes(lats, new double[0], lons, new double[0]);
    assertThat(
            open(plain).registered(Registration.LOWER_LEFT).read(cells, FIRST, FIRST).tmin()[0][0])
        .isEqualTo(1);
    Location wrong =
        onAxes(lats, new double[] {40, 50, 45, 60}, lons, new double[] {0, 10, 10, 20});
    assertThatThrownBy(() -> open(wrong).read(cells, FIRST, FIRST))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("variable lat")
        .hasMessageContaining("overlap");
  }

  @Test
  void pointsAtTheSamePlaceAreRefused() throws IOException {
    DailyForcing forcing = weather(FIRST, 1);
    Location file = Location.of(folder.resolve("points.nc"));
    CfForcingWriter.write(file, "test", List.of(CELLS.get(0), cell(6, 51, 9)), forcing);
    assertThatThrownBy(() -> open(file).read(List.of(CELLS.get(0)), FIRST, FIRST))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("points 1 and 2 are at the same place in cell 5");
  }
}
