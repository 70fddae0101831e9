package org.ccdas.transforms.storage;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.ProcessFolder;
import org.ccdas.inputs.file.Storage;
import org.ccdas.inputs.file.StorageException;
import org.ccdas.inputs.file.StoredFile;

/**
 * The object stores that Beam's file systems reach: gs:// always, others when their module is on
 * the class path. Beam tries requests again that fail for a while. An object is put as a whole, so
 * that readers see the old one or the new one. There are no folders but what the names of objects
 * say.
 */
public final class BeamStorage implements Storage {
  /** Stores that replace an object at once; other file systems of Beam would need a rename. */
  private static final Set<String> OBJECT_STORES = Set.of("gs", "s3", "azfs");

  private static final Pattern WILDCARDS = Pattern.compile("[*?\\[\\]{}]");
  private static final int PIECE = 1 << 20;

  @Override
  public Set<String> schemes() {
    if (!isKnown("gs")) {
      // nothing has told Beam its options yet
      StorageEndpoint.initialise();
    }
    return OBJECT_STORES.stream().filter(BeamStorage::isKnown).collect(Collectors.toSet());
  }

  private static boolean isKnown(String scheme) {
    try {
      FileSystems.matchNewResource(scheme + "://bucket/name", false);
      return true;
    } catch (IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  private static ResourceId resource(Location file) {
    return FileSystems.matchNewResource(file.toString(), false);
  }

  @Override
  public InputStream open(Location file) throws IOException {
    try {
      return new NamedStream(file, Channels.newInputStream(FileSystems.open(resource(file))));
    } catch (FileNotFoundException e) {
      throw missing(file, e);
    } catch (IOException | RuntimeException e) {
      throw failed(file, "cannot be read", e);
    }
  }

  /** A stream whose failures name the file. */
  private static final class NamedStream extends FilterInputStream {
    private final Location file;

    NamedStream(Location file, InputStream in) {
      super(in);
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (FileNotFoundException e) {
        throw missing(file, e);
      } catch (IOException | RuntimeException e) {
        throw failed(file, "cannot be read", e);
      }
    }
  }

  @Override
  public Optional<StoredFile> find(Location file) throws IOException {
    String name = file.toString();
    return match(file, name)
        .filter(metadata -> metadata.resourceId().toString().equals(name))
        .map(metadata -> stored(file, metadata))
        .findFirst();
  }

  private static StoredFile stored(Location file, MatchResult.Metadata metadata) {
    return new StoredFile(
        file, metadata.sizeBytes(), metadata.lastModifiedMillis() + " " + metadata.checksum());
  }

  /** The objects whose names follow a pattern below a location, which is none itself. */
  private static Stream<MatchResult.Metadata> match(Location location, String pattern)
      throws IOException {
    if (WILDCARDS.matcher(location.toString()).find()) {
      throw new InputException(
          location.toString(),
          "",
          "this is a pattern and not one file or folder",
          "Name the file or folder, without any of * ? [ ] { }");
    }
    try {
      return FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata().stream();
    } catch (FileNotFoundException e) {
      return Stream.empty();
    } catch (IOException | RuntimeException e) {
      throw failed(location, "cannot be looked up", e);
    }
  }

  @Override
  public boolean exists(Location file) {
    try {
      return find(file).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isFolder(Location folder) {
    try {
      return match(folder, folder + "/**").findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<StoredFile> list(Location folder) throws IOException {
    List<StoredFile> files = files(match(folder, folder + "/*"));
    if (files.isEmpty() && !isFolder(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    return files;
  }

  @Override
  public List<StoredFile> listAll(Location folder) throws IOException {
    return files(match(folder, folder + "/**"));
  }

  private static List<StoredFile> files(Stream<MatchResult.Metadata> found) {
    return found
        // consoles make an empty object of this name for a folder
        .filter(metadata -> !metadata.resourceId().toString().endsWith("/"))
        .map(metadata -> stored(Location.of(metadata.resourceId().toString()), metadata))
        .sorted(Comparator.comparing(StoredFile::location))
        .toList();
  }

  @Override
  public Path temporary(Location target) throws IOException {
    return ProcessFolder.shared().newFile(target.name());
  }

  @Override
  public void put(Path temporary, Location target, boolean durable) throws IOException {
    WritableByteChannel out;
    try (ReadableByteChannel in = Files.newByteChannel(temporary)) {
      try {
        out = FileSystems.create(resource(target), MimeTypes.BINARY);
        ByteBuffer buffer = ByteBuffer.allocate(PIECE);
        // closed after the last piece only: closing it makes an object of what has come so far
        while (in.read(buffer) >= 0) {
          buffer.flip();
          while (buffer.hasRemaining()) {
            out.write(buffer);
          }
          buffer.clear();
        }
        out.close();
      } catch (IOException | RuntimeException e) {
        throw failed(target, "cannot be written", e);
      }
    }
  }

  @Override
  public void append(Location file, byte[] bytes) throws IOException {
    Path temporary = temporary(file);
    try {
      if (exists(file)) {
        try (InputStream in = open(file)) {
          Files.copy(in, temporary);
        }
      }
      Files.write(temporary, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      put(temporary, file, true);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** There are no folders. */
  @Override
  public void makeFolder(Location folder) {
    return;
  }

  @Override
  public void delete(Location file) throws IOException {
    delete(file, List.of(resource(file)));
  }

  @Override
  public void deleteAll(Location folder) throws IOException {
    delete(folder, match(folder, folder + "/**").map(MatchResult.Metadata::resourceId).toList());
  }

  private static void delete(Location place, List<ResourceId> files) throws IOException {
    try {
      FileSystems.delete(files, StandardMoveOptions.IGNORE_MISSING_FILES);
    } catch (IOException | RuntimeException e) {
      throw failed(place, "cannot be removed", e);
    }
  }

  /** Nothing is left: what is not put as a whole is not there. */
  @Override
  public void removeTemporaries(Location folder) {
    return;
  }

  private static NoSuchFileException missing(Location file, Exception cause) {
    NoSuchFileException missing = new NoSuchFileException(file.toString());
    missing.initCause(cause);
    return missing;
  }

  private static IOException failed(Location place, String what, Exception cause) {
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String reason = root.getMessage() == null ? root.toString() : root.getMessage().strip();
    return new StorageException(
        place, what + " (" + reason.lines().findFirst().orElse("") + ")", cause);
  }
}
