package org.ccdas.inputs.netcdf;

/**
 * How stored numbers become values: {@code scale_factor x + add_offset}.
 *
 * @param scale factor of the stored numbers
 * @param offset what is added to the scaled numbers
 */
record Packing(double scale, double offset) {
  /**
   * The packing that the attributes of a variable state.
   *
   * @throws InvalidAttribute when one is no number, or the factor is 0
   */
  static Packing of(StoredField field) {
    double scale = number(field, "scale_factor", 1);
    if (scale == 0) {
      throw new InvalidAttribute("scale_factor", "is 0", null);
    }
    return new Packing(scale, number(field, "add_offset", 0));
  }

  private static double number(StoredField field, String name, double otherwise) {
    FileAttribute attribute = field.attribute(name).orElse(null);
    if (attribute == null) {
      return otherwise;
    }
    try {
      double[] numbers = attribute.asNumbers();
      if (numbers.length == 1 && Double.isFinite(numbers[0])) {
        return numbers[0];
      }
    } catch (NumberFormatException e) {
      throw new InvalidAttribute(name, "is the text '" + attribute.text() + "', not a number", e);
    }
    throw new InvalidAttribute(name, "is not one finite number", null);
  }

  /** Whether stored numbers are the values. */
  boolean isNone() {
    return scale == 1 && offset == 0;
  }

  /** The value of a stored number. */
  double unpack(double stored) {
    return scale * stored + offset;
  }

  /** The whole number that stands for a value. */
  double pack(double value) {
    return Math.rint((value - offset) / scale);
  }
}
