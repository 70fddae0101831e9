package org.ccdas.observe.cci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        .attribute("valid_range", 1.0f)
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
    assertThatThrownBy(
            () -> PRODUCT.identify("ESACCI-SOILMOISTURE-L3S-SSMS-ACTIVE-20000101000000-fv07.1.nc"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("saturation");
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
            "other-flag");
    // no error, a missing error; then one flag each, class 3 being none of the first two
    assertThat(screened.counts().alone()).containsExactly(0, 2, 0, 1, 1, 1);
    assertThat(screened.accepted()).isEqualTo(2);
  }

  @Test
  void laterVersionsSetBits() throws IOException {
    ScreenedRetrievals screened =
        PRODUCT
            .screening()
            .apply(read(file("no_data snow_coverage dense_vegetation combination", 10957)));

    assertThat(screened.counts().rejected()).containsExactly(0, 2, 0, 2, 2, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {10956, 10958, 0})
  void aFileOfAnotherDayIsRefused(double time) throws IOException {
    byte[] bytes = file("a b c d", time);

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2000-01-01");
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
}
