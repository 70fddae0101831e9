package org.ccdas.inputs.netcdf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import ucar.ma2.DataType;

/** A variable to be written; made by {@link NetcdfOutput}. */
public final class OutputVariable {
  private final String name;
  private final DataType type;
  private final List<String> dimensions;
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private boolean mayBeMissing;
  private boolean slabbed;
  private IntFunction<double[]> rows;
  private List<String> texts;

  OutputVariable(String name, DataType type, List<String> dimensions) {
    this.name = name;
    this.type = type;
    this.dimensions = List.copyOf(dimensions);
  }

  /** Attribute {@code units}; must be known to UDUNITS or a CF time unit. */
  public OutputVariable units(String units) {
    return attribute("units", units);
  }

  /** Attribute {@code long_name}. */
  public OutputVariable longName(String longName) {
    return attribute("long_name", longName);
  }

  /** Attribute {@code standard_name}, of the CF table. */
  public OutputVariable standardName(String standardName) {
    return attribute("standard_name", standardName);
  }

  /** Any attribute of text. */
  public OutputVariable attribute(String key, String value) {
    attributes.put(key, value);
    return this;
  }

  /** Any numeric attribute. */
  public OutputVariable attribute(String key, Number value) {
    attributes.put(key, value);
    return this;
  }

  /** Attributes {@code flag_values} 0, 1, ... and {@code flag_meanings} of an integer variable. */
  public OutputVariable flags(String... meanings) {
    if (type != DataType.INT) {
      throw new IllegalStateException(name + " is of type " + type + " and has no flags");
    }
    attributes.put("flag_values", IntStream.range(0, meanings.length).toArray());
    return attribute("flag_meanings", String.join(" ", meanings));
  }

  /** NaN is written as {@code _FillValue}; without this a NaN is refused, as a fault. */
  public OutputVariable mayBeMissing() {
    if (type != DataType.DOUBLE && type != DataType.FLOAT) {
      throw new IllegalStateException(name + " is of type " + type + " and cannot be missing");
    }
    mayBeMissing = true;
    return attribute(
        "_FillValue",
        type == DataType.FLOAT
            ? (Number) Float.valueOf((float) NumberType.DOUBLE.defaultFill())
            : (Number) Double.valueOf(NumberType.DOUBLE.defaultFill()));
  }

  /** All values, row-major (the last dimension fastest). */
  public OutputVariable values(double... values) {
    this.rows = row -> values;
    this.slabbed = false;
    return this;
  }

  /**
   * Values by index of the first dimension, asked for in order while writing, so that a large
   * variable is never in memory as a whole. Variables of the same first dimension are asked in turn
   * for one index before the next.
   *
   * @param slabs values of the other dimensions, row-major
   */
  public OutputVariable slabs(IntFunction<double[]> slabs) {
    if (dimensions.isEmpty()) {
      throw new IllegalStateException(name + " is a scalar");
    }
    this.rows = slabs;
    this.slabbed = true;
    return this;
  }

  OutputVariable texts(List<String> values) {
    this.texts = List.copyOf(values);
    return this;
  }

  String name() {
    return name;
  }

  DataType type() {
    return type;
  }

  List<String> dimensions() {
    return dimensions;
  }

  Map<String, Object> attributes() {
    return attributes;
  }

  boolean isMissingAllowed() {
    return mayBeMissing;
  }

  boolean isSlabbed() {
    return slabbed;
  }

  IntFunction<double[]> rows() {
    return rows;
  }

  List<String> texts() {
    return texts;
  }
}
