package org.ccdas.observe.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private static BlockReference block(int index) {
    return new BlockReference("/blocks/ü " + index + ".avro", index, "ab" + index, 1L << 40, 3, 8);
  }

  static Manifest sample() {
    return Manifest.of("0123abcd", List.of(block(0), block(1)));
  }

  @Test
  void readsBackWhatWasWritten() {
    assertThat(Manifest.fromJson("m.json", sample().toJson())).isEqualTo(sample());
    assertThat(sample().cells()).isEqualTo(6);
    assertThat(sample().tiles()).isEqualTo(16);
  }

  @Test
  void orderOfArrivalDoesNotMatter() {
    assertThat(Manifest.of("0123abcd", List.of(block(1), block(0))).toJson())
        .isEqualTo(sample().toJson());
  }

  /** The file was written by version 3 from {@link #sample()}; it must stay readable. */
  @Test
  void readsTheGoldenFileOfVersionThree() throws IOException {
    assertThat(Manifest.fromJson("m.json", BlockFileTest.resource("manifest-v3.json")))
        .isEqualTo(sample());
  }

  /** The blocks of version 2 cannot be read. */
  @Test
  void refusesTheGoldenFileOfVersionTwo() throws IOException {
    byte[] old = BlockFileTest.resource("manifest-v2.json");
    assertThatThrownBy(() -> Manifest.fromJson("m.json", old))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has version 2, this program reads version 3");
  }

  @Test
  void missingAndRepeatedBlocksAreRefused() {
    assertThatThrownBy(() -> Manifest.of("", List.of(block(0), block(2))))
        .hasMessageContaining("Block 1 is missing or stands twice");
    assertThatThrownBy(() -> Manifest.of("", List.of(block(0), block(0))))
        .hasMessageContaining("Block 1 is missing or stands twice");
    String text = text(sample()).replace("\"index\" : 1", "\"index\" : 0");
    assertThatThrownBy(() -> Manifest.fromJson("m.json", bytes(text)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("stands twice");
  }

  @Test
  void refusesAnotherVersion() {
    String text = text(sample()).replace("\"formatVersion\" : 3", "\"formatVersion\" : 4");
    assertThatThrownBy(() -> Manifest.fromJson("/blocks/m.json", bytes(text)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "/blocks/m.json, formatVersion: the manifest of the blocks has version 4, this program"
                + " reads version 3. Delete it and run again, so that the blocks are prepared anew.");
  }

  @Test
  void refusesDamagedFiles() {
    String whole = text(sample());
    for (int length = 0; length < whole.length() - 2; length += 5) {
      damaged(whole.substring(0, length));
    }
    damaged(whole.replace("\"inputs\"", "\"input\""));
    damaged(whole.replace("\"bytes\"", "\"size\""));
    damaged("{\"formatVersion\":3,\"inputs\":\"\",\"blocks\":null}");
  }

  private static void damaged(String text) {
    assertThatThrownBy(() -> Manifest.fromJson("/blocks/m.json", bytes(text)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("/blocks/m.json: the manifest of the blocks is not complete (")
        .hasMessageEndingWith("Delete it and run again, so that the blocks are prepared anew.");
  }

  private static String text(Manifest manifest) {
    return new String(manifest.toJson(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
