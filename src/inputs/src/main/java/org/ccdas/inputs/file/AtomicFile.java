package org.ccdas.inputs.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes local files under a temporary name and renames them, so that none is ever half-written.
 */
public final class AtomicFile {
  /** Writes the content to the path it is given. */
  @FunctionalInterface
  public interface Writer {
    /** Writes the whole file at {@code temporary}. */
    void writeTo(Path temporary) throws IOException;
  }

  private AtomicFile() {}

  /** Replaces {@code target} by these bytes. */
  public static void write(Path target, byte[] bytes) throws IOException {
    write(target, temporary -> Files.write(temporary, bytes));
  }

  /** Replaces {@code target} by what the writer writes; on failure the old file stays. */
  public static void write(Path target, Writer writer) throws IOException {
    write(target, writer, () -> {});
  }

  /**
   * As above, with an action between the finished temporary file and the rename. Tests of a crash
   * at that moment stop the machine there.
   */
  public static void write(Path target, Writer writer, Runnable beforeRename) throws IOException {
    Path absolute = target.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path temporary = absolute.resolveSibling("." + absolute.getFileName() + ".tmp");
    try {
      writer.writeTo(temporary);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      beforeRename.run();
      Files.move(
          temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
