package org.ccdas.inputs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCopiesTest {
  private static final Location A = Location.of("memory://box/a.nc");
  private static final Location B = Location.of("memory://box/b.nc");
  private static final Location C = Location.of("memory://box/c.nc");

  @TempDir Path parent;
  private final MemoryStorage storage = new MemoryStorage();
  private ProcessFolder folder;
  private LocalCopies copies;

  @BeforeEach
  void fill() {
    folder = new ProcessFolder(parent);
    copies = new LocalCopies(folder, 250);
    for (Location file : new Location[] {A, B, C}) {
      storage.put(
          file, file.toString().repeat(10).substring(0, 100).getBytes(StandardCharsets.UTF_8));
    }
  }

  @AfterEach
  void remove() throws IOException {
    folder.remove();
    assertThat(files()).isZero();
  }

  /** Number of copies on the disk. */
  private long files() throws IOException {
    try (Stream<Path> walk = Files.walk(parent)) {
      return walk.filter(path -> path.toString().endsWith(".nc")).count();
    }
  }

  private void use(Location file) throws IOException {
    try (LocalCopy copy = copies.copy(storage, file)) {
      assertThat(Files.readAllBytes(copy.path())).hasSize(100);
    }
  }

  @Test
  void isMadeOnceForAllThreads() {
    IntStream.range(0, 64)
        .parallel()
        .forEach(
            i -> {
              try {
                use(i % 2 == 0 ? A : B);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(storage.opened()).isEqualTo(2);
    assertThat(copies.held()).isEqualTo(200);
  }

  @Test
  void theLongestUnusedGoesFirst() throws IOException {
    use(A);
    use(B);
    use(A);
    use(C);
    assertThat(files()).isEqualTo(2);
    assertThat(copies.held()).isEqualTo(200);
    use(A);
    assertThat(storage.opened()).isEqualTo(3);
    use(B);
    assertThat(storage.opened()).isEqualTo(4);
  }

  @Test
  void whatIsInUseStays() throws IOException {
    try (LocalCopy a = copies.copy(storage, A);
        LocalCopy b = copies.copy(storage, B);
        LocalCopy c = copies.copy(storage, C)) {
      assertThat(a.path()).exists();
      assertThat(b.path()).exists();
      assertThat(c.path()).exists();
      c.close();
      c.close();
      assertThat(c.path()).doesNotExist();
      assertThat(files()).isEqualTo(2);
    }
    assertThat(copies.held()).isEqualTo(200);
  }

  @Test
  void aFileLargerThanTheBoundIsReadToo() throws IOException {
    storage.put(C, new byte[1000]);
    use(A);
    try (LocalCopy copy = copies.copy(storage, C)) {
      assertThat(copy.path()).hasSize(1000);
      assertThat(files()).isEqualTo(1);
    }
    assertThat(files()).isZero();
    assertThat(copies.held()).isZero();
  }

  @Test
  void aReplacedFileIsCopiedAnew() throws IOException {
    use(A);
    byte[] other = new byte[100];
    Arrays.fill(other, (byte) 7);
    storage.put(A, other);
    try (LocalCopy copy = copies.copy(storage, A)) {
      assertThat(copy.path()).hasBinaryContent(other);
    }
  }

  @Test
  void aCutDownloadIsTriedAgain() throws IOException {
    storage.cut(2);
    use(A);
    assertThat(storage.opened()).isEqualTo(3);
    storage.cut(3);
    assertThatThrownBy(() -> use(B))
        .isInstanceOf(StorageException.class)
        .hasMessage(B + ": 50 bytes came of a file of 100");
    assertThat(copies.held()).isEqualTo(100);
    assertThat(files()).isEqualTo(1);
    use(B);
    assertThatThrownBy(() -> use(Location.of("memory://box/none.nc")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
