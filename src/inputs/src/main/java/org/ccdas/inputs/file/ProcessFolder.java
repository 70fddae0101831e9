package org.ccdas.inputs.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A folder for temporary files of this process, made when it is first needed and removed when the
 * process ends. A process that is killed cannot do that; its folder is removed by the next one. A
 * locked file beside each folder tells whether its process lives, whatever machine or container
 * shares the disk.
 */
public final class ProcessFolder {
  private static final String PREFIX = "ccdas-files-";
  private static final String LOCK = ".lock";

  /** Names of objects may be longer than those of files. */
  private static final int LONGEST_NAME = 50;

  /**
   * Begins the names of this process. It never opens its own locked files again, since closing one
   * would free the lock.
   */
  private static final String OWN =
      PREFIX
          + ProcessHandle.current().pid()
          + "-"
          + ManagementFactory.getRuntimeMXBean().getStartTime()
          + "-";

  private static final ProcessFolder SHARED =
      new ProcessFolder(Path.of(System.getProperty("java.io.tmpdir")));

  private final Path parent;
  private final AtomicLong count = new AtomicLong();
  private Path folder;
  private FileChannel lock;

  ProcessFolder(Path parent) {
    this.parent = parent;
  }

  /** The folder of this process, in the machine's folder for temporary files. */
  public static ProcessFolder shared() {
    return SHARED;
  }

  /** A path for a new file, which is not there yet. */
  public Path newFile(String name) throws IOException {
    String end = name.substring(Math.max(0, name.length() - LONGEST_NAME));
    return folder().resolve(count.incrementAndGet() + "-" + end);
  }

  private synchronized Path folder() throws IOException {
    if (folder == null) {
      removeAbandoned();
      String name = OWN + UUID.randomUUID();
      // before the folder, so that there is none without a lock
      lock =
          FileChannel.open(
              parent.resolve(name + LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        throw new IOException(parent.resolve(name + LOCK) + " is locked by another process");
      }
      folder = Files.createDirectory(parent.resolve(name));
      Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }
    return folder;
  }

  private void end() {
    try {
      remove();
    } catch (IOException e) {
      // files may be in use still; the next process removes them
      return;
    }
  }

  /** Removes the folder; it is made anew when it is needed again. */
  synchronized void remove() throws IOException {
    if (folder != null) {
      Path former = folder;
      folder = null;
      delete(former);
      lock.close();
      Files.deleteIfExists(former.resolveSibling(former.getFileName() + LOCK));
    }
  }

  private void removeAbandoned() throws IOException {
    List<Path> locks;
    try (Stream<Path> entries = Files.list(parent)) {
      locks =
          entries
              .filter(path -> path.getFileName().toString().matches(PREFIX + ".*\\" + LOCK))
              .filter(path -> !path.getFileName().toString().startsWith(OWN))
              .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : locks) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
          FileLock free = channel.tryLock()) {
        if (free != null) {
          String name = path.getFileName().toString();
          delete(path.resolveSibling(name.substring(0, name.length() - LOCK.length())));
          Files.deleteIfExists(path);
        }
      } catch (NoSuchFileException | AccessDeniedException e) {
        // it has just ended, or is of another user
        continue;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
