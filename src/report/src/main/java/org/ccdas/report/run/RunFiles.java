package org.ccdas.report.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.ccdas.inputs.InputException;

/**
 * The files of a run folder.
 *
 * @param root the folder
 */
public record RunFiles(Path root) {
  /** Makes the path absolute. */
  public RunFiles {
    root = root.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new InputException(
          root.toString(), "", "there is no such folder", "Name the folder of a run");
    }
  }

  /** The path of a file in the folder. */
  public Path path(String name) {
    return root.resolve(name);
  }

  /** Reads a file when it is there. */
  public <T> Optional<T> find(String name, Function<Path, T> reader) {
    Path path = path(name);
    return Files.isRegularFile(path) ? Optional.of(reader.apply(path)) : Optional.empty();
  }

  /** The text of a file, UTF-8. */
  public static String text(Path path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /** The bytes of a file. */
  static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
