package org.ccdas.inputs.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of the NetCDF library itself (resources/netcdf/make.py), from disk and from memory. */
class NetcdfFormatsTest {
  private static final List<String> TYPES =
      List.of("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8");

  /** Where a file is read from. */
  enum From {
    DISK,
    MEMORY;

    NetcdfInput open(String name) {
      try {
        Path path = Path.of(NetcdfFormatsTest.class.getResource("/netcdf/" + name).toURI());
        return this == DISK
            ? NetcdfInput.open(Location.of(path))
            : NetcdfInput.open(name, Files.readAllBytes(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Stream<Arguments> compressions() {
    return Arrays.stream(From.values())
        .flatMap(
            from ->
                Stream.of(
                    Arguments.of(from, "zstd.nc", "Zstandard (HDF5 filter 32015)"),
                    Arguments.of(from, "bzip2.nc", "bzip2 (HDF5 filter 307)"),
                    Arguments.of(from, "blosc.nc", "Blosc (HDF5 filter 32001)"),
                    Arguments.of(from, "szip.nc", "szip (HDF5 filter 4)")));
  }

  @ParameterizedTest
  @MethodSource("compressions")
  void namesCompressionAndRemedy(From from, String file, String named) {
    try (NetcdfInput input = from.open(file)) {
      assertThatThrownBy(() -> input.variable("v").read())
          .isInstanceOf(InputException.class)
          .hasMessageContaining(file)
          .hasMessageContaining("variable v")
          .hasMessageContaining(named)
          .hasMessageContaining("nccopy -d 4")
          .hasMessageContaining("-z zip")
          .hasMessageNotContaining("damaged");
    }
  }

  @Test
  void namesFiltersOfNoName() {
    assertThat(Hdf5Filters.named(List.of(4, 99)))
        .isEqualTo("szip (HDF5 filter 4) and an unknown filter (HDF5 filter 99)");
  }

  @ParameterizedTest
  @EnumSource(From.class)
  void readsDeflatedAndCheckedValuesAndSections(From from) {
    for (String file : List.of("zlib.nc", "fletcher.nc")) {
      try (NetcdfInput input = from.open(file)) {
        NetcdfVariable v = input.variable("v");
        assertThat(v.dimensions()).containsExactly("y", "x");
        for (int i = 0; i < 24; i++) {
          assertThat(v.read()[i]).isEqualTo(i);
        }
        // rows 1 and 2, columns 2 to 4: parts of all four chunks
        assertThat(v.read(new int[] {1, 2}, new int[] {2, 3}))
            .containsExactly(8, 9, 10, 14, 15, 16);
        // whole rows
        assertThat(v.read(new int[] {3, 0}, new int[] {1, 6}))
            .containsExactly(18, 19, 20, 21, 22, 23);
        assertThatThrownBy(() -> v.read(new int[] {3, 0}, new int[] {2, 6}))
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
  }

  /** HDF5 fills with 255 and -127; no attribute says that they are none. */
  @ParameterizedTest
  @EnumSource(From.class)
  void numbersOfOneByteHaveNoDefaultFill(From from) {
    try (NetcdfInput input = from.open("bytes.nc")) {
      assertThat(input.variable("unsigned").read()).containsExactly(0, 1, 254, 255);
      assertThat(input.variable("signed").read()).containsExactly(-128, -127, 0, 127);
      assertThat(input.variable("declared").read()).containsExactly(0, 1, 254, Double.NaN);
      assertThat(input.variable("said").read()).containsExactly(0, 1, 254, 255);
    }
  }

  @ParameterizedTest
  @EnumSource(From.class)
  void chunksThatWereNeverWrittenAreMissing(From from) {
    try (NetcdfInput input = from.open("unwritten.nc")) {
      for (String name : List.of("v", "w")) {
        double[] values = input.variable(name).read();
        for (int i = 0; i < 24; i++) {
          boolean written = i / 6 < 2 && i % 6 < 3;
          assertThat(values[i]).isEqualTo(Double.valueOf(written ? i : Double.NaN));
        }
        float[] floats = input.variable(name).floats();
        assertThat(floats[8]).isEqualTo(8);
        assertThat(floats[9]).isNaN();
      }
      assertThat(input.variable("none").read()).hasSize(24).containsOnly(Double.NaN);
    }
  }

  @ParameterizedTest
  @EnumSource(From.class)
  void readsAllTypesWithTheirSigns(From from) {
    for (String file : List.of("types.nc", "cdf5.nc")) {
      try (NetcdfInput input = from.open(file)) {
        for (String type : TYPES) {
          double[] values = input.variable(type).read();
          for (int i = 2; i < 24; i++) {
            assertThat(values[i]).as(file + " " + type).isEqualTo(i);
          }
          if (file.equals("types.nc") && type.startsWith("u")) {
            int bits = 8 * (type.charAt(1) - '0');
            double expected = bits == 64 ? 0x1p63 : Math.scalb(1.0, bits) - 2;
            assertThat(values[0]).as(type).isEqualTo(expected);
            assertThat(values[1]).as(type).isNaN();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(From.class)
  void readsCdf5(From from) {
    try (NetcdfInput input = from.open("cdf5.nc")) {
      assertThat(input.attribute("title")).contains("CDF-5");
      assertThat(input.time("time").times().get(2)).isEqualTo("2010-01-03T00:00");
      NetcdfVariable records = input.variable("records");
      assertThat(records.shape()).containsExactly(3, 6);
      assertThat(records.floats()[7]).isEqualTo(3.5f);
      // records of two variables lie between each other
      assertThat(records.read(new int[] {1, 1}, new int[] {2, 2})).containsExactly(3.5, 4, 6.5, 7);
      assertThat(records.readAs("degC")[17]).isEqualTo(17 * 0.5 - 273.15);
    }
  }
}
