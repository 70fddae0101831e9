package org.ccdas.observe.station;

import java.util.Set;
import org.ccdas.inputs.InputException;

/** Reads files of one layout. */
interface RecordReader {
  /** Whether the content of a file shows this layout. */
  boolean reads(RecordFile file);

  /**
   * Reads a file of this layout.
   *
   * @param acceptedFlags flags that are good although nothing explains them
   * @throws InputException naming the place of what is bad
   */
  Reading read(RecordFile file, Set<String> acceptedFlags);
}
