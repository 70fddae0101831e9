package org.ccdas.inputs.netcdf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The content of a file; one implementation a format. */
public interface StoredFile extends AutoCloseable {
  /** Names of the variables, in alphabetic order. */
  List<String> variableNames();

  /** The variable of this name. */
  Optional<StoredField> find(String name);

  /**
   * The filters that this reader lacks, by their numbers in HDF5, of a variable that is in the file
   * though {@link #find} has nothing.
   */
  default List<Integer> filtersOfMissing(String name) {
    return List.of();
  }

  /** A global attribute. */
  Optional<FileAttribute> attribute(String name);

  @Override
  void close() throws IOException;
}
