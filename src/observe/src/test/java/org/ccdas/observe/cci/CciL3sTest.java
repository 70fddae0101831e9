package org.ccdas.observe.cci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.AreaMeasure;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.observe.satellite.EqualAreaRegrid;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.GriddedRetrievals;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.ProductBytes;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.ScreenedRetrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CciL3sTest {
  private static final CciL3s PRODUCT = new CciL3s();
  private static final String REAL =
      "ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20000101000000-fv02.2.nc";

  @TempDir Path folder;

  private static FileIdentity identity(String name) {
    return PRODUCT.identify(name).orElseThrow();
  }

  /** Eight pixels, of which the second row has the flags 0, 1, 2, 3. */
  private byte[] file(String meanings, double time) throws IOException {
    NetcdfOutput output =
        NetcdfOutput.titled("t").dimension("time", 1).dimension("lat", 2).dimension("lon", 4);
    output.doubles("time", "time").units("days since 1970-01-01 00:00:00 UTC").values(time);
    output.floats("lat", "lat").units("degrees_north").values(45, -45);
    output.floats("lon", "lon").units("degrees_east").values(-135, -45, 45, 135);
    output
        .shorts("sm", "time", "lat", "lon")
        .units("m3 m-3")
        .attribute("scale_factor", 1e-4f)
        .attribute("_FillValue", (short) -9999)
        // in physical units although the numbers are packed
        .values(-9999, 1000, 2000, 3000, 4000, 4000, 4000, 4000);
    output
        .shorts("sm_uncertainty", "time", "lat", "lon")
        .units("m3 m-3")
        .attribute("scale_factor", 1e-4f)
        .attribute("_FillValue", (short) -9999)
        .values(-9999, 0, 200, -9999, 200, 200, 200, 200);
    output
        .ints("flag", "time", "lat", "lon")
        .flags(meanings.split(" "))
        .values(0, 0, 0, 0, 0, 1, 2, 3);
    output
        .doubles("t0", "time", "lat", "lon")
        .units("days since 1970-01-01 00:00:00 UTC")
        .values(time, time, time + 0.25, time, time, time, time, time);
    Path path = folder.resolve("cci.nc");
    output.write(Location.of(path));
    return Files.readAllBytes(path);
  }

  private static Retrievals read(byte[] bytes) {
    return PRODUCT.read(
        new ProductBytes(REAL, bytes), identity(REAL), PRODUCT.screening().layers());
  }

  @Test
  void knowsItsNames() {
    FileIdentity identity = identity(REAL);

    assertThat(identity.date()).isEqualTo(LocalDate.of(2000, 1, 1));
    assertThat(identity.overpass()).isEqualTo(Overpass.COMBINED);
    assertThat(identity)
        .isLessThan(identity("ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20000101000000-fv07.1.nc"));
    assertThat(PRODUCT.identify("README.txt")).isEmpty();
    assertThat(identity(REAL).variant()).isEqualTo("COMBINED");
    FileIdentity active = identity("ESACCI-SOILMOISTURE-L3S-SSMS-ACTIVE-20000101000000-fv07.1.nc");
    assertThat(active.series()).isEqualTo("esa-cci-sm-l3s:ACTIVE");
    FileIdentity revised =
        identity("ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20000101000000-fv09.1r1.nc");
    assertThat(revised)
        .isGreaterThan(identity("ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20000101000000-fv09.1.nc"));
    assertThat(
            identity("ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED_GAPFILLED-20000101000000-fv09.1r1.nc")
                .variant())
        .isEqualTo("COMBINED_GAPFILLED");
  }

  @Test
  void screensByErrorAndClass() throws IOException {
    Retrievals retrievals =
        read(
            file(
                "no_data_inconsistency_detected snow_coverage_or_temperature_below_zero"
                    + " dense_vegetation others_no_convergence_in_the_model",
                10957));
    ScreenedRetrievals screened = PRODUCT.screening().apply(retrievals);

    assertThat(retrievals.count()).isEqualTo(7);
    assertThat(retrievals.soilMoisture()[1]).isCloseTo(0.1f, within(1e-7f));
    assertThat(retrievals.numbers(Layer.ACQUISITION_HOURS).orElseThrow()[2]).isEqualTo(6);
    assertThat(screened.reasons())
        .containsExactly(
            "range",
            "uncertainty",
            "acquisition-time",
            "snow-or-frozen",
            "dense-vegetation",
            "other-flag",
            "advisory");
    // no error, a missing error; then one flag each, class 3 being none of the first two
    assertThat(screened.counts().alone()).containsExactly(0, 2, 0, 1, 1, 1, 0);
    assertThat(screened.accepted()).isEqualTo(2);
  }

  @Test
  void laterVersionsSetBits() throws IOException {
    ScreenedRetrievals screened =
        PRODUCT
            .screening()
            .apply(
                read(
                    file(
                        "no_data snow_coverage_or_temperature_below_zero dense_vegetation"
                            + " combination_of_flag_values_1_and_2",
                        10957)));

    assertThat(screened.counts().rejected()).containsExactly(0, 2, 0, 2, 2, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {10956, 10958, 0})
  void aFileOfAnotherDayIsRefused(double time) throws IOException {
    byte[] bytes = file("no_data_inconsistency_detected b c d", time);

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2000-01-01");
  }

  /** The same eight pixels; times and their units, and bounds of the day, as given. */
  private byte[] timed(String units, double[] t0, double time, double... bounds)
      throws IOException {
    NetcdfOutput output =
        NetcdfOutput.titled("t")
            .dimension("time", 1)
            .dimension("lat", 2)
            .dimension("lon", 4)
            .dimension("bnds", 2);
    var axis =
        output.doubles("time", "time").units("days since 1970-01-01 00:00:00 UTC").values(time);
    if (bounds.length > 0) {
      axis.attribute("bounds", "time_bnds");
      output.doubles("time_bnds", "time", "bnds").values(bounds);
    }
    output.floats("lat", "lat").units("degrees_north").values(45, -45);
    output.floats("lon", "lon").units("degrees_east").values(-135, -45, 45, 135);
    output.floats("sm", "time", "lat", "lon").values(.1, .2, .3, .4, .5, .6, .7, .8);
    output.floats("sm_uncertainty", "time", "lat", "lon").values(1, 1, 1, 1, 1, 1, 1, 1);
    output.doubles("t0", "time", "lat", "lon").units(units).values(t0);
    Path path = folder.resolve("cci.nc");
    output.write(Location.of(path));
    return Files.readAllBytes(path);
  }

  /** A retrieval counts for the day of its own time: half a day may be of the day before. */
  @Test
  void aRetrievalCountsForTheDayOfItsTime() throws IOException {
    double day = 10957;
    double[] t0 = {day - 0.5, day - 0.01, day, day + 0.01, day + 0.5, day + 0.25, day - 0.25, day};

    Retrievals read = read(timed("days since 1970-01-01 00:00:00 UTC", t0, day));

    assertThat(read.isDatedByAcquisition()).isTrue();
    assertThat(read.numbers(Layer.ACQUISITION_HOURS).orElseThrow())
        .containsExactly(new float[] {-12, -0.24f, 0, 0.24f, 12, 6, -6, 0}, within(1e-4f));
    var days = new Screening(List.of()).apply(read).days();
    assertThat(days).hasSize(2);
    assertThat(days.get(0).retrievals().identity().date()).isEqualTo(LocalDate.of(1999, 12, 31));
    assertThat(days.get(0).accepted()).isEqualTo(3);
    assertThat(days.get(1).retrievals().identity().date()).isEqualTo(LocalDate.of(2000, 1, 1));
    assertThat(days.get(1).accepted()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"hours, 1", "minutes, 60", "seconds, 3600"})
  void timesAreInTheUnitsOfTheFile(String unit, double perHour) throws IOException {
    double[] t0 = {9, 15, 21, 27, 33, 21, 21, 21};
    for (int i = 0; i < t0.length; i++) {
      t0[i] *= perHour;
    }

    Retrievals read = read(timed(unit + " since 1999-12-31 03:00:00", t0, 10957));

    // 03 h of the day before is 21 hours before the day
    assertThat(read.numbers(Layer.ACQUISITION_HOURS).orElseThrow())
        .containsExactly(new float[] {-12, -6, 0, 6, 12, 0, 0, 0}, within(1e-4f));
  }

  @Test
  void timesOfOtherDaysAreRefused() throws IOException {
    double[] t0 = {10950, 10950, 10950, 10950, 10950, 10957, 10957, 10957};
    byte[] bytes = timed("days since 1970-01-01", t0, 10957);

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("variable t0")
        .hasMessageContaining("5 of 8 retrievals are not of 2000-01-01");
  }

  /** Stamped at the end of the day, with bounds that say so; then with bounds of another day. */
  @Test
  void theBoundsOfTheTimeDecide() throws IOException {
    double[] t0 = {10957, 10957, 10957, 10957, 10957, 10957, 10957, 10957};

    assertThat(read(timed("days since 1970-01-01", t0, 10958, 10957, 10958)).count()).isEqualTo(8);
    assertThat(read(timed("days since 1970-01-01", t0, 10957, 10956.5, 10957.5)).count())
        .isEqualTo(8);
    byte[] other = timed("days since 1970-01-01", t0, 10957, 10956, 10957);
    assertThatThrownBy(() -> read(other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("says 1999-12-31, the name says 2000-01-01");
  }

  @Test
  void degreesOfSaturationAreRefused() throws IOException {
    byte[] bytes = file("no_data b c d", 10957);
    String active = "ESACCI-SOILMOISTURE-L3S-SSMS-ACTIVE-20000101000000-fv07.1.nc";

    assertThatThrownBy(
            () ->
                PRODUCT.read(
                    new ProductBytes(active, bytes),
                    identity(active),
                    PRODUCT.screening().layers()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("saturation");
  }

  @Test
  void unknownFlagsAreNamed() throws IOException {
    Retrievals read =
        read(file("no_data snow_coverage_or_temperature_below_zero locusts x", 10957));

    assertThat(read.notes())
        .containsExactly(
            "the flag locusts is not known; it counts as other-flag",
            "the flag x is not known; it counts as other-flag");
  }

  /**
   * Retrievals of the real days that are of the day before, counted by other means (numpy): those
   * accepted, and of them those with t0 before 00 UTC.
   */
  @ParameterizedTest
  @CsvSource({
    "COMBINED-20000101000000-fv02.2, 24712, 20313",
    "COMBINED-20140101000000-fv02.2, 26629, 11747",
    "COMBINED-20140102000000-fv02.2, 28730, 12783",
    "COMBINED-20160607000000-fv05.2, 162611, 79680",
  })
  void realDaysGiveToTheDayBefore(String stem, int accepted, int before) throws IOException {
    String name = "ESACCI-SOILMOISTURE-L3S-SSMV-" + stem + ".nc";
    Path real = RealData.require("soil_moisture/esa_cci_sm/" + name);
    Retrievals read =
        PRODUCT.read(
            new ProductBytes(name, Files.readAllBytes(real)),
            identity(name),
            PRODUCT.screening().layers());

    ScreenedRetrievals screened = PRODUCT.screening().apply(read);
    List<ScreenedRetrievals> days = screened.days();

    assertThat(screened.accepted()).isEqualTo(accepted);
    assertThat(days).hasSize(2);
    assertThat(days.get(0).retrievals().identity().date())
        .isEqualTo(read.identity().date().minusDays(1));
    assertThat(days.get(0).accepted()).isEqualTo(before);
    assertThat(days.get(1).accepted()).isEqualTo(accepted - before);
  }

  /** Number of values before and after each step, and the area mean, of the real day. */
  @Test
  void theRealDayKeepsItsAreaMean() throws IOException {
    Path real = RealData.require("soil_moisture/esa_cci_sm/" + REAL);
    Retrievals retrievals = read(Files.readAllBytes(real));
    ScreenedRetrievals screened = PRODUCT.screening().apply(retrievals);
    SoilMoistureGrid grid = SoilMoistureGrid.global(2, 2);
    EqualAreaRegrid regrid = EqualAreaRegrid.between(retrievals.grid(), grid, AreaMeasure.WGS84);

    GriddedRetrievals all = regrid.apply(screened, regrid.boxAreas(), new RegridRule(0, 0.04));
    GriddedRetrievals thirty = regrid.apply(screened, regrid.boxAreas(), RegridRule.STANDARD);

    LatLonGrid pixels = retrievals.grid();
    double[] areas = new double[pixels.size()];
    Arrays.setAll(
        areas,
        i ->
            screened.isAccepted(i)
                ? AreaMeasure.WGS84.ofLatitude(pixels.north(i / pixels.columns()))
                    - AreaMeasure.WGS84.ofLatitude(pixels.south(i / pixels.columns()))
                : 0);
    double before =
        IntStream.range(0, areas.length)
                .filter(i -> areas[i] > 0)
                .mapToDouble(i -> areas[i] * retrievals.soilMoisture()[i])
                .sum()
            / Arrays.stream(areas).sum();
    double after =
        IntStream.range(0, grid.size())
                .filter(i -> all.area()[i] > 0)
                .mapToDouble(i -> all.area()[i] * all.value()[i])
                .sum()
            / Arrays.stream(all.area()).sum();
    System.out.printf(
        java.util.Locale.ROOT,
        "CCI day: %d pixels, %d values, %d accepted, %d cells with any, %d with 30 percent;"
            + " area mean %.9f and %.9f%n",
        pixels.size(),
        retrievals.count(),
        screened.accepted(),
        all.count(),
        thirty.count(),
        before,
        after);
    assertThat(retrievals.count()).isEqualTo(25_727);
    assertThat(after).isCloseTo(before, within(1e-6 * before));
    assertThat(before).isBetween(0.05, 0.5);
    assertThat(thirty.count()).isBetween(100, all.count() - 1);
  }

  /** A part of the grid across Greenwich, as wide as high, in any order of dimensions. */
  @ParameterizedTest
  @ValueSource(strings = {"time lat lon", "time lon lat", "lon time lat", "lat lon time"})
  void dimensionsMayBeInAnyOrder(String order) throws IOException {
    String[] over = order.split(" ");
    NetcdfOutput output =
        NetcdfOutput.titled("t").dimension("time", 1).dimension("lat", 4).dimension("lon", 4);
    output.doubles("time", "time").units("days since 1970-01-01 00:00:00 UTC").values(10957);
    output.floats("lat", "lat").units("degrees_north").values(0.125, 0.375, 0.625, 0.875);
    // sorted within 0..360: a gap between the second and the third
    output.floats("lon", "lon").units("degrees_east").values(0.125, 0.375, 359.625, 359.875);
    boolean byRow = order.indexOf("lat") < order.indexOf("lon");
    double[] moisture = new double[16];
    int[] flags = new int[16];
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        int place = byRow ? 4 * row + column : 4 * column + row;
        moisture[place] = 0.1 * row + 0.01 * column;
        flags[place] = row == 3 && column == 1 ? 1 : 0;
      }
    }
    output.floats("sm", over).values(moisture);
    output.floats("sm_uncertainty", over).values(moisture);
    output
        .ints("flag", over)
        .flags("no_data_inconsistency_detected snow_coverage_or_temperature_below_zero".split(" "))
        .values(Arrays.stream(flags).asDoubleStream().toArray());
    Path path = folder.resolve("cci.nc");
    output.write(Location.of(path));

    Retrievals read = read(Files.readAllBytes(path));

    assertThat(read.grid().extent())
        .isEqualTo("latitudes 0.0 to 1.0, longitudes 0.0 to 0.5 and 359.5 to 360.0");
    for (int pixel = 0; pixel < 16; pixel++) {
      float wanted = 0.1f * (pixel / 4) + 0.01f * (pixel % 4);
      assertThat(read.soilMoisture()[pixel]).isCloseTo(wanted, within(1e-6f));
      assertThat(read.standardError()[pixel]).isCloseTo(wanted, within(1e-6f));
      assertThat(read.bits(Layer.SCIENCE_FLAGS).orElseThrow()[pixel] != 0).isEqualTo(pixel == 13);
    }
  }
}
