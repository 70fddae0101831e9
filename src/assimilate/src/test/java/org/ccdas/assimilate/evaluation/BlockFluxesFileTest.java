package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;

class BlockFluxesFileTest {
  /** Every array of another length, so that none can stand for another; with NaN and infinity. */
  static BlockFluxes sample() {
    double[][] arrays = new double[8][];
    Random random = new Random(1);
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = random.doubles(i + 3).toArray();
    }
    arrays[2][1] = Double.NaN;
    arrays[3][0] = Double.NEGATIVE_INFINITY;
    arrays[4][2] = -0.0;
    arrays[5] = new double[0];
    return new BlockFluxes(
        4,
        3,
        Map.of(
            ModelSeries.NEP, arrays[0],
            ModelSeries.GPP, arrays[1],
            ModelSeries.NPP, arrays[2],
            ModelSeries.EVAPOTRANSPIRATION, arrays[3],
            ModelSeries.TOP_MOISTURE, arrays[4]),
        Map.of(
            ModelSeries.GPP, arrays[5],
            ModelSeries.NPP, arrays[6],
            ModelSeries.EVAPOTRANSPIRATION, arrays[7]),
        new TreeMap<>(Map.of("co2", new byte[0], "soilMoisture", new byte[] {3, -128, 127})));
  }

  private static void refused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> BlockFluxesFile.decode("/run/f.bin", bytes))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("/run/f.bin: this is no complete file of block fluxes (")
        .hasMessageContaining(reason)
        .hasMessageEndingWith("Run the simulation again.");
  }

  @Test
  void readsBackWhatWasWritten() {
    BlockFluxes read = BlockFluxesFile.decode("f.bin", BlockFluxesFile.encode(sample()));
    assertThat(read)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(sample());
    assertThat(1 / read.cells(ModelSeries.TOP_MOISTURE)[2]).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void seriesThatWereNotKeptAreRefused() {
    assertThat(sample().cells(ModelSeries.NEP)).hasSize(3);
    assertThat(sample().tiles(ModelSeries.NPP)).hasSize(9);
    assertThatThrownBy(() -> sample().cells(ModelSeries.LAI)).hasMessage("The run kept no lai");
    assertThatThrownBy(() -> sample().tiles(ModelSeries.NEP)).hasMessage("The run kept no nep");
    assertThat(sample().fit("soilMoisture")).containsExactly(3, -128, 127);
    assertThatThrownBy(() -> sample().fit("fapar")).hasMessage("The run has no stream fapar");
  }

  @Test
  void sameFluxesGiveSameBytes() {
    assertThat(BlockFluxesFile.encode(sample())).isEqualTo(BlockFluxesFile.encode(sample()));
  }

  @Test
  void refusesATruncatedFile() {
    byte[] bytes = BlockFluxesFile.encode(sample());
    for (int length = 0; length < bytes.length; length++) {
      refused(Arrays.copyOf(bytes, length), "");
    }
  }

  @Test
  void refusesAnyDamage() {
    byte[] good = BlockFluxesFile.encode(sample());
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= (byte) 0xff; // the last bits before the checksum say nothing
      refused(bad, "");
    }
  }

  @Test
  void refusesAnotherVersionAndImpossibleLengths() throws IOException {
    refused(deflated(2), "version 2 instead of 3");
    refused(deflated(4), "version 4 instead of 3");
    // no cells and tiles, one fit of an empty name
    refused(deflated(3, 0, 0, 0, 0, 1, 0xffff), "");
    refused(named(-1), "an array of -1 bytes");
    refused(named(Integer.MAX_VALUE), "ends early");
    refused(deflated(3, 0, 0, 0, 0, 0, 99), "goes on after its end");
  }

  /** A file of no cells and tiles, and the fit of a stream of so many bytes that are not there. */
  private static byte[] named(int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      for (int number : new int[] {3, 0, 0, 0, 0, 1}) {
        out.writeInt(number);
      }
      out.writeUTF("co2");
      out.writeInt(length);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflated(int... numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      for (int number : numbers) {
        out.writeInt(number);
      }
    }
    return bytes.toByteArray();
  }
}
