package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.moisture.MoistureSeries;
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
        arrays[0],
        arrays[1],
        arrays[2],
        arrays[3],
        arrays[4],
        arrays[5],
        arrays[6],
        arrays[7],
        new BlockMoistureFit(
            new int[][] {{}, {1, 4}},
            List.of(
                new MoistureSeries(
                    new int[] {0, 3}, new double[] {0.25, 0.5}, new double[] {0.1, 0.2}),
                new MoistureSeries(new int[0], new double[0], new double[0])),
            List.of(new double[] {0.375, 0.125}, new double[0])));
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
    assertThat(1 / read.topMoisture()[2]).isEqualTo(Double.NEGATIVE_INFINITY);
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
    refused(deflated(3), "version 3 instead of 2");
    refused(deflated(2, 0, 0, -1), "an array of -1 values");
    refused(deflated(2, 0, 0, Integer.MAX_VALUE), "values");
    refused(deflated(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 99), "goes on after its end");
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
