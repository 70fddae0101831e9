package org.ccdas.inputs.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;

/**
 * This machine's file systems. A file is written beside its place under a name of its own, since
 * workers of several machines may share the disk, and then renamed.
 */
final class LocalStorage implements Storage {
  private static final String BEFORE = ".";
  private static final String AFTER = ".tmp";

  @Override
  public Set<String> schemes() {
    return Set.of("file");
  }

  @Override
  public InputStream open(Location file) throws IOException {
    return Files.newInputStream(file.path());
  }

  @Override
  public Optional<StoredFile> find(Location file) throws IOException {
    Path path = file.path();
    return Files.exists(path) && !Files.isDirectory(path)
        ? Optional.of(stored(file, path))
        : Optional.empty();
  }

  private static StoredFile stored(Location file, Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    return new StoredFile(file, attributes.size(), attributes.lastModifiedTime().toString());
  }

  @Override
  public boolean exists(Location file) {
    return Files.exists(file.path());
  }

  @Override
  public boolean isFolder(Location folder) {
    return Files.isDirectory(folder.path());
  }

  @Override
  public List<StoredFile> list(Location folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> entries = Files.list(folder.path())) {
      paths = entries.filter(Files::isRegularFile).sorted().toList();
    }
    List<StoredFile> files = new ArrayList<>(paths.size());
    for (Path path : paths) {
      files.add(stored(Location.of(path), path));
    }
    return files;
  }

  @Override
  public List<StoredFile> listAll(Location folder) throws IOException {
    if (!isFolder(folder)) {
      return List.of();
    }
    List<StoredFile> files = new ArrayList<>();
    Files.walkFileTree(
        folder.path(),
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (Files.isRegularFile(path)) {
              files.add(stored(Location.of(path), path));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE; // its files are listed already
            }
            throw e;
          }
        });
    files.sort(Comparator.comparing(StoredFile::location));
    return files;
  }

  @Override
  public Path temporary(Location target) throws IOException {
    Path absolute = target.path().toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    return absolute.resolveSibling(
        BEFORE + absolute.getFileName() + "." + UUID.randomUUID() + AFTER);
  }

  @Override
  public void put(Path temporary, Location target, boolean durable) throws IOException {
    if (durable) {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
    Files.move(
        temporary,
        target.path().toAbsolutePath(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void append(Location file, byte[] bytes) throws IOException {
    Path absolute = file.path().toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Files.write(absolute, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public void makeFolder(Location folder) throws IOException {
    Path wanted = folder.path().toAbsolutePath();
    for (Path above = wanted; above != null; above = above.getParent()) {
      if (Files.exists(above) && !Files.isDirectory(above)) {
        throw new InputException(
            folder.toString(),
            "",
            "cannot be made: " + above + " is a file and not a folder",
            "Name another folder, or move the file");
      }
    }
    Files.createDirectories(wanted);
  }

  @Override
  public void delete(Location file) throws IOException {
    Files.deleteIfExists(file.path());
  }

  @Override
  public void deleteAll(Location folder) throws IOException {
    if (!Files.exists(folder.path())) {
      return;
    }
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder.path())) {
      found = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : found) {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void removeTemporaries(Location folder) throws IOException {
    if (!Files.isDirectory(folder.path())) {
      return;
    }
    for (StoredFile file : list(folder)) {
      String name = file.location().name();
      if (name.startsWith(BEFORE) && name.endsWith(AFTER)) {
        delete(file.location());
      }
    }
  }
}
