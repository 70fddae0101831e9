package org.ccdas.observe.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;

class NormalSystemFileTest {
  @Test
  void readsBackWhatWasWritten() {
    NormalSystem system = NormalSystemTest.sample();
    byte[] bytes = NormalSystemFile.encode(system);
    assertThat(NormalSystemFile.decode("n.avro", bytes)).isEqualTo(system);
    assertThat(NormalSystemFile.encode(system)).isEqualTo(bytes);
    NormalSystem empty = new NormalSystem(101, List.of());
    assertThat(NormalSystemFile.decode("n.avro", NormalSystemFile.encode(empty))).isEqualTo(empty);
  }

  @Test
  void tellsWhereItWasMade() {
    NormalSystem system = NormalSystemTest.sample();
    byte[] there = NormalSystemFile.encode(system, new double[] {-0.0, 1.0 / 3});
    assertThat(NormalSystemFile.point("n.avro", there)).containsExactly(-0.0, 1.0 / 3);
    assertThat(NormalSystemFile.decode("n.avro", there)).isEqualTo(system);
    assertThat(NormalSystemFile.point("n.avro", NormalSystemFile.encode(system))).isEmpty();
  }

  @Test
  void keepsEveryBit() {
    Random random = new Random(9);
    double[] numbers = random.longs(101).mapToDouble(Double::longBitsToDouble).toArray();
    double[] hessian = random.longs(5151).mapToDouble(Double::longBitsToDouble).toArray();
    GroupSystem group =
        new GroupSystem(new ObservationGroup("co2", "ZEP", 0), Double.NaN, numbers, hessian);
    NormalSystem system = new NormalSystem(101, List.of(group));
    NormalSystem read = NormalSystemFile.decode("n.avro", NormalSystemFile.encode(system));
    assertThat(read).isEqualTo(system);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = NormalSystemFileTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /** Written by version 2 from {@link NormalSystemTest#sample}; it must stay readable. */
  @Test
  void readsTheGoldenFileOfVersionTwo() throws IOException {
    byte[] bytes = resource("normal-v2.avro");
    assertThat(NormalSystemFile.decode("normal-v2.avro", bytes))
        .isEqualTo(NormalSystemTest.sample());
    assertThat(NormalSystemFile.point("normal-v2.avro", bytes)).containsExactly(0.25, -1);
  }

  /** Version 1 had another schema of the groups. */
  @Test
  void refusesTheGoldenFileOfVersionOne() throws IOException {
    byte[] old = resource("normal-v1.avro");
    assertThatThrownBy(() -> NormalSystemFile.decode("normal-v1.avro", old))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the normal system has version 1, this program reads version 2");
    assertThatThrownBy(() -> NormalSystemFile.point("normal-v1.avro", old))
        .isInstanceOf(InputException.class);
  }

  @Test
  void refusesAnotherVersion() {
    byte[] bytes = NormalSystemFile.encode(NormalSystemTest.sample());
    // the version is the text 2 behind its key
    byte[] key = "formatVersion".getBytes(StandardCharsets.UTF_8);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("formatVersion") + key.length;
    bytes[at + 1] = '7';
    assertThatThrownBy(() -> NormalSystemFile.decode("/run/n.avro", bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/run/n.avro")
        .hasMessageContaining("the normal system has version 7, this program reads version 2");
  }

  @Test
  void refusesDamagedFiles() {
    byte[] whole = NormalSystemFile.encode(NormalSystemTest.sample());
    for (int length = 0; length < whole.length; length += 11) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> NormalSystemFile.decode("n.avro", cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("the normal system is not complete");
    }
  }
}
