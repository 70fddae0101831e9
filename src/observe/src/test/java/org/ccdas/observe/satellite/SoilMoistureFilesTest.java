package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.observe.local.ObservedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoilMoistureFilesTest {
  private static final SoilMoistureGrid GRID = SoilMoistureGrid.global(30, 60);
  private static final LocalDate FIRST = LocalDate.of(2010, 12, 30);

  @TempDir Path folder;

  private static Cell cell(int id, double lat, double lon) {
    return Cell.of(id, lat, lon, LatLonBox.around(lat, lon, 30, 60), List.of(1));
  }

  /**
   * Value 0.1 + 0.01 index + 0.001 day of month in every box but those whose index + day is odd.
   */
  private static SoilMoistureDay day(LocalDate date) {
    SoilMoistureDay day = SoilMoistureDay.missing(GRID.size());
    for (int i = 0; i < GRID.size(); i++) {
      if ((i + date.getDayOfMonth()) % 2 == 0) {
        day.value()[i] = 0.1f + 0.01f * i + 0.001f * date.getDayOfMonth();
        day.standardError()[i] = 0.04f + 0.001f * i;
        day.validFraction()[i] = 0.5f;
      }
    }
    return day;
  }

  private Location write(String name, LocalDate first, int days) throws IOException {
    Location path = Location.of(folder.resolve(name));
    SoilMoistureWriter.write(
        path, "A test", Map.of("source", "none"), GRID, first, days, SoilMoistureFilesTest::day);
    return path;
  }

  @Test
  void cellsGetTheirBoxesAcrossFilesAndMissingDays() throws IOException {
    List<Location> files =
        List.of(write("b.nc", FIRST.plusDays(4), 2), write("a.nc", FIRST, 3)); // one day lacks
    SoilMoistureFiles product = SoilMoistureFiles.scan(files);
    assertThat(product.first()).isEqualTo(FIRST);
    assertThat(product.last()).isEqualTo(FIRST.plusDays(5));
    // another turn of the circle; not in the order of the grid
    List<Cell> cells = List.of(cell(1, 75, 330), cell(2, -15, 30));
    ObservedField read = product.read(cells, FIRST.minusDays(1), FIRST.plusDays(5));
    assertThat(read.intervals()).isEqualTo(7);
    assertThat(read.first()).isEqualTo(FIRST.minusDays(1));
    int[] index = {5 * 6 + 2, 2 * 6 + 3};
    int found = 0;
    for (int c = 0; c < 2; c++) {
      for (int d = 0; d < 7; d++) {
        LocalDate date = FIRST.plusDays(d - 1);
        SoilMoistureDay day = day(date);
        boolean there = d != 0 && d != 4;
        assertThat(Float.valueOf(read.value()[c][d]))
            .isEqualTo(Float.valueOf(there ? day.value()[index[c]] : Float.NaN));
        assertThat(Float.valueOf(read.standardError()[c][d]))
            .isEqualTo(Float.valueOf(there ? day.standardError()[index[c]] : Float.NaN));
        found += there && !Float.isNaN(day.value()[index[c]]) ? 1 : 0;
      }
    }
    assertThat(found).isPositive();
    assertThat(read.count()).isEqualTo(found);
  }

  @Test
  void sameContentGivesSameBytesAndDaysAreAskedForOnceInOrder() throws IOException {
    List<LocalDate> asked = new ArrayList<>();
    Location first = Location.of(folder.resolve("first.nc"));
    SoilMoistureWriter.write(
        first,
        "A test",
        Map.of("source", "none"),
        GRID,
        FIRST,
        4,
        date -> {
          asked.add(date);
          return day(date);
        });
    assertThat(asked).hasSize(4).isSorted();
    assertThat(new TreeSet<>(asked)).hasSize(4);
    assertThat(Files.readAllBytes(first.path()))
        .isEqualTo(Files.readAllBytes(write("again.nc", FIRST, 4).path()));
  }

  @Test
  void fileIsCf() throws IOException {
    try (NetcdfInput input = NetcdfInput.open(write("a.nc", FIRST, 2))) {
      assertThat(input.attribute("Conventions")).hasValue("CF-1.8");
      assertThat(input.variable("time").attribute("units")).hasValue("days since 2000-01-01");
      assertThat(input.time("time").date(0)).isEqualTo(FIRST);
      assertThat(input.variable("soil_moisture").unit()).hasValue("m3 m-3");
      assertThat(input.variable("soil_moisture").attribute("_FillValue")).isPresent();
      assertThat(input.variable("time_bnds").read()).containsExactly(4016, 4017, 4017, 4018);
    }
  }

  /** Two boxes on two days, over (lon, time, lat). */
  @Test
  void dimensionsMayStandInAnyOrder() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("shuffled");
    goodTime(output);
    output.dimension("lat", 2).dimension("lon", 1).dimension("bnds", 2);
    output.doubles("lat", "lat").units("degrees_north").values(0, 30);
    output.doubles("lon", "lon").units("degrees_east").values(0);
    output.doubles("lat_bnds", "lat", "bnds").values(-15, 15, 15, 45);
    output.doubles("lon_bnds", "lon", "bnds").values(-30, 30);
    String[] over = {"lat", "lon", "time"};
    output.floats("soil_moisture", over).units("m3 m-3").values(0.1, 0.2, 0.3, 0.4);
    output.floats("soil_moisture_standard_error", over).units("m3 m-3").values(.01, .02, .03, .04);
    output.floats("valid_fraction", over).units("1").values(1, 1, 1, 1);
    Location path = Location.of(folder.resolve("shuffled.nc"));
    output.write(path);
    ObservedField read =
        SoilMoistureFiles.scan(List.of(path))
            .read(List.of(cell(1, 30, 0), cell(2, 0, 0)), FIRST, FIRST.plusDays(1));
    assertThat(read.value()[0]).containsExactly(0.3f, 0.4f);
    assertThat(read.value()[1]).containsExactly(0.1f, 0.2f);
    assertThat(read.standardError()[0]).containsExactly(0.03f, 0.04f);
  }

  @Test
  void aDayInTwoFilesIsRefused() throws IOException {
    Location a = write("a.nc", FIRST, 3);
    Location b = write("b.nc", FIRST.plusDays(2), 3);
    assertThatThrownBy(() -> SoilMoistureFiles.scan(List.of(a, b)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("b.nc, variable time: has 2011-01-01, which")
        .hasMessageContaining("a.nc has too");
    assertThatThrownBy(() -> SoilMoistureFiles.scan(List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no file was given");
  }

  @Test
  void aCellOffTheGridIsRefused() throws IOException {
    SoilMoistureFiles product = SoilMoistureFiles.scan(List.of(write("a.nc", FIRST, 1)));
    Cell off = Cell.of(7, -14, 30, LatLonBox.around(-14, 30, 30, 60), List.of(1));
    assertThatThrownBy(() -> product.read(List.of(off), FIRST, FIRST))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no box of the file is cell 7 of the model grid");
  }

  /** A file of one box and two days that differs from a good one in what {@code change} does. */
  private Location odd(double[] values, double[] errors, String units, Consumer<NetcdfOutput> time)
      throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("odd");
    time.accept(output);
    output.dimension("lat", 1).dimension("lon", 1).dimension("bnds", 2);
    output.doubles("lat", "lat").units("degrees_north").values(0);
    output.doubles("lon", "lon").units("degrees_east").values(0);
    output.doubles("lat_bnds", "lat", "bnds").values(-15, 15);
    output.doubles("lon_bnds", "lon", "bnds").values(-30, 30);
    output.floats("soil_moisture", "time", "lat", "lon").units(units).mayBeMissing().values(values);
    if (errors != null) {
      output
          .floats("soil_moisture_standard_error", "time", "lat", "lon")
          .units("m3 m-3")
          .mayBeMissing()
          .values(errors);
    }
    output.floats("valid_fraction", "time", "lat", "lon").units("1").values(1, 1);
    Location path = Location.of(folder.resolve("odd.nc"));
    output.write(path);
    return path;
  }

  private static void goodTime(NetcdfOutput output) {
    OutputTime.addDaily(output, FIRST, 2);
  }

  private static void time(NetcdfOutput output, double[] times, double[] bounds) {
    output.dimension("time", 2).dimension("bnds", 2);
    output.doubles("time", "time").units("days since 2000-01-01").values(times);
    output.doubles("time_bnds", "time", "bnds").values(bounds);
  }

  private void refused(Location path, String message) {
    assertThatThrownBy(
            () ->
                SoilMoistureFiles.scan(List.of(path))
                    .read(List.of(cell(1, 0, 0)), FIRST, FIRST.plusDays(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("odd.nc")
        .hasMessageContaining(message);
  }

  @Test
  void badValuesUnitsAndVariablesAreRefused() throws IOException {
    double[] good = {0.2, 0.3};
    double[] errors = {0.05, 0.05};
    Location fine = odd(good, errors, "m3 m-3", SoilMoistureFilesTest::goodTime);
    assertThat(
            SoilMoistureFiles.scan(List.of(fine))
                .read(List.of(cell(1, 0, 0)), FIRST, FIRST.plusDays(1))
                .count())
        .isEqualTo(2);
    refused(
        odd(new double[] {0.2, 1.2}, errors, "m3 m-3", SoilMoistureFilesTest::goodTime),
        "impossible moisture 1.2");
    refused(
        odd(new double[] {-0.1, 0.3}, errors, "m3 m-3", SoilMoistureFilesTest::goodTime),
        "impossible moisture -0.1");
    refused(
        odd(good, new double[] {0, 0.1}, "m3 m-3", SoilMoistureFilesTest::goodTime),
        "impossible standard error 0.0 on 2010-12-30 in cell 1");
    refused(
        odd(good, new double[] {Double.NaN, 0.1}, "m3 m-3", SoilMoistureFilesTest::goodTime),
        "impossible standard error NaN");
    refused(odd(good, errors, "K", SoilMoistureFilesTest::goodTime), "cannot be converted");
    refused(
        odd(good, null, "m3 m-3", SoilMoistureFilesTest::goodTime),
        "there is no variable soil_moisture_standard_error");
  }

  @Test
  void unitsAreConverted() throws IOException {
    Location percent =
        odd(
            new double[] {20, 30},
            new double[] {0.05, 0.05},
            "percent",
            SoilMoistureFilesTest::goodTime);
    assertThat(
            SoilMoistureFiles.scan(List.of(percent))
                .read(List.of(cell(1, 0, 0)), FIRST, FIRST.plusDays(1))
                .value()[0])
        .containsExactly(0.2f, 0.3f);
  }

  @Test
  void impossibleTimesAreRefused() throws IOException {
    double[] good = {0.2, 0.3};
    double[] errors = {0.05, 0.05};
    record Case(double[] times, double[] bounds, String message) {}
    List<Case> cases =
        List.of(
            new Case(new double[] {1.5, 1.5}, new double[] {1, 2, 1, 2}, "after 2000-01-02"),
            new Case(new double[] {2.5, 1.5}, new double[] {2, 3, 1, 2}, "after 2000-01-03"),
            new Case(new double[] {1.5, 3}, new double[] {1, 2, 2, 4}, "reaches from"),
            new Case(new double[] {1.5, 9.5}, new double[] {1, 2, 2, 3}, "is of 2.0 to 3.0"),
            new Case(
                new double[] {1.5, 2.5}, new double[] {1.25, 2.25, 2.25, 3.25}, "reaches from"),
            new Case(
                new double[] {-20000.5, 2.5},
                new double[] {-20001, -20000, 2, 3},
                "impossible day 1945"));
    for (Case odd : cases) {
      refused(
          odd(good, errors, "m3 m-3", output -> time(output, odd.times, odd.bounds)), odd.message);
    }
  }
}
