package org.ccdas.transforms.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeamFilesTest {
  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String path(String name) {
    return BeamFiles.resolve(folder.toString(), name);
  }

  @Test
  void writesReadsAndOverwrites() throws IOException {
    String path = path("a b.bin");
    assertThat(path).isEqualTo(folder.resolve("a b.bin").toString());
    BeamFiles.write(path, new byte[] {1, 2, 3});
    assertThat(BeamFiles.read(path)).containsExactly(1, 2, 3);
    BeamFiles.write(path, new byte[] {4});
    assertThat(BeamFiles.read(path)).containsExactly(4);
    BeamFiles.write(path, new byte[0]);
    assertThat(BeamFiles.read(path)).isEmpty();
    assertThat(names()).containsExactly("a b.bin");
  }

  @Test
  void writesIntoAFolderThatIsNotThereYet() throws IOException {
    String path = BeamFiles.resolve(folder.resolve("new").toString(), "x");
    BeamFiles.write(path, new byte[] {7});
    assertThat(BeamFiles.read(path)).containsExactly(7);
  }

  @Test
  void readersNeverSeeAPartOfAFile() throws IOException {
    String path = path("shared");
    byte[] bytes = new byte[200_000];
    BeamFiles.write(path, bytes);
    boolean whole =
        IntStream.range(0, 200)
            .parallel()
            .allMatch(
                i -> {
                  try {
                    if (i % 2 == 0) {
                      BeamFiles.write(path, bytes);
                    }
                    return BeamFiles.read(path).length == bytes.length;
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    assertThat(whole).isTrue();
    assertThat(names()).containsExactly("shared");
  }

  @Test
  void aFailedWriteLeavesNoTemporaryFile() throws IOException {
    Files.createDirectories(folder.resolve("taken/full"));
    assertThatThrownBy(() -> BeamFiles.write(path("taken"), new byte[3]))
        .isInstanceOf(IOException.class);
    assertThat(names()).containsExactly("taken");
  }

  @Test
  void saysOfAMissingFileWhereItLooked() {
    assertThatThrownBy(() -> BeamFiles.read(path("none.avro")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            path("none.avro")
                + ": the file is missing or must not be read. Check that every worker sees this"
                + " path, or run again from the start.");
  }
}
