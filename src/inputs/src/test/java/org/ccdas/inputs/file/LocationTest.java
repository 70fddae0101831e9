package org.ccdas.inputs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {
  @ParameterizedTest
  @CsvSource({
    "data/cells.csv, data/cells.csv, true",
    "/data//cells.csv, /data/cells.csv, true",
    "file:///data/a b.csv, /data/a b.csv, true",
    "gs://bucket/data/, gs://bucket/data, false",
    "gs://bucket, gs://bucket, false",
    "S3://bucket/x y, S3://bucket/x y, false",
    "C:/data, C:/data, true"
  })
  void keepsWhatTheUserKnows(String text, String known, boolean local) {
    Location location = Location.of(text);
    assertThat(location).hasToString(known);
    assertThat(location.isLocal()).isEqualTo(local);
  }

  @ParameterizedTest
  @CsvSource({
    "data, cells.csv, data/cells.csv",
    "data, /cells.csv, /cells.csv",
    "data, gs://bucket/cells.csv, gs://bucket/cells.csv",
    "gs://bucket/data, a/cells.csv, gs://bucket/data/a/cells.csv",
    "gs://bucket, cells.csv, gs://bucket/cells.csv",
    "gs://bucket/data, /cells.csv, /cells.csv",
    "gs://bucket/data, '', gs://bucket/data"
  })
  void resolvesNames(String folder, String name, String expected) {
    assertThat(Location.of(folder).resolve(name)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/data/cells.csv, cells.csv, /data",
    "/, /, /",
    "gs://bucket/data/cells.csv, cells.csv, gs://bucket/data",
    "gs://bucket/cells.csv, cells.csv, gs://bucket",
    "gs://bucket, bucket, gs://bucket"
  })
  void hasANameAndAFolder(String text, String name, String parent) {
    assertThat(Location.of(text).name()).isEqualTo(name);
    assertThat(Location.of(text).parent()).hasToString(parent);
  }

  @Test
  void theFolderOfARelativePathIsAbsolute() {
    assertThat(Location.of("x.yaml").parent().path()).isEqualTo(Path.of("").toAbsolutePath());
  }

  @ParameterizedTest
  @CsvSource({
    "/a/./b/../c, /a/c",
    "gs://bucket/a/./b/../c, gs://bucket/a/c",
    "gs://bucket/../../c, gs://bucket/c",
    "gs://bucket/a.b/c..d, gs://bucket/a.b/c..d"
  })
  void isMadeAbsoluteWithinItsBucket(String text, String absolute) {
    assertThat(Location.of(text).absolute()).hasToString(absolute);
  }

  @Test
  void sortsAsAFolderIsListed() {
    assertThat(Stream.of("/a/c", "gs://b/a", "/a/b/z", "gs://a/z").map(Location::of).sorted())
        .extracting(Location::toString)
        .containsExactly("/a/b/z", "/a/c", "gs://a/z", "gs://b/a");
  }

  @Test
  void onlyALocalOneHasAPath() {
    assertThat(Location.of(Path.of("a", "b")).path()).isEqualTo(Path.of("a/b"));
    assertThatThrownBy(() -> Location.of("gs://b/a").path())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("gs://b/a is not on the local file system");
    assertThatThrownBy(() -> Location.of("a\0b"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Correct the name");
    assertThatThrownBy(() -> Location.of("a").resolve("b\0")).isInstanceOf(InputException.class);
  }

  @Test
  void travelsToWorkers() throws Exception {
    for (Location location : List.of(Location.of("a/b"), Location.of("gs://b/a"))) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(location);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        assertThat(in.readObject()).isEqualTo(location).hasSameHashCodeAs(location);
      }
    }
  }
}
