package org.ccdas.inputs.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.InputException;

/**
 * The one way to reach a file, wherever it is. What is written is never half-written: readers see
 * the old file or the whole new one.
 *
 * <p>Every method throws an {@link InputException} with the location when nothing serves its
 * scheme, and a {@link StorageException} when its storage cannot be reached or refuses; a file that
 * is read and is not there is a {@link NoSuchFileException}.
 */
public final class StoredFiles {
  /** Writes a file's content to a local path. */
  @FunctionalInterface
  public interface Writer {
    /** Writes the whole file at {@code temporary}. */
    void writeTo(Path temporary) throws IOException;
  }

  private StoredFiles() {}

  /** Opens a file for reading from its beginning. */
  public static InputStream open(Location file) throws IOException {
    return Storages.of(file).open(file);
  }

  /** All bytes of a file. */
  public static byte[] read(Location file) throws IOException {
    try (InputStream in = open(file)) {
      return in.readAllBytes();
    }
  }

  /**
   * All bytes of a file that another process of the run has written.
   *
   * @throws InputException when it is missing or must not be read
   */
  public static byte[] readShared(Location file) throws IOException {
    try {
      return read(file);
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(),
          "",
          "the file is missing or must not be read",
          "Check that every worker sees this path, or run again from the start",
          e);
    }
  }

  /**
   * The text of a file in UTF-8.
   *
   * @throws java.nio.charset.CharacterCodingException when it is not UTF-8
   */
  public static String readText(Location file) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read(file))).toString();
  }

  /** Length and version of a file; nothing when it is not there or is a folder. */
  public static Optional<StoredFile> find(Location file) throws IOException {
    return Storages.of(file).find(file);
  }

  /** Length of a file. */
  public static long size(Location file) throws IOException {
    return find(file).orElseThrow(() -> new NoSuchFileException(file.toString())).bytes();
  }

  /** Whether there is such a file, or on a disk such a folder. */
  public static boolean exists(Location file) {
    return Storages.of(file).exists(file);
  }

  /** Whether this is a folder: on an object store, whether an object lies in it. */
  public static boolean isFolder(Location folder) {
    return Storages.of(folder).isFolder(folder);
  }

  /**
   * The files that stand directly in a folder, by name.
   *
   * @throws IOException when there is no such folder; an object store has no empty ones
   */
  public static List<StoredFile> list(Location folder) throws IOException {
    return Storages.of(folder).list(folder);
  }

  /**
   * All files in a folder and its folders, by name; none when there is no such folder. On a disk
   * links to folders are followed.
   */
  public static List<StoredFile> listAll(Location folder) throws IOException {
    return Storages.of(folder).listAll(folder);
  }

  /** Replaces a file by these bytes. */
  public static void write(Location target, byte[] bytes) throws IOException {
    write(target, bytes, () -> {});
  }

  /**
   * As above, with an action between the finished content and the replacement. Tests of a crash at
   * that moment stop the machine there.
   */
  public static void write(Location target, byte[] bytes, Runnable beforeReplacing)
      throws IOException {
    write(target, temporary -> Files.write(temporary, bytes), beforeReplacing, true);
  }

  /** Replaces a file by what the writer writes; when it fails the old file stays. */
  public static void write(Location target, Writer writer) throws IOException {
    write(target, writer, () -> {}, true);
  }

  /**
   * As {@link #write(Location, byte[])}, but does not wait for the disk: for files that are made
   * anew, or found to be damaged, after a power failure.
   */
  public static void writePassing(Location target, byte[] bytes) throws IOException {
    write(target, temporary -> Files.write(temporary, bytes), () -> {}, false);
  }

  private static void write(
      Location target, Writer writer, Runnable beforeReplacing, boolean durable)
      throws IOException {
    Storage storage = Storages.of(target);
    Path temporary = storage.temporary(target);
    try {
      writer.writeTo(temporary);
      beforeReplacing.run();
      storage.put(temporary, target, durable);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Adds bytes at the end of a file, or begins one. An object store cannot do that: there the whole
   * file is put anew.
   */
  public static void append(Location file, byte[] bytes) throws IOException {
    Storages.of(file).append(file, bytes);
  }

  /**
   * Makes a folder where folders are made.
   *
   * @throws InputException when a file is in the way
   */
  public static void makeFolder(Location folder) throws IOException {
    Storages.of(folder).makeFolder(folder);
  }

  /** Removes a file; that it is missing is fine. */
  public static void delete(Location file) throws IOException {
    Storages.of(file).delete(file);
  }

  /** Removes a folder with all that is in it; that it is missing is fine. */
  public static void deleteAll(Location folder) throws IOException {
    Storages.of(folder).deleteAll(folder);
  }

  /**
   * Removes what writers that were killed have left beside the files of a folder. Nobody may be
   * writing there.
   */
  public static void removeTemporaries(Location folder) throws IOException {
    Storages.of(folder).removeTemporaries(folder);
  }

  /**
   * A file at a local path, for libraries that need one: the file itself when it is local, else a
   * copy that stays as long as it is used and, while there is room, beyond.
   *
   * @see LocalCopies
   */
  public static LocalCopy localCopy(Location file) throws IOException {
    return file.isLocal()
        ? new LocalCopy(file.path(), () -> {})
        : LocalCopies.SHARED.copy(Storages.of(file), file);
  }
}
