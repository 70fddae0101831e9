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

  /** A global attribute. */
  Optional<FileAttribute> attribute(String name);

  @Override
  void close() throws IOException;
}
