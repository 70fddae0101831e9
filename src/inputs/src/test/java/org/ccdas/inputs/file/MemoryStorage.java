package org.ccdas.inputs.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Files in memory that can only be read, and whose downloads can be cut. */
final class MemoryStorage implements Storage {
  private final Map<Location, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();

  void put(Location file, byte[] bytes) {
    files.put(file, bytes);
  }

  /** Lets the next downloads end early. */
  void cut(int times) {
    cuts.set(times);
  }

  /** How often a file was opened. */
  int opened() {
    return opened.get();
  }

  @Override
  public Set<String> schemes() {
    return Set.of("memory");
  }

  @Override
  public InputStream open(Location file) throws IOException {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      throw new NoSuchFileException(file.toString());
    }
    opened.incrementAndGet();
    boolean cut = cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    return new ByteArrayInputStream(bytes, 0, cut ? bytes.length / 2 : bytes.length);
  }

  @Override
  public Optional<StoredFile> find(Location file) {
    return Optional.ofNullable(files.get(file))
        .map(bytes -> new StoredFile(file, bytes.length, "" + Arrays.hashCode(bytes)));
  }

  @Override
  public boolean exists(Location file) {
    return files.containsKey(file);
  }

  @Override
  public boolean isFolder(Location folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StoredFile> list(Location folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StoredFile> listAll(Location folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path temporary(Location target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void put(Path temporary, Location target, boolean durable) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void append(Location file, byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void makeFolder(Location folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(Location file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void deleteAll(Location folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeTemporaries(Location folder) {
    throw new UnsupportedOperationException();
  }
}
