package org.ccdas.report.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/**
 * The files of a run folder.
 *
 * @param root the folder
 */
public record RunFiles(Location root) {
  /** Makes the path absolute. */
  public RunFiles {
    root = root.absolute();
    if (!StoredFiles.isFolder(root)) {
      throw new InputException(
          root.toString(), "", "there is no such folder", "Name the folder of a run");
    }
  }

  /** The path of a file in the folder. */
  public Location path(String name) {
    return root.resolve(name);
  }

  /** Reads a file when it is there. */
  public <T> Optional<T> find(String name, Function<Location, T> reader) {
    Location path = path(name);
    return StoredFiles.exists(path) ? Optional.of(reader.apply(path)) : Optional.empty();
  }

  /**
   * Every {@code width}-th number from {@code first}: one place of those stored by time and place.
   */
  public static double[] column(double[] values, int first, int width) {
    double[] column = new double[values.length / width];
    Arrays.setAll(column, row -> values[row * width + first]);
    return column;
  }

  /** The text of a file, UTF-8. */
  public static String text(Location path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /** The bytes of a file. */
  static byte[] bytes(Location path) {
    try {
      return StoredFiles.read(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
