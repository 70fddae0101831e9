package org.ccdas.inputs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a disk; those of an object store have their test with its provider. */
class StoredFilesTest {
  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Location file(String name) {
    return Location.of(folder).resolve(name);
  }

  @Test
  void writesReadsAndOverwrites() throws IOException {
    Location file = file("a b.bin");
    StoredFiles.write(file, new byte[] {1, 2, 3});
    assertThat(StoredFiles.read(file)).containsExactly(1, 2, 3);
    StoredFiles.writePassing(file, new byte[] {4});
    assertThat(StoredFiles.read(file)).containsExactly(4);
    StoredFiles.write(file, new byte[0]);
    assertThat(StoredFiles.read(file)).isEmpty();
    assertThat(names()).containsExactly("a b.bin");
  }

  @Test
  void writesIntoAFolderThatIsNotThereYet() throws IOException {
    StoredFiles.write(file("new/x"), new byte[] {7});
    assertThat(StoredFiles.read(file("new/x"))).containsExactly(7);
  }

  @Test
  void readersNeverSeeAPartOfAFile() throws IOException {
    Location file = file("shared");
    byte[] bytes = new byte[200_000];
    StoredFiles.writePassing(file, bytes);
    boolean whole =
        IntStream.range(0, 200)
            .parallel()
            .allMatch(
                i -> {
                  try {
                    if (i % 2 == 0) {
                      StoredFiles.writePassing(file, bytes);
                    }
                    return StoredFiles.read(file).length == bytes.length;
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    assertThat(whole).isTrue();
    assertThat(names()).containsExactly("shared");
  }

  @Test
  void whatFailsLeavesTheOldFileAndNoTemporary() throws IOException {
    StoredFiles.write(file("old"), new byte[] {1});
    assertThatThrownBy(
            () ->
                StoredFiles.write(
                    file("old"),
                    temporary -> {
                      Files.write(temporary, new byte[5]);
                      throw new IOException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThatThrownBy(
            () ->
                StoredFiles.write(
                    file("old"),
                    new byte[5],
                    () -> {
                      throw new IllegalStateException("before the replacement");
                    }))
        .hasMessage("before the replacement");
    Files.createDirectories(folder.resolve("taken/full"));
    assertThatThrownBy(() -> StoredFiles.write(file("taken"), new byte[3]))
        .isInstanceOf(IOException.class);
    assertThat(StoredFiles.read(file("old"))).containsExactly(1);
    assertThat(names()).containsExactly("old", "taken");
  }

  @Test
  void whatAKilledWriterLeftCanBeRemoved() throws IOException {
    Files.write(folder.resolve(".state.json.tmp"), new byte[3]);
    Files.write(folder.resolve(".state.json.0b21.tmp"), new byte[3]);
    Files.write(folder.resolve("own.tmp"), new byte[3]);
    StoredFiles.removeTemporaries(Location.of(folder));
    assertThat(names()).containsExactly("own.tmp");
    StoredFiles.removeTemporaries(file("missing"));
  }

  @Test
  void appends() throws IOException {
    StoredFiles.append(file("new/log"), new byte[] {1});
    StoredFiles.append(file("new/log"), new byte[] {2, 3});
    assertThat(StoredFiles.read(file("new/log"))).containsExactly(1, 2, 3);
  }

  @Test
  void listsTheFilesOfAFolder() throws IOException {
    StoredFiles.write(file("b"), new byte[2]);
    StoredFiles.write(file("a"), new byte[1]);
    StoredFiles.write(file("deeper/c"), new byte[1]);
    List<StoredFile> files = StoredFiles.list(Location.of(folder));
    assertThat(files).extracting(StoredFile::location).containsExactly(file("a"), file("b"));
    assertThat(files).extracting(StoredFile::bytes).containsExactly(1L, 2L);
    assertThatThrownBy(() -> StoredFiles.list(file("missing")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void tellsFilesFromFolders() throws IOException {
    StoredFiles.write(file("deeper/c"), new byte[5]);
    assertThat(StoredFiles.isFolder(file("deeper"))).isTrue();
    assertThat(StoredFiles.find(file("deeper"))).isEmpty();
    assertThat(StoredFiles.exists(file("deeper/c"))).isTrue();
    assertThat(StoredFiles.size(file("deeper/c"))).isEqualTo(5);
    assertThat(StoredFiles.exists(file("deeper/d"))).isFalse();
    assertThatThrownBy(() -> StoredFiles.size(file("deeper/d")))
        .isInstanceOf(NoSuchFileException.class);
    StoredFiles.delete(file("deeper/d"));
    StoredFiles.deleteAll(file("deeper"));
    StoredFiles.deleteAll(file("deeper"));
    assertThat(names()).isEmpty();
  }

  @Test
  void saysOfAMissingFileOfAWorkerWhereItLooked() {
    assertThatThrownBy(() -> StoredFiles.readShared(file("none.avro")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file("none.avro")
                + ": the file is missing or must not be read. Check that every worker sees this"
                + " path, or run again from the start.");
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    StoredFiles.write(file("text"), new byte[] {'a', (byte) 0xe4});
    assertThatThrownBy(() -> StoredFiles.readText(file("text")))
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void aLocalFileIsItsOwnCopy() throws IOException {
    StoredFiles.write(file("x"), new byte[] {1});
    try (LocalCopy copy = StoredFiles.localCopy(file("x"))) {
      assertThat(copy.path()).isEqualTo(folder.resolve("x"));
    }
    assertThat(names()).containsExactly("x");
  }

  @Test
  void namesWhatNothingServes() {
    assertThatThrownBy(() -> StoredFiles.read(Location.of("ftp://host/x")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "ftp://host/x: files at ftp:// cannot be reached. Give a local path");
  }
}
