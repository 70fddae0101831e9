package org.ccdas.inputs.netcdf;

import java.util.ArrayList;
import java.util.List;
import ucar.ma2.DataType;
import ucar.nc2.Attribute;
import ucar.nc2.Variable;

/**
 * How stored numbers become values: {@code scale x + offset}, and which stored numbers mean
 * missing. {@code valid_range} is not applied: files give it in stored as well as in physical
 * units.
 */
final class Packing {
  /** What the NetCDF library itself leaves where nothing was written. */
  static final double DEFAULT_FILL = 9.969209968386869e36;

  private final double scale;
  private final double offset;
  private final double[] missing;
  private final boolean floating;
  private final boolean single;

  private Packing(double scale, double offset, double[] missing, boolean floating, boolean single) {
    this.scale = scale;
    this.offset = offset;
    this.missing = missing;
    this.floating = floating;
    this.single = single;
  }

  /** The packing that the attributes of a variable state. */
  static Packing of(Variable variable) {
    DataType type = variable.getDataType();
    List<Double> missing = new ArrayList<>();
    collect(variable.findAttribute("_FillValue"), missing);
    collect(variable.findAttribute("missing_value"), missing);
    return new Packing(
        number(variable.findAttribute("scale_factor"), 1),
        number(variable.findAttribute("add_offset"), 0),
        missing.stream().mapToDouble(Double::doubleValue).toArray(),
        type == DataType.FLOAT || type == DataType.DOUBLE,
        type == DataType.FLOAT);
  }

  /**
   * A packing by its parts.
   *
   * @param missing stored numbers that mean missing
   * @param floating whether stored numbers are floating-point ones
   * @param single whether they are of single precision
   */
  static Packing of(
      double scale, double offset, double[] missing, boolean floating, boolean single) {
    return new Packing(scale, offset, missing.clone(), floating, single);
  }

  /** Factor of the stored numbers. */
  double scale() {
    return scale;
  }

  /** What is added to the scaled numbers. */
  double offset() {
    return offset;
  }

  /** Stored numbers that mean missing. */
  double[] missing() {
    return missing.clone();
  }

  private static void collect(Attribute attribute, List<Double> into) {
    if (attribute != null && !attribute.isString()) {
      for (int i = 0; i < attribute.getLength(); i++) {
        into.add(attribute.getNumericValue(i).doubleValue());
      }
    }
  }

  private static double number(Attribute attribute, double otherwise) {
    return attribute == null || attribute.getNumericValue() == null
        ? otherwise
        : attribute.getNumericValue().doubleValue();
  }

  /** The value of a stored number; NaN when it is missing. */
  double unpack(double stored) {
    if (floating && (stored == DEFAULT_FILL || Double.isNaN(stored))) {
      return Double.NaN;
    }
    for (double marker : missing) {
      // A marker is often written as a double although the variable is of single precision.
      if (stored == marker || (single && stored == (float) marker)) {
        return Double.NaN;
      }
    }
    return scale * stored + offset;
  }
}
