package org.ccdas.transforms.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beam's gs:// file system against the server of the tests. */
class FakeGcsServerTest {
  private static final String BUCKET = "archive";

  private FakeGcsServer server;

  @BeforeEach
  void serve() throws IOException {
    server = FakeGcsServer.start(BUCKET, "other");
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

  private static ResourceId gs(String name) {
    return FileSystems.matchNewResource("gs://" + BUCKET + "/" + name, false);
  }

  private static byte[] read(String name) throws IOException {
    return StoredFiles.readShared(Location.of("gs://" + BUCKET + "/" + name));
  }

  private static List<String> match(String pattern) throws IOException {
    return FileSystems.match("gs://" + BUCKET + "/" + pattern).metadata().stream()
        .map(metadata -> metadata.resourceId().getFilename())
        .toList();
  }

  @Test
  void writesAndReads() throws IOException {
    for (int size : new int[] {0, 1, 1000, 3_000_000}) {
      String name = "in/a folder/file +" + size + ".bin";
      StoredFiles.write(Location.of("gs://" + BUCKET + "/" + name), random(size));
      assertThat(server.get(BUCKET, name)).hasValue(random(size));
      assertThat(read(name)).isEqualTo(random(size));
    }
    StoredFiles.write(Location.of("gs://" + BUCKET + "/x"), random(5));
    StoredFiles.write(Location.of("gs://" + BUCKET + "/x"), random(6));
    assertThat(read("x")).isEqualTo(random(6));
  }

  /** Pieces of 1 MiB: the upload is begun, sent and closed by several requests. */
  @Test
  void uploadsInPieces() throws IOException {
    PipelineOptions options = PipelineOptionsFactory.create();
    server.serve(options);
    options
        .as(org.apache.beam.sdk.extensions.gcp.options.GcsOptions.class)
        .setGcsUploadBufferSizeBytes(1 << 20);
    FileSystems.setDefaultPipelineOptions(options);
    byte[] bytes = random(5 << 20);
    try (WritableByteChannel channel = FileSystems.create(gs("large"), "application/x-netcdf")) {
      channel.write(ByteBuffer.wrap(bytes));
    }
    assertThat(server.get(BUCKET, "large")).hasValue(bytes);
    assertThat(server.requests("upload")).isGreaterThan(5);
  }

  @Test
  void readsRanges() throws IOException {
    byte[] bytes = random(100_000);
    server.put(BUCKET, "seek", bytes);
    try (SeekableByteChannel channel = (SeekableByteChannel) FileSystems.open(gs("seek"))) {
      assertThat(channel.size()).isEqualTo(bytes.length);
      channel.position(90_000);
      assertThat(Channels.newInputStream(channel).readAllBytes())
          .isEqualTo(java.util.Arrays.copyOfRange(bytes, 90_000, bytes.length));
    }
  }

  @Test
  void pagesThroughAListing() throws IOException {
    byte[] nothing = new byte[0];
    IntStream.range(0, 5000)
        .forEach(
            i ->
                server.put(
                    BUCKET, String.format(java.util.Locale.ROOT, "days/%04d.nc", i), nothing));
    server.put(BUCKET, "dayz.nc", nothing);
    server.put(BUCKET, "days/readme.txt", nothing);
    List<String> names = match("days/*.nc");
    assertThat(names)
        .hasSize(5000)
        .doesNotHaveDuplicates()
        .startsWith("0000.nc")
        .endsWith("4999.nc");
    assertThat(server.requests("list")).isEqualTo(6);
    assertThat(match("days/*.txt")).containsExactly("readme.txt");
    assertThat(match("none/*.nc")).isEmpty();
  }

  @Test
  void matchesOneFileWithItsSize() throws IOException {
    server.put(BUCKET, "a/b.nc", random(17));
    MatchResult.Metadata found = FileSystems.matchSingleFileSpec("gs://" + BUCKET + "/a/b.nc");
    assertThat(found.sizeBytes()).isEqualTo(17);
    assertThatThrownBy(() -> FileSystems.matchSingleFileSpec("gs://" + BUCKET + "/a/c.nc"))
        .isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> read("a/c.nc")).isInstanceOf(InputException.class);
  }

  @Test
  void renamesCopiesAndDeletes() throws IOException {
    byte[] large = random(2_500_000);
    server.put(BUCKET, "from", large);
    server.put(BUCKET, "small", random(3));
    FileSystems.rename(List.of(gs("from"), gs("small")), List.of(gs("to"), gs("tiny")));
    assertThat(server.names(BUCKET)).containsExactly("tiny", "to");
    assertThat(server.get(BUCKET, "to")).hasValue(large);
    assertThat(server.requests("rewrite")).isEqualTo(4);
    FileSystems.copy(
        List.of(gs("to")), List.of(FileSystems.matchNewResource("gs://other/copy", false)));
    assertThat(server.get("other", "copy")).hasValue(large);
    FileSystems.delete(List.of(gs("to"), gs("tiny")));
    assertThat(server.names(BUCKET)).isEmpty();
    assertThat(server.requests("batch")).isPositive();
  }

  @Test
  void triesAgainWhenTheServiceIsUnavailable() throws IOException {
    server.put(BUCKET, "days/1.nc", random(1000));
    server.faults().unavailable("GET", "o", 1); // the listing
    assertThat(match("days/*")).containsExactly("1.nc");
    server.faults().unavailable("GET", "days/1.nc", 1);
    assertThat(read("days/1.nc")).isEqualTo(random(1000));
    server.faults().unavailable("POST", BUCKET, 1);
    StoredFiles.write(Location.of("gs://" + BUCKET + "/out"), random(10));
    assertThat(server.get(BUCKET, "out")).hasValue(random(10));
    assertThat(server.faults().served()).isEqualTo(3);
  }

  @Test
  void goesOnAfterABrokenDownload() throws IOException {
    byte[] bytes = random(1_000_000);
    server.put(BUCKET, "day.nc", bytes);
    server.faults().brokenDownload("day.nc", 2);
    assertThat(read("day.nc")).isEqualTo(bytes);
    assertThat(server.faults().served()).isEqualTo(2);
  }

  @Test
  void aBatchIsToldWhatFailed() {
    server.put(BUCKET, "a", "x".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () -> FileSystems.copy(List.of(gs("a"), gs("missing")), List.of(gs("b"), gs("c"))))
        .isInstanceOf(FileNotFoundException.class);
  }
}
