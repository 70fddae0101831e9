package org.ccdas.inputs.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InMemoryInputTest {
  @TempDir Path folder;

  private static final int ROWS = 37;
  private static final int COLUMNS = 53;

  private byte[] classic() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("A title").dimension("y", 2).dimension("x", 3);
    output
        .ints("packed", "y", "x")
        .units("1")
        .attribute("scale_factor", 0.01)
        .attribute("add_offset", 5.0)
        .attribute("_FillValue", -9999)
        .values(0, 100, -9999, 1, 2, 3);
    output.floats("percent", "x").units("%").values(10, 20, 30);
    output.doubles("bits", "x").values(0, 5, 1 << 30);
    Path path = folder.resolve("classic.nc");
    output.write(Location.of(path));
    return Files.readAllBytes(path);
  }

  @Test
  void appliesTheAttributesOfAClassicFile() throws IOException {
    try (NetcdfInput file = NetcdfInput.open("c.nc", classic())) {
      NetcdfVariable packed = file.variable("packed");
      assertThat(packed.shape()).containsExactly(2, 3);
      assertThat(packed.floats()).containsExactly(5, 6, Float.NaN, 5.01f, 5.02f, 5.03f);
      assertThat(packed.read()[1]).isCloseTo(6, within(1e-12));
      assertThat(packed.attribute("units")).contains("1");
      assertThat(packed.numbers("scale_factor")).containsExactly(0.01);
      assertThat(file.attribute("title")).contains("A title");
      assertThat(file.variableNames()).containsExactly("bits", "packed", "percent");
    }
  }

  @Test
  void convertsUnits() throws IOException {
    try (NetcdfInput file = NetcdfInput.open("c.nc", classic())) {
      assertThat(file.variable("percent").inOrUnstated("1").floats())
          .containsExactly(0.1f, 0.2f, 0.3f);
      assertThatThrownBy(() -> file.variable("percent").inOrUnstated("m"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("variable percent");
      // a variable that states no unit is believed to have the one wanted
      assertThat(file.variable("bits").inOrUnstated("m3 m-3").floats()[1]).isEqualTo(5);
    }
  }

  @Test
  void readsBits() throws IOException {
    try (NetcdfInput file = NetcdfInput.open("c.nc", classic())) {
      assertThat(file.variable("bits").bits()).containsExactly(0, 5, 1 << 30);
      assertThatThrownBy(() -> file.variable("packed").bits())
          .isInstanceOf(InputException.class)
          .hasMessageContaining("not a set of bits");
    }
  }

  /** All types in every way of storing them give the numbers that were written. */
  @ParameterizedTest
  @ValueSource(strings = {"contiguous", "deflate", "shuffle", "chunks", "shuffled chunks"})
  void readsNetcdf4(String storage) throws IOException {
    DatasetCreationOptions options =
        switch (storage) {
          case "deflate" ->
              DatasetCreationOptions.builder().chunkDimensions(ROWS, COLUMNS).deflate(4).build();
          case "shuffle" ->
              DatasetCreationOptions.builder()
                  .chunkDimensions(ROWS, COLUMNS)
                  .shuffle()
                  .deflate(4)
                  .build();
          case "chunks" ->
              DatasetCreationOptions.builder().chunkDimensions(10, 20).deflate(1).build();
          case "shuffled chunks" ->
              DatasetCreationOptions.builder().chunkDimensions(11, 13).shuffle().deflate(9).build();
          default -> DatasetCreationOptions.DEFAULT;
        };
    byte[][] bytes = new byte[ROWS][COLUMNS];
    short[][] shorts = new short[ROWS][COLUMNS];
    int[][] ints = new int[ROWS][COLUMNS];
    float[][] floats = new float[ROWS][COLUMNS];
    double[][] doubles = new double[ROWS][COLUMNS];
    SplittableRandom random = new SplittableRandom(1);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        ints[row][column] = random.nextInt();
        shorts[row][column] = (short) ints[row][column];
        bytes[row][column] = (byte) ints[row][column];
        floats[row][column] = (float) random.nextDouble();
        doubles[row][column] = random.nextDouble();
      }
    }
    Path path = folder.resolve("four.nc");
    try (WritableHdfFile hdf = HdfFile.write(path)) {
      hdf.putDataset("bytes", bytes, options);
      hdf.putDataset("shorts", shorts, options);
      hdf.putDataset("ints", ints, options);
      hdf.putDataset("floats", floats, options);
      hdf.putDataset("doubles", doubles, options);
      hdf.putAttribute("title", "A title");
    }

    try (NetcdfInput file = NetcdfInput.open("four.nc", Files.readAllBytes(path))) {
      assertThat(file.variableNames())
          .containsExactly("bytes", "doubles", "floats", "ints", "shorts");
      assertThat(file.attribute("title")).contains("A title");
      assertThat(file.variable("ints").shape()).containsExactly(ROWS, COLUMNS);
      double[] readBytes = file.variable("bytes").read();
      double[] readShorts = file.variable("shorts").read();
      double[] readInts = file.variable("ints").read();
      double[] readFloats = file.variable("floats").read();
      double[] readDoubles = file.variable("doubles").read();
      for (int i = 0; i < ROWS * COLUMNS; i++) {
        int row = i / COLUMNS;
        int column = i % COLUMNS;
        assertThat(readBytes[i]).isEqualTo(bytes[row][column]);
        assertThat(readShorts[i]).isEqualTo(shorts[row][column]);
        assertThat(readInts[i]).isEqualTo(ints[row][column]);
        assertThat(readFloats[i]).isEqualTo(floats[row][column]);
        assertThat(readDoubles[i]).isEqualTo(doubles[row][column]);
      }
    }
  }

  @Test
  void honoursUnsignedNumbers() throws IOException {
    Path path = folder.resolve("unsigned.nc");
    try (WritableHdfFile hdf = HdfFile.write(path)) {
      WritableDataset set =
          hdf.putDataset(
              "flags",
              new byte[] {0, 1, (byte) 200, (byte) 255},
              DatasetCreationOptions.builder().unsigned().chunkDimensions(4).deflate(4).build());
      set.putAttribute("_FillValue", (byte) -1);
    }

    try (NetcdfInput file = NetcdfInput.open("u.nc", Files.readAllBytes(path))) {
      assertThat(file.variable("flags").read()).containsExactly(0, 1, 200, Double.NaN);
      assertThat(file.variable("flags").bits()).containsExactly(0, 1, 200, -1);
    }
  }

  @Test
  void everyDamageIsAnInputException() throws IOException {
    Path path = folder.resolve("whole.nc");
    try (WritableHdfFile hdf = HdfFile.write(path)) {
      short[][] field = new short[ROWS][COLUMNS];
      for (int i = 0; i < ROWS; i++) {
        Arrays.fill(field[i], (short) i);
      }
      hdf.putDataset(
              "a",
              field,
              DatasetCreationOptions.builder().chunkDimensions(10, 20).shuffle().deflate(4).build())
          .putAttribute("units", "m");
    }
    byte[] whole = Files.readAllBytes(path);
    SplittableRandom random = new SplittableRandom(4);
    int refused = 0;
    for (int trial = 0; trial < 400; trial++) {
      byte[] damaged =
          trial % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int hit = 0; hit < 3 && damaged.length > 0; hit++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try (NetcdfInput file = NetcdfInput.open("damaged.nc", damaged)) {
        file.variable("a").inOrUnstated("m").floats();
      } catch (InputException e) {
        assertThat(e.file()).isEqualTo("damaged.nc");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(200);
  }

  @Test
  void whatIsNotNetcdfIsRefused() {
    assertThatThrownBy(() -> NetcdfInput.open("a.nc", new byte[0]))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(
            () -> NetcdfInput.open("a.nc", "GRIB and more".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not a NetCDF file");
    assertThatThrownBy(() -> NetcdfInput.open("a.nc", new byte[] {'C', 'D', 'F', 2, 0}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("complete");
  }
}
