package org.ccdas.inputs.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a kind of storage can do: the local disk, or one that a {@link java.util.ServiceLoader}
 * finds. Programs go through {@link StoredFiles}.
 *
 * <p>A file that is not there is a {@link java.nio.file.NoSuchFileException}. A storage that is
 * reached over a network throws a {@link StorageException} with the location when it cannot be
 * reached or refuses, within an {@link java.io.UncheckedIOException} where none is declared.
 */
public interface Storage {
  /** Schemes of the addresses that it reaches, such as {@code gs}. */
  Set<String> schemes();

  /** Opens a file for reading from its beginning. */
  InputStream open(Location file) throws IOException;

  /** Length and version of a file; nothing when it is not there or is a folder. */
  Optional<StoredFile> find(Location file) throws IOException;

  /** Whether something is there, a file or, on a disk, a folder. */
  boolean exists(Location file);

  /** Whether this is a folder: on an object store, whether an object lies in it. */
  boolean isFolder(Location folder);

  /**
   * The files that stand directly in a folder, by name.
   *
   * @throws IOException when there is no such folder; an object store has no empty ones
   */
  List<StoredFile> list(Location folder) throws IOException;

  /**
   * All files in a folder and its folders, by name; none when there is no such folder. On a disk
   * links to folders are followed.
   */
  List<StoredFile> listAll(Location folder) throws IOException;

  /**
   * A local path for the content of a file that is to be written; it is not there yet. The caller
   * removes it in the end.
   */
  Path temporary(Location target) throws IOException;

  /**
   * Replaces a file at once by the content of a {@link #temporary} file, which may be gone
   * afterwards. Readers see the old file or the new one, also when this fails or the machine dies.
   *
   * @param durable whether it must be on the disk when this returns
   */
  void put(Path temporary, Location target, boolean durable) throws IOException;

  /** Adds bytes at the end of a file, or begins one. */
  void append(Location file, byte[] bytes) throws IOException;

  /** Makes a folder where folders are made; on an object store nothing. */
  void makeFolder(Location folder) throws IOException;

  /** Removes a file; that it is missing is fine. */
  void delete(Location file) throws IOException;

  /** Removes a folder with all that is in it; that it is missing is fine. */
  void deleteAll(Location folder) throws IOException;

  /** Removes what killed writers have left beside the files of a folder. */
  void removeTemporaries(Location folder) throws IOException;
}
