package org.ccdas.inputs.netcdf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What one variable of a file is, and its stored numbers; one implementation a format. */
public interface StoredField {
  /** Name within the file. */
  String name();

  /** Lengths of the dimensions, the slowest first. */
  int[] shape();

  /** Names of the dimensions, the slowest first. */
  List<String> dimensions();

  /** Type of the stored numbers, with the sign that the file says they have. */
  NumberType type();

  /** An attribute of the variable. */
  Optional<FileAttribute> attribute(String name);

  /**
   * Stored numbers of a section, row-major, as {@code byte[]}, {@code short[]}, {@code int[]},
   * {@code long[]}, {@code float[]} or {@code double[]} by the bytes of the type, whose signs are
   * for the caller to know.
   *
   * @throws IOException or any unchecked exception when the content is damaged
   */
  Object read(int[] origin, int[] shape) throws IOException;

  /** All texts of a field of characters, whose last dimension is their length, or of strings. */
  List<String> texts() throws IOException;

  /** The filters of a compressed variable that the reader lacks, by their numbers in HDF5. */
  default List<Integer> unreadFilters() {
    return List.of();
  }
}
