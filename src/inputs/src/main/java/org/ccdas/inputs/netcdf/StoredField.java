package org.ccdas.inputs.netcdf;

import java.util.Optional;

/** What one variable of a file is, and its stored numbers; one implementation a format. */
interface StoredField {
  String name();

  int[] shape();

  /** Text of an attribute; empty when it is absent or a number. */
  Optional<String> text(String attribute);

  /** Numbers of an attribute; empty when it is absent or text. */
  double[] numbers(String attribute);

  /** Whether whole numbers are without sign. */
  boolean unsigned();

  /**
   * All stored numbers, row-major, as {@code byte[]}, {@code short[]}, {@code int[]}, {@code
   * long[]}, {@code float[]} or {@code double[]}.
   *
   * @throws java.io.IOException or any unchecked exception when the content is damaged
   */
  Object read() throws java.io.IOException;
}
