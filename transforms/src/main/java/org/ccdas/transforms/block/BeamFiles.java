package org.ccdas.transforms.block;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;
import org.ccdas.core.InputException;

/** Whole small files on any file system of Beam. */
public final class BeamFiles {
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

  private static void put(ResourceId resource, byte[] bytes) throws IOException {
    try (WritableByteChannel channel = FileSystems.create(resource, MimeTypes.BINARY)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }
}
