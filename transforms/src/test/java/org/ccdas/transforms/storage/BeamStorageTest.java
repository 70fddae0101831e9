package org.ccdas.transforms.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.LocalCopy;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StorageException;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link StoredFiles} on gs://, against the server of the tests. */
class BeamStorageTest {
  private static final String BUCKET = "runs";
  private static final Location RUN = Location.of("gs://runs/one");

  private FakeGcsServer server;

  @BeforeEach
  void serve() throws IOException {
    server = FakeGcsServer.start(BUCKET);
    PipelineOptions options = PipelineOptionsFactory.create();
    server.serve(options);
    FileSystems.setDefaultPipelineOptions(options);
  }

  @AfterEach
  void stop() {
    server.close();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  @Test
  void writesReadsReplacesAndAppends() throws IOException {
    Location file = RUN.resolve("a b +1.bin");
    for (int size : new int[] {3_000_000, 1000, 0, 1}) {
      StoredFiles.write(file, random(size));
      assertThat(server.get(BUCKET, "one/a b +1.bin")).hasValue(random(size));
      assertThat(StoredFiles.read(file)).isEqualTo(random(size));
      assertThat(StoredFiles.size(file)).isEqualTo(size);
    }
    Location log = RUN.resolve("progress.jsonl");
    StoredFiles.append(log, "one\n".getBytes(StandardCharsets.UTF_8));
    StoredFiles.append(log, "two\n".getBytes(StandardCharsets.UTF_8));
    assertThat(StoredFiles.readText(log)).isEqualTo("one\ntwo\n");
    assertThat(server.names(BUCKET)).containsExactly("one/a b +1.bin", "one/progress.jsonl");
  }

  @Test
  void foldersAreWhatTheNamesSay() throws IOException {
    assertThat(StoredFiles.isFolder(RUN)).isFalse();
    assertThatThrownBy(() -> StoredFiles.list(RUN)).isInstanceOf(NoSuchFileException.class);
    StoredFiles.makeFolder(RUN);
    for (String name : List.of("one/b", "one/a", "one/deep/c", "one.txt", "one/folder/")) {
      server.put(BUCKET, name, name.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(StoredFiles.isFolder(RUN)).isTrue();
    assertThat(StoredFiles.isFolder(RUN.resolve("a"))).isFalse();
    assertThat(StoredFiles.exists(RUN)).isFalse();
    assertThat(StoredFiles.exists(RUN.resolve("a"))).isTrue();
    assertThat(StoredFiles.list(RUN))
        .extracting(StoredFile::location)
        .containsExactly(RUN.resolve("a"), RUN.resolve("b"));
    assertThat(StoredFiles.list(RUN.resolve("deep"))).extracting(StoredFile::bytes).contains(10L);
    StoredFiles.delete(RUN.resolve("a"));
    StoredFiles.delete(RUN.resolve("a"));
    StoredFiles.deleteAll(RUN);
    StoredFiles.deleteAll(RUN);
    // the mark of a folder that a console made is no file of ours
    assertThat(server.names(BUCKET)).containsExactly("one.txt", "one/folder/");
  }

  @Test
  void aMissingFileIsNoFailureOfTheStorage() {
    Location none = RUN.resolve("none");
    assertThatThrownBy(() -> StoredFiles.read(none))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage("gs://runs/one/none");
    assertThatThrownBy(() -> StoredFiles.localCopy(none)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> NetcdfInput.open(none))
        .hasMessage(
            "gs://runs/one/none: there is no such file. Check the path in the configuration.");
  }

  @Test
  void namesPatternsAndSchemesThatItDoesNotTake() {
    assertThatThrownBy(() -> StoredFiles.list(Location.of("gs://runs/*")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("this is a pattern and not one file or folder");
    assertThatThrownBy(() -> StoredFiles.read(Location.of("s3://runs/x")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "s3://runs/x: files at s3:// cannot be reached. Give a local path or an address with"
                + " gs://.");
  }

  @Test
  void netcdfIsWrittenAsAWholeAndReadFromACopy() throws IOException {
    Location file = RUN.resolve("cost.nc");
    NetcdfOutput output = NetcdfOutput.titled("test").dimension("step", 3);
    output.doubles("cost", "step").values(new double[] {3, 2, 1});
    output.write(file);
    for (int i = 0; i < 3; i++) {
      try (NetcdfInput input = NetcdfInput.open(file)) {
        assertThat(input.file()).isEqualTo("gs://runs/one/cost.nc");
        assertThat(input.variable("cost").read()).containsExactly(3, 2, 1);
      }
    }
    assertThat(server.requests("download")).isEqualTo(1);
    Path path;
    try (LocalCopy copy = StoredFiles.localCopy(file)) {
      path = copy.path();
      assertThat(path).hasBinaryContent(server.get(BUCKET, "one/cost.nc").orElseThrow());
    }
    // the same length, other content
    byte[] other = Files.readAllBytes(path);
    other[other.length - 1] ^= 1;
    StoredFiles.write(file, other);
    try (LocalCopy copy = StoredFiles.localCopy(file)) {
      assertThat(copy.path()).hasBinaryContent(other);
    }
  }

  @Test
  void triesAgainWhatFailsForAWhile() throws IOException {
    Location file = RUN.resolve("state.json");
    StoredFiles.write(file, random(100_000));
    server.faults().unavailable("GET", "one/state.json", 1);
    assertThat(StoredFiles.exists(file)).isTrue();
    server.faults().unavailable("GET", "one/state.json", 1);
    assertThat(StoredFiles.read(file)).isEqualTo(random(100_000));
    server.faults().brokenDownload("state.json", 1);
    assertThat(StoredFiles.read(file)).isEqualTo(random(100_000));
    server.faults().brokenDownload("state.json", 1);
    try (LocalCopy copy = StoredFiles.localCopy(file)) {
      assertThat(copy.path()).hasBinaryContent(random(100_000));
    }
    server.faults().unavailable("POST", BUCKET, 1);
    StoredFiles.write(file, random(200_000));
    server.faults().unavailable("PUT", BUCKET, 1);
    StoredFiles.write(file, random(300_000));
    assertThat(server.get(BUCKET, "one/state.json")).hasValue(random(300_000));
    assertThat(server.faults().served()).isEqualTo(6);
  }

  @Test
  void namesTheFileWhenItIsRefused() throws IOException {
    Location file = RUN.resolve("state.json");
    StoredFiles.write(file, new byte[] {1});
    server.faults().forbidden("GET", "one", 1000);
    assertThatThrownBy(() -> StoredFiles.read(file))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("gs://runs/one/state.json: cannot be read (")
        .hasMessageContaining("403");
    assertThatThrownBy(() -> StoredFiles.exists(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("gs://runs/one/state.json: cannot be looked up (");
    server.faults().forbidden("DELETE", "one", 1000);
    assertThatThrownBy(() -> StoredFiles.delete(file))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("gs://runs/one/state.json: cannot be removed (");
  }

  @Test
  void whatIsNeverWrittenLeavesTheOldObject() throws IOException {
    Location file = RUN.resolve("state.json");
    StoredFiles.write(file, new byte[] {1});
    assertThatThrownBy(
            () ->
                StoredFiles.write(
                    file,
                    new byte[5],
                    () -> {
                      throw new IllegalStateException("before the replacement");
                    }))
        .hasMessage("before the replacement");
    for (String method : new String[] {"PUT", "POST"}) {
      server.faults().forbidden(method, BUCKET, 1);
      assertThatThrownBy(() -> StoredFiles.write(file, new byte[7]))
          .isInstanceOf(StorageException.class)
          .hasMessageStartingWith("gs://runs/one/state.json: cannot be written (");
      assertThat(server.get(BUCKET, "one/state.json")).hasValue(new byte[] {1});
    }
    assertThat(server.faults().served()).isEqualTo(2);
  }
}
