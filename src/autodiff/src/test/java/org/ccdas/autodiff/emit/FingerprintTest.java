package org.ccdas.autodiff.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir Path folder;

  @Test
  void tellsWordsApart() {
    assertThat(new Fingerprint().add("ab").add("c").text())
        .hasSize(64)
        .isEqualTo(new Fingerprint().add("ab").add("c").text())
        .isNotEqualTo(new Fingerprint().add("a").add("bc").text());
  }

  @Test
  void seesNamesAndContentsOfFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "one");
    Path other = Files.writeString(folder.resolve("b"), "one");
    String text = new Fingerprint().add(List.of(file)).text();
    assertThat(new Fingerprint().add(List.of(other)).text()).isNotEqualTo(text);
    Files.writeString(file, "two");
    assertThat(new Fingerprint().add(List.of(file)).text()).isNotEqualTo(text);
  }

  @Test
  void seesTheClassesAroundAClass() throws IOException {
    assertThat(new Fingerprint().add(Fingerprint.class).text())
        .isNotEqualTo(new Fingerprint().text())
        .isNotEqualTo(new Fingerprint().add(FingerprintTest.class).text());
  }
}
