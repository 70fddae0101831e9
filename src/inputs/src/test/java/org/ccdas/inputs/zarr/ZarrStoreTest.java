package org.ccdas.inputs.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store and the buffers were packed by numcodecs, the codecs of Zarr for Python. */
class ZarrStoreTest {
  @TempDir Path folder;

  private static Path resource(String name) {
    try {
      return Path.of(ZarrStoreTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] buffer(String name) throws IOException {
    return Files.readAllBytes(resource(name + ".blosc"));
  }

  private static NetcdfInput small() {
    return ZarrStore.open(Location.of(resource("small.zarr")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lz4-split-rest", "zstd", "zlib-plain", "lz4hc"})
  void unpacksBlosc(String name) throws IOException {
    ByteBuffer content =
        ByteBuffer.wrap(Blosc.unpack(buffer(name), 12_000)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 3000; i++) {
      assertThat(content.getFloat()).isEqualTo(i % 700 * 0.5f);
    }
  }

  @Test
  void unpacksBuffersThatAreStoredAsTheyAre() throws IOException {
    ByteBuffer content =
        ByteBuffer.wrap(Blosc.unpack(buffer("stored"), 120)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(content.getFloat(4 * 29)).isEqualTo(14.5f);
  }

  @Test
  void namesWhatIsNotReadAndWhatIsDamaged() throws IOException {
    byte[] bits = buffer("bits");
    assertThatThrownBy(() -> Blosc.unpack(bits, 12_000)).hasMessageContaining("bit shuffle");
    byte[] old = buffer("blosclz");
    assertThatThrownBy(() -> Blosc.unpack(old, 12_000)).hasMessageContaining("BloscLZ");
    byte[] zstd = buffer("zstd");
    assertThatThrownBy(() -> Blosc.unpack(zstd, 11_996)).hasMessageContaining("11996 are wanted");
    byte[] cut = Arrays.copyOf(zstd, zstd.length - 1);
    assertThatThrownBy(() -> Blosc.unpack(cut, 12_000)).isInstanceOf(IOException.class);
    for (int i = 16; i < 60; i++) {
      byte[] damaged = zstd.clone();
      damaged[i] ^= 0x55;
      try {
        assertThat(Blosc.unpack(damaged, 12_000)).hasSize(12_000);
      } catch (IOException expected) {
        assertThat(expected).hasMessageContaining("Blosc");
      }
    }
  }

  @Test
  void readsAnySectionAcrossChunks() {
    try (NetcdfInput input = small()) {
      NetcdfVariable kelvin = input.variable("t2m");
      assertThat(kelvin.shape()).containsExactly(5, 3, 4);
      assertThat(kelvin.dimensions()).containsExactly("time", "lat", "lon");
      double[] whole = kelvin.read();
      for (int t = 0; t < 5; t++) {
        for (int y = 0; y < 3; y++) {
          for (int x = 0; x < 4; x++) {
            // the chunk of the last time, row and column is not there
            double expected = t == 4 && y == 2 && x == 3 ? Double.NaN : 270 + 10 * t + y + 0.25 * x;
            assertThat(whole[(t * 3 + y) * 4 + x]).isEqualTo(Double.valueOf(expected));
          }
        }
      }
      assertThat(kelvin.in("degC").read(new int[] {1, 1, 2}, new int[] {2, 2, 1}))
          .usingComparatorWithPrecision(1e-9)
          .containsExactly(281.5 - 273.15, 282.5 - 273.15, 291.5 - 273.15, 292.5 - 273.15);
    }
  }

  @Test
  void packingByteOrderAndCoordinatesAreThoseOfNetcdf() {
    try (NetcdfInput input = small()) {
      assertThat(input.attribute("title")).contains("made by hand with numcodecs");
      assertThat(input.variable("tp").read(new int[] {3, 2, 1}, new int[] {1, 1, 1}))
          .containsExactly(10 + 0.5 * 321);
      assertThat(input.variable("turned").read(new int[] {3, 2, 0}, new int[] {1, 1, 4}))
          .containsExactly(320, 321, 322, 323);
      CfCoordinates coordinates = CfCoordinates.of(input, input.variable("t2m"));
      assertThat(coordinates.latitudes()).containsExactly(50, 51, 52);
      assertThat(coordinates.longitudes()).containsExactly(7, 8, 9, 10);
      assertThat(coordinates.times().times().get(4)).isEqualTo(LocalDateTime.of(2012, 1, 2, 0, 0));
      assertThat(input.variable("mask").read()).containsExactly(1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1);
    }
  }

  @Test
  void aChunkThatIsNotThereNeedsAFillValue() {
    try (NetcdfInput input = small()) {
      NetcdfVariable turned = input.variable("turned");
      assertThatThrownBy(turned::read)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("turned")
          .rootCause()
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesWhatIsNoStoreOfVersion2() throws IOException {
    assertThatThrownBy(() -> ZarrStore.open(Location.of(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("consolidated");
    Files.writeString(folder.resolve(".zmetadata"), "{\"metadata\": {\".zgroup\": {}}}");
    assertThatThrownBy(() -> ZarrStore.open(Location.of(folder))).hasMessageContaining("version 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"order\": \"C\"|\"order\": \"F\"|order F",
        "\"filters\": null|\"filters\": [{\"id\": \"delta\"}]|filters",
        "\"id\": \"blosc\"|\"id\": \"bz2\"|bz2",
        "\"dtype\": \"<f4\"|\"dtype\": \"<f2\"|<f2"
      })
  void namesArraysThatAreNotRead(String change) throws IOException {
    String[] parts = change.split("\\|");
    copy(resource("small.zarr"), folder);
    Path metadata = folder.resolve(".zmetadata");
    String text = Files.readString(metadata, StandardCharsets.UTF_8);
    // t2m is the first array in the file
    Files.writeString(
        metadata,
        text.replaceFirst(
            java.util.regex.Pattern.quote(parts[0]),
            java.util.regex.Matcher.quoteReplacement(parts[1])));
    try (NetcdfInput input = ZarrStore.open(Location.of(folder))) {
      assertThatThrownBy(() -> input.variable("t2m"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("t2m")
          .hasMessageContaining(parts[2]);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  Path target = to.resolve(from.relativize(file).toString());
                  Files.createDirectories(target.getParent());
                  Files.copy(file, target);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
