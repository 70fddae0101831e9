package org.ccdas.inputs.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetcdfInputTest {
  @TempDir Path folder;

  private Path file(String timeUnits, String calendar) throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("time", 2).dimension("x", 3);
    output
        .doubles("time", "time")
        .units(timeUnits)
        .attribute("calendar", calendar)
        .values(0.5, 1.5);
    output
        .ints("packed", "time", "x")
        .units("degC")
        .attribute("scale_factor", 0.01)
        .attribute("add_offset", 5.0)
        .attribute("missing_value", -9999)
        .values(0, 100, -9999, 1, 2, 3);
    output.floats("marked", "x").attribute("missing_value", -9999.9).values(-9999.9, 1, 9.96921e36);
    output.doubles("bare", "x").values(1, 2, 3);
    Path path = folder.resolve("in.nc");
    output.write(Location.of(path));
    return path;
  }

  @Test
  void appliesPackingAndMissingValues() throws IOException {
    try (NetcdfInput input =
        NetcdfInput.open(Location.of(file("days since 2010-01-01", "standard")))) {
      double[] packed = input.variable("packed").read();
      assertThat(packed[0]).isEqualTo(5);
      assertThat(packed[1]).isCloseTo(6, within(1e-12));
      assertThat(packed[2]).isNaN();
      // a marker written as a double on a variable of single precision, and the library's own
      assertThat(input.variable("marked").read()).containsExactly(Double.NaN, 1, Double.NaN);
    }
  }

  @Test
  void overridesUnitsThatLie() throws IOException {
    try (NetcdfInput input =
        NetcdfInput.open(Location.of(file("days since 2010-01-01", "standard")))) {
      NetcdfVariable packed = input.variable("packed");
      assertThat(packed.assumeUnit("K").in("degC").read()[0]).isCloseTo(-268.15, within(1e-9));
      assertThat(packed.scaledBy(0.1).in("K").read()[0]).isCloseTo(273.65, within(1e-9));
      assertThat(packed.in("K").in("degC").read()[1]).isCloseTo(6, within(1e-9));
      assertThat(packed.in("K").unit()).contains("K");
      assertThat(packed.unit()).contains("degC");
    }
  }

  @Test
  void namesBothUnitsWhenTheyDoNotFit() throws IOException {
    Path path = file("days since 2010-01-01", "standard");
    try (NetcdfInput input = NetcdfInput.open(Location.of(path))) {
      assertThatThrownBy(() -> input.variable("packed").readAs("mm d-1"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(path.toString())
          .hasMessageContaining("packed")
          .hasMessageContaining("degC")
          .hasMessageContaining("mm d-1");
      assertThatThrownBy(() -> input.variable("bare").readAs("m"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("has no units");
    }
  }

  @Test
  void namesTheVariablesThatExist() throws IOException {
    try (NetcdfInput input =
        NetcdfInput.open(Location.of(file("days since 2010-01-01", "standard")))) {
      assertThat(input.find("tas")).isEmpty();
      assertThatThrownBy(() -> input.variable("tas"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("no variable tas")
          .hasMessageContaining("bare, marked, packed, time");
      assertThatThrownBy(() -> input.variable("bare").readStrings())
          .isInstanceOf(InputException.class)
          .hasMessageContaining("text is wanted");
      assertThatThrownBy(() -> input.variable("bare").read(new int[] {2}, new int[] {2}))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void refusesCalendarsWithoutRealDates() throws IOException {
    Path path = file("days since 2010-01-01", "360_day");
    try (NetcdfInput input = NetcdfInput.open(Location.of(path))) {
      assertThatThrownBy(() -> input.time("time"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(path.toString())
          .hasMessageContaining("360_day");
      assertThatThrownBy(() -> input.time("bare"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("has no units");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 40, 300, -16, -1})
  void refusesCutFiles(int length) throws IOException {
    byte[] whole = Files.readAllBytes(file("days since 2010-01-01", "standard"));
    Path path = folder.resolve("cut.nc");
    Files.write(path, Arrays.copyOf(whole, length >= 0 ? length : whole.length + length - 3));
    assertThatThrownBy(() -> NetcdfInput.open(Location.of(path)).close())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cut.nc")
        .hasMessageContaining("not a complete NetCDF file")
        .hasMessageNotContaining("null");
  }

  @Test
  void refusesOtherFiles() throws IOException {
    Path text = folder.resolve("text.nc");
    Files.writeString(text, "year,ppm\n2010,388.6\n".repeat(100), StandardCharsets.UTF_8);
    assertThatThrownBy(() -> NetcdfInput.open(Location.of(text)).close())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("text.nc");
    assertThatThrownBy(() -> NetcdfInput.open(Location.of(folder.resolve("absent.nc"))).close())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("absent.nc")
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> NetcdfInput.open(Location.of(folder)).close())
        .isInstanceOf(InputException.class);
  }

  @Test
  void readsNetcdf4() throws IOException {
    Path real =
        RealData.require("callmip/Phase1b/FI-Hyy_daily_aggregated_1996-2014_FLUXNET2015_Flux.nc");
    try (NetcdfInput input = NetcdfInput.open(Location.of(real))) {
      assertThat(input.variableNames()).contains("NEE_daily", "time");
      assertThat(input.time("time").date(0).getYear()).isEqualTo(1996);
      assertThat(input.variable("NEE_daily").read()).isNotEmpty();
    }
    Path cut = folder.resolve("cut4.nc");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(real), (int) Files.size(real) / 2));
    assertThatThrownBy(() -> NetcdfInput.open(Location.of(cut)).close())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cut4.nc");
  }

  @Test
  void readsPackedShortsAndFloatsOfRealFiles() {
    Path cci =
        RealData.require(
            "soil_moisture/esa_cci_sm/"
                + "ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20000101000000-fv02.2.nc");
    try (NetcdfInput input = NetcdfInput.open(Location.of(cci))) {
      double[] moisture = input.variable("sm").read();
      assertThat(Arrays.stream(moisture).filter(Double::isFinite).count()).isGreaterThan(1000);
      assertThat(Arrays.stream(moisture).filter(Double::isFinite).max().orElseThrow())
          .isBetween(0.3, 1.0);
      assertThat(input.time("time").date(0)).isEqualTo("2000-01-01");
    }
  }
}
