package org.ccdas.inputs.netcdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFileWriter;
import ucar.nc2.Variable;

/**
 * Writes a CF NetCDF file (NetCDF-3, 64-bit offset) in one go, under a temporary name that is
 * renamed at the end. The same content gives the same bytes: no clock, no history.
 *
 * <pre>{@code
 * NetcdfOutput output = NetcdfOutput.titled("Prior fluxes");
 * output.dimension("cell", 2);
 * output.doubles("nep", "cell").units("kg m-2 s-1").longName("NEP").values(1e-8, 2e-8);
 * output.write(path);
 * }</pre>
 */
public final class NetcdfOutput {
  private static final String CONVENTIONS = "CF-1.8";

  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private final Map<String, Integer> dimensions = new LinkedHashMap<>();
  private final Map<String, OutputVariable> variables = new LinkedHashMap<>();

  private NetcdfOutput() {}

  /** A file with global attributes {@code Conventions} and {@code title}. */
  public static NetcdfOutput titled(String title) {
    NetcdfOutput output = new NetcdfOutput();
    output.attributes.put("Conventions", CONVENTIONS);
    output.attributes.put("title", title);
    return output;
  }

  /** A global attribute of text. */
  public NetcdfOutput attribute(String key, String value) {
    attributes.put(key, value);
    return this;
  }

  /** A global numeric attribute. */
  public NetcdfOutput attribute(String key, Number value) {
    attributes.put(key, value);
    return this;
  }

  /** A dimension of fixed length, at least 1. */
  public NetcdfOutput dimension(String name, int length) {
    if (length < 1) {
      throw new IllegalArgumentException("dimension " + name + " of length " + length);
    }
    Integer before = dimensions.putIfAbsent(name, length);
    if (before != null && before != length) {
      throw new IllegalArgumentException(
          "dimension " + name + " has length " + before + ", not " + length);
    }
    return this;
  }

  /** A variable of double precision. */
  public OutputVariable doubles(String name, String... over) {
    return add(new OutputVariable(name, DataType.DOUBLE, List.of(over)));
  }

  /** A variable of single precision. */
  public OutputVariable floats(String name, String... over) {
    return add(new OutputVariable(name, DataType.FLOAT, List.of(over)));
  }

  /** A variable of 16-bit integers, for packed numbers; its values must be whole. */
  public OutputVariable shorts(String name, String... over) {
    return add(new OutputVariable(name, DataType.SHORT, List.of(over)));
  }

  /** A variable of 32-bit integers; its values must be whole. */
  public OutputVariable ints(String name, String... over) {
    return add(new OutputVariable(name, DataType.INT, List.of(over)));
  }

  /**
   * Texts over one dimension, as characters in UTF-8; a second dimension {@code <name>_length} is
   * added.
   */
  public OutputVariable strings(String name, String over, List<String> texts) {
    int length = 1;
    for (String text : texts) {
      length = Math.max(length, text.getBytes(StandardCharsets.UTF_8).length);
    }
    String lengthName = name + "_length";
    dimension(lengthName, length);
    return add(
        new OutputVariable(name, DataType.CHAR, List.of(over, lengthName))
            .texts(texts)
            .attribute("_Encoding", "utf-8"));
  }

  private OutputVariable add(OutputVariable variable) {
    for (String dimension : variable.dimensions()) {
      if (!dimensions.containsKey(dimension)) {
        throw new IllegalArgumentException("there is no dimension " + dimension);
      }
    }
    if (variables.putIfAbsent(variable.name(), variable) != null) {
      throw new IllegalArgumentException("variable " + variable.name() + " is there already");
    }
    return variable;
  }

  /** Writes the file; an old one of this name stays until the new one is complete. */
  public void write(Location file) throws IOException {
    StoredFiles.write(file, this::writeTo);
  }

  private void writeTo(Path path) throws IOException {
    NetcdfFileWriter writer =
        NetcdfFileWriter.createNew(
            NetcdfFileWriter.Version.netcdf3, path.toAbsolutePath().toString());
    try {
      writer.setLargeFile(true);
      writer.setFill(false);
      attributes.forEach((key, value) -> writer.addGroupAttribute(null, attributeOf(key, value)));
      dimensions.forEach((name, length) -> writer.addDimension(null, name, length));
      for (OutputVariable variable : variables.values()) {
        Variable target =
            writer.addVariable(
                null, variable.name(), variable.type(), String.join(" ", variable.dimensions()));
        variable.attributes().forEach((key, value) -> target.addAttribute(attributeOf(key, value)));
      }
      writer.create();
      for (OutputVariable variable : variables.values()) {
        if (!variable.isSlabbed()) {
          write(writer, variable);
        }
      }
      writeSlabs(writer);
    } catch (InvalidRangeException e) {
      throw new IOException(path + ": a section lies outside its variable", e);
    } finally {
      writer.close();
    }
  }

  private static Attribute attributeOf(String key, Object value) {
    if (value instanceof int[] numbers) {
      return new Attribute(key, Array.factory(numbers));
    }
    return value instanceof Number number
        ? new Attribute(key, number)
        : new Attribute(key, (String) value);
  }

  private void write(NetcdfFileWriter writer, OutputVariable variable)
      throws IOException, InvalidRangeException {
    int[] shape = variable.dimensions().stream().mapToInt(dimensions::get).toArray();
    Variable target = writer.findVariable(variable.name());
    if (variable.texts() != null) {
      writer.write(target, characters(variable, shape));
      return;
    }
    if (variable.rows() == null) {
      throw new IllegalStateException("variable " + variable.name() + " was given no values");
    }
    writer.write(target, array(variable, shape, variable.rows().apply(0)));
  }

  /** Row by row over the variables of each first dimension, so that one row serves them all. */
  private void writeSlabs(NetcdfFileWriter writer) throws IOException, InvalidRangeException {
    for (Map.Entry<String, Integer> dimension : dimensions.entrySet()) {
      List<OutputVariable> slabbed =
          variables.values().stream()
              .filter(v -> v.isSlabbed() && v.dimensions().get(0).equals(dimension.getKey()))
              .toList();
      for (int row = 0; row < dimension.getValue() && !slabbed.isEmpty(); row++) {
        for (OutputVariable variable : slabbed) {
          int[] shape = variable.dimensions().stream().mapToInt(dimensions::get).toArray();
          int[] origin = new int[shape.length];
          shape[0] = 1;
          origin[0] = row;
          Variable target = writer.findVariable(variable.name());
          writer.write(target, origin, array(variable, shape, variable.rows().apply(row)));
        }
      }
    }
  }

  private static Array array(OutputVariable variable, int[] shape, double[] values) {
    Array array = Array.factory(variable.type(), shape);
    if (array.getSize() != values.length) {
      throw new IllegalStateException(
          "variable "
              + variable.name()
              + ": "
              + values.length
              + " values for shape "
              + Arrays.toString(shape));
    }
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      if (Double.isNaN(value)) {
        if (!variable.isMissingAllowed()) {
          throw new IllegalStateException("variable " + variable.name() + ": NaN at element " + i);
        }
        value = NumberType.DOUBLE.defaultFill();
      } else if (variable.type() == DataType.SHORT && value != (short) value) {
        throw new IllegalStateException(
            "variable " + variable.name() + ": " + value + " is not a 16-bit integer");
      } else if (variable.type() == DataType.INT && value != (int) value) {
        throw new IllegalStateException(
            "variable " + variable.name() + ": " + value + " is not a 32-bit integer");
      }
      array.setDouble(i, value);
    }
    return array;
  }

  private static Array characters(OutputVariable variable, int[] shape) {
    List<String> texts = variable.texts();
    if (texts.size() != shape[0]) {
      throw new IllegalStateException(
          "variable "
              + variable.name()
              + ": "
              + texts.size()
              + " texts for a dimension of "
              + shape[0]);
    }
    // The library writes the low byte of each character, so that UTF-8 bytes pass as characters.
    char[] characters = new char[shape[0] * shape[1]];
    for (int row = 0; row < shape[0]; row++) {
      byte[] bytes = texts.get(row).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < bytes.length; i++) {
        characters[row * shape[1] + i] = (char) (bytes[i] & 0xff);
      }
    }
    return Array.factory(DataType.CHAR, shape, characters);
  }
}
