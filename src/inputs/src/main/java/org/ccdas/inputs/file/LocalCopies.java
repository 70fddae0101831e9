package org.ccdas.inputs.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Local copies of files that are elsewhere, each made once a process and version of the file. Those
 * not in use are dropped, the one longest unused first, when all together would exceed the bound;
 * those in use stay, so that a single larger file can be read too. They lie in the {@link
 * ProcessFolder}, which goes with the process.
 */
final class LocalCopies {
  /** System property with the bound in bytes. */
  static final String BOUND = "ccdas.cache.bytes";

  private static final long STANDARD_BOUND = 8L << 30;
  private static final int ATTEMPTS = 3;

  /** The copies of this process. */
  static final LocalCopies SHARED =
      new LocalCopies(ProcessFolder.shared(), Long.getLong(BOUND, STANDARD_BOUND));

  private final ProcessFolder folder;
  private final long most;
  private final Map<StoredFile, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long held;

  /** A copy, or what will be one. */
  private static final class Entry {
    private Path path;
    private int users;
  }

  LocalCopies(ProcessFolder folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /** Bytes of all copies that are there. */
  synchronized long held() {
    return held;
  }

  /** A copy of the file as it is now. */
  LocalCopy copy(Storage storage, Location location) throws IOException {
    StoredFile file =
        storage.find(location).orElseThrow(() -> new NoSuchFileException(location.toString()));
    Entry entry = use(file);
    try {
      synchronized (entry) {
        if (entry.path == null) {
          makeRoom(file.bytes());
          entry.path = download(storage, file);
        }
      }
    } catch (IOException | RuntimeException e) {
      release(file, entry);
      throw e;
    }
    return new LocalCopy(entry.path, () -> release(file, entry));
  }

  private synchronized Entry use(StoredFile file) {
    Entry entry = entries.computeIfAbsent(file, f -> new Entry());
    entry.users++;
    return entry;
  }

  private synchronized void makeRoom(long bytes) {
    held += bytes;
    drop();
  }

  private void release(StoredFile file, Entry entry) {
    synchronized (this) {
      entry.users--;
      drop();
    }
  }

  /** Drops copies that nobody uses until the rest is within the bound. */
  private void drop() {
    List<StoredFile> unused = new ArrayList<>();
    entries.forEach(
        (file, entry) -> {
          if (entry.users == 0) {
            unused.add(file);
          }
        });
    for (StoredFile file : unused) {
      Entry entry = entries.get(file);
      if (entry.path == null) {
        entries.remove(file); // its download has failed
      } else if (held > most) {
        entries.remove(file);
        held -= file.bytes();
        remove(entry.path);
      }
    }
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path download(Storage storage, StoredFile file) throws IOException {
    Path path = folder.newFile(file.location().name());
    try {
      for (int attempt = 1; ; attempt++) {
        long copied;
        try (InputStream in = storage.open(file.location())) {
          copied = Files.copy(in, path);
        }
        if (copied == file.bytes()) {
          return path;
        }
        Files.delete(path);
        if (attempt == ATTEMPTS) {
          throw new StorageException(
              file.location(), copied + " bytes came of a file of " + file.bytes(), null);
        }
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      synchronized (this) {
        held -= file.bytes();
      }
      throw e;
    }
  }
}
