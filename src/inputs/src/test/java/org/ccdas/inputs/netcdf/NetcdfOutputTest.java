package org.ccdas.inputs.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;

class NetcdfOutputTest {
  @TempDir Path folder;

  private static NetcdfOutput world() {
    NetcdfOutput output =
        NetcdfOutput.titled("Small world").attribute("source", "a test").attribute("seed", 7);
    OutputTime.addMonthly(output, new MonthAxis(YearMonth.of(2012, 1), 3));
    output.dimension("cell", 2);
    output.ints("cell", "cell").longName("cell number").values(4, 9);
    output.doubles("lat", "cell").units("degrees_north").values(-0.25, 51);
    output.doubles("lon", "cell").units("degrees_east").values(10, -170);
    output.strings("station", "cell", List.of("ALT", "Brühl, Ştn"));
    output
        .floats("tas", "time", "cell")
        .units("K")
        .attribute("coordinates", "lat lon")
        .mayBeMissing()
        .slabs(m -> new double[] {273.15 + m, m == 1 ? Double.NaN : 300});
    output.doubles("solar_constant").units("W m-2").values(1361.5);
    return output;
  }

  @Test
  void flagsHaveValuesAndMeanings() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("flags");
    output.dimension("station", 2);
    output.ints("use", "station").flags("held_out", "assimilated").values(1, 0);
    Path path = folder.resolve("flags.nc");
    output.write(Location.of(path));
    assertThatThrownBy(() -> output.doubles("x", "station").flags("a", "b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no flags");
    try (NetcdfFile file = NetcdfFile.open(path.toString())) {
      Variable use = file.findVariable("use");
      Attribute values = use.findAttribute("flag_values");
      assertThat(values.getDataType()).isEqualTo(use.getDataType());
      assertThat(values.getLength()).isEqualTo(2);
      assertThat(values.getNumericValue(1)).isEqualTo(1);
      assertThat(use.findAttribute("flag_meanings").getStringValue())
          .isEqualTo("held_out assimilated");
    }
  }

  @Test
  void givesBackWhatWasWritten() throws IOException {
    Path path = folder.resolve("world.nc");
    world().write(Location.of(path));
    try (NetcdfInput input = NetcdfInput.open(Location.of(path))) {
      assertThat(input.attribute("Conventions")).contains("CF-1.8");
      assertThat(input.attribute("title")).contains("Small world");
      assertThat(input.attribute("seed")).contains("7");
      assertThat(input.variable("cell").read()).containsExactly(4, 9);
      assertThat(input.variable("solar_constant").read()).containsExactly(1361.5);
      assertThat(input.variable("station").readStrings()).containsExactly("ALT", "Brühl, Ştn");
      double[] tas = input.variable("tas").readAs("degC");
      assertThat(tas).hasSize(6);
      assertThat(tas[0]).isCloseTo(0, within(2e-5));
      assertThat(tas[2]).isCloseTo(1, within(2e-5));
      assertThat(tas[3]).isNaN();
      assertThat(input.variable("tas").read(new int[] {2, 1}, new int[] {1, 1}))
          .containsExactly(300);
    }
  }

  @Test
  void writesMonthsWithMiddleAndBounds() throws IOException {
    Path path = folder.resolve("world.nc");
    world().write(Location.of(path));
    try (NetcdfInput input = NetcdfInput.open(Location.of(path))) {
      assertThat(input.time("time").times())
          .containsExactly(
              LocalDateTime.of(2012, 1, 16, 12, 0),
              LocalDateTime.of(2012, 2, 15, 12, 0),
              LocalDateTime.of(2012, 3, 16, 12, 0));
      double[] bounds = input.variable("time_bnds").read();
      assertThat(bounds[3] - bounds[2]).isEqualTo(29);
      assertThat(bounds[4]).isEqualTo(bounds[3]);
    }
  }

  @Test
  void sameContentGivesTheSameBytes() throws IOException {
    world().write(Location.of(folder.resolve("a.nc")));
    world().write(Location.of(folder.resolve("b.nc")));
    assertThat(folder.resolve("a.nc")).hasSameBinaryContentAs(folder.resolve("b.nc"));
    byte[] head = Files.readAllBytes(folder.resolve("a.nc"));
    // 64-bit offset format
    assertThat(new byte[] {head[0], head[1], head[2], head[3]}).containsExactly('C', 'D', 'F', 2);
  }

  @Test
  void refusesNanWhereNothingMayBeMissingAndLeavesNoFile() {
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("x", 2);
    output.doubles("v", "x").units("1").values(1, Double.NaN);
    Path path = folder.resolve("bad.nc");
    assertThatThrownBy(() -> output.write(Location.of(path)))
        .hasMessageContaining("NaN at element 1");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesFaultsOfTheCaller() {
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("x", 2);
    assertThatThrownBy(() -> output.dimension("x", 3)).hasMessageContaining("length 2, not 3");
    assertThatThrownBy(() -> output.doubles("v", "y")).hasMessageContaining("no dimension y");
    output.ints("n", "x").values(1, 2.5);
    assertThatThrownBy(() -> output.write(Location.of(folder.resolve("n.nc"))))
        .hasMessageContaining("2.5");
    NetcdfOutput shorter = NetcdfOutput.titled("t").dimension("x", 2);
    shorter.doubles("v", "x").values(1);
    assertThatThrownBy(() -> shorter.write(Location.of(folder.resolve("s.nc"))))
        .hasMessageContaining("1 values for shape [2]");
    NetcdfOutput empty = NetcdfOutput.titled("t").dimension("x", 2);
    empty.doubles("v", "x");
    assertThatThrownBy(() -> empty.write(Location.of(folder.resolve("e.nc"))))
        .hasMessageContaining("no values");
  }
}
