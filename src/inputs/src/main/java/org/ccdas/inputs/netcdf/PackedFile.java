package org.ccdas.inputs.netcdf;

import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.InputException;

/**
 * A NetCDF file in memory, for large packed fields: NetCDF-3 classic and 64-bit offset, and
 * NetCDF-4. Only what is asked for is decoded, straight into the type that is wanted. The content
 * is not trusted: every failure is an {@link InputException}. Not thread-safe.
 *
 * <pre>{@code
 * try (PackedFile file = PackedFile.open(name, bytes)) {
 *   float[] moisture = file.variable("Soil_Moisture").in("m3 m-3").floats();
 * }
 * }</pre>
 */
public abstract sealed class PackedFile implements AutoCloseable permits ClassicFile, Hdf5File {
  private final String file;

  PackedFile(String file) {
    this.file = file;
  }

  /**
   * Opens a file by its first bytes.
   *
   * @param file path as the user knows it
   * @param bytes the whole content; not copied
   */
  public static PackedFile open(String file, byte[] bytes) {
    if (bytes.length == 0) {
      throw new InputException(file, "", "is empty", "Get the file again");
    }
    if (startsWith(bytes, 'C', 'D', 'F', 1) || startsWith(bytes, 'C', 'D', 'F', 2)) {
      return ClassicFile.of(file, bytes);
    }
    if (startsWith(bytes, 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n')) {
      return Hdf5File.of(file, bytes);
    }
    throw new InputException(
        file, "", "is not a NetCDF file", "Get the file again, or check that it is NetCDF");
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  static InputException incomplete(String file, Throwable cause) {
    String reason = cause.getMessage() == null ? "it ends too early" : cause.getMessage();
    return new InputException(
        file,
        "",
        "is not a complete NetCDF file: " + reason,
        "Get the file again, or check that it is NetCDF",
        cause);
  }

  /** Path as it was given. */
  public String file() {
    return file;
  }

  /** Names of the variables, in alphabetic order. */
  public abstract List<String> variableNames();

  /** The variable of this name, or nothing. */
  public abstract Optional<PackedVariable> find(String name);

  /**
   * The variable of this name.
   *
   * @throws InputException naming the variables that exist
   */
  public PackedVariable variable(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new InputException(
                    file,
                    "variable " + name,
                    "there is no variable " + name,
                    "The file has " + String.join(", ", variableNames())));
  }

  /** Text of a global attribute; empty when it is absent or a number. */
  public abstract Optional<String> attribute(String name);

  @Override
  public abstract void close();
}
