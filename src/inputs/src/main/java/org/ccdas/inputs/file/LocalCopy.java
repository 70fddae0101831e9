package org.ccdas.inputs.file;

import java.nio.file.Path;

/**
 * A file at a local path. Close it when the path is no longer used.
 *
 * <pre>{@code
 * try (LocalCopy copy = StoredFiles.localCopy(location)) {
 *   library.open(copy.path());
 * }
 * }</pre>
 */
public final class LocalCopy implements AutoCloseable {
  private final Path path;
  private Runnable release;

  LocalCopy(Path path, Runnable release) {
    this.path = path;
    this.release = release;
  }

  /** Where the file is; it must not be changed. */
  public Path path() {
    return path;
  }

  /** Gives the copy back; a second time it does nothing. */
  @Override
  public synchronized void close() {
    Runnable once = release;
    release = () -> {};
    once.run();
  }
}
