package org.ccdas.autodiff.emit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of the generated sources of one package. */
public final class SourceFolder {
  private final Path folder;

  /** The folder of a package below a source root. */
  public SourceFolder(Path root, String packageName) {
    this.folder = root.resolve(packageName.replace('.', '/'));
  }

  /**
   * Makes the folder hold these files and no other. A file whose text is the same is left alone, so
   * that nothing is compiled again without need.
   *
   * @param texts text by file name
   * @throws IOException when a file cannot be read, written or removed
   */
  public void replace(Map<String, String> texts) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : texts.entrySet()) {
      write(folder.resolve(file.getKey()), file.getValue());
    }
    for (Path present : files()) {
      if (!texts.containsKey(present.getFileName().toString())) {
        Files.delete(present);
      }
    }
  }

  /** The files in the folder, by name; none when there is no folder. */
  public List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void write(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    Files.write(temporary, bytes);
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
