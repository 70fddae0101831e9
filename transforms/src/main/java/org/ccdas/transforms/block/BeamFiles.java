package org.ccdas.transforms.block;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;
import org.ccdas.inputs.InputException;

/** Whole small files on any file system of Beam. */
public final class BeamFiles {
  private static final int PIECE = 1 << 20;

  private BeamFiles() {}

  /** The path of a file in a folder, whatever the file system. */
  public static String resolve(String folder, String name) {
    return FileSystems.matchNewResource(folder, true)
        .resolve(name, StandardResolveOptions.RESOLVE_FILE)
        .toString();
  }

  /**
   * Reads a whole file.
   *
   * @throws InputException when it is missing or must not be read
   */
  public static byte[] read(String path) throws IOException {
    ResourceId resource = FileSystems.matchNewResource(path, false);
    try (InputStream in = Channels.newInputStream(FileSystems.open(resource))) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      throw new InputException(
          path,
          "",
          "the file is missing or must not be read",
          "Check that every worker sees this path, or run again from the start",
          e);
    }
  }

  /**
   * Writes a whole file: on a disk under a temporary name that is then renamed, elsewhere in one
   * put. Writing the same file twice leaves it as it was, so a retried bundle does no harm.
   */
  public static void write(String path, byte[] bytes) throws IOException {
    ResourceId target = FileSystems.matchNewResource(path, false);
    if (!"file".equals(target.getScheme())) {
      put(target, bytes);
      return;
    }
    // a name of its own, since workers of several machines may share the disk
    ResourceId temporary =
        target
            .getCurrentDirectory()
            .resolve(
                "." + target.getFilename() + "." + UUID.randomUUID() + ".tmp",
                StandardResolveOptions.RESOLVE_FILE);
    boolean written = false;
    try {
      put(temporary, bytes);
      FileSystems.rename(List.of(temporary), List.of(target));
      written = true;
    } finally {
      if (!written) {
        FileSystems.delete(List.of(temporary), StandardMoveOptions.IGNORE_MISSING_FILES);
      }
    }
  }

  /** Writes a whole file at a local path. */
  @FunctionalInterface
  public interface LocalWriter {
    /** Writes the file at this path, replacing what is there. */
    void writeTo(Path path) throws IOException;
  }

  /**
   * Lets a writer that knows only local paths write a file: in its place when that is local, else
   * beside this process and then put as a whole.
   *
   * @param writer must itself write under another name first, as {@link
   *     org.ccdas.inputs.file.AtomicFile} does
   */
  public static void write(String path, LocalWriter writer) throws IOException {
    ResourceId target = FileSystems.matchNewResource(path, false);
    if ("file".equals(target.getScheme())) {
      writer.writeTo(Path.of(target.toString()));
      return;
    }
    Path temporary = Files.createTempFile("ccdas-", ".tmp");
    try {
      writer.writeTo(temporary);
      try (ReadableByteChannel in = Files.newByteChannel(temporary);
          WritableByteChannel out = FileSystems.create(target, MimeTypes.BINARY)) {
        ByteBuffer buffer = ByteBuffer.allocate(PIECE);
        while (in.read(buffer) >= 0) {
          buffer.flip();
          while (buffer.hasRemaining()) {
            out.write(buffer);
          }
          buffer.clear();
        }
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** A file at a local path; closing it removes it when it is a copy. */
  public static final class LocalCopy implements AutoCloseable {
    private final Path path;
    private final boolean copied;

    private LocalCopy(Path path, boolean copied) {
      this.path = path;
      this.copied = copied;
    }

    /** Where the file is. */
    public Path path() {
      return path;
    }

    @Override
    public void close() throws IOException {
      if (copied) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** The file itself when it is local, else a copy, for readers that know only local paths. */
  public static LocalCopy local(String path) throws IOException {
    ResourceId resource = FileSystems.matchNewResource(path, false);
    if ("file".equals(resource.getScheme())) {
      return new LocalCopy(Path.of(resource.toString()), false);
    }
    Path copy = Files.createTempFile("ccdas-", "-" + resource.getFilename());
    try {
      Files.write(copy, read(path));
      return new LocalCopy(copy, true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  /** Removes all files in a folder and its folders, and a local folder itself. */
  public static void deleteAll(String folder) throws IOException {
    ResourceId directory = FileSystems.matchNewResource(folder, true);
    if ("file".equals(directory.getScheme())) {
      deleteLocal(Path.of(directory.toString()));
      return;
    }
    List<ResourceId> files =
        FileSystems.match(directory + "**", EmptyMatchTreatment.ALLOW).metadata().stream()
            .map(MatchResult.Metadata::resourceId)
            .toList();
    FileSystems.delete(files, StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  private static void deleteLocal(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder)) {
      found = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : found) {
      Files.deleteIfExists(path);
    }
  }

  private static void put(ResourceId resource, byte[] bytes) throws IOException {
    try (WritableByteChannel channel = FileSystems.create(resource, MimeTypes.BINARY)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }
}
