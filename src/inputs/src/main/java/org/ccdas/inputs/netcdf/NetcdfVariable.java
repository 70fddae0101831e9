package org.ccdas.inputs.netcdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import ucar.ma2.Array;
import ucar.ma2.ArrayChar;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.Variable;

/**
 * A variable of an open file, and how its numbers are to be understood. Immutable; valid until the
 * file is closed.
 *
 * <pre>{@code
 * double[] kelvin = input.variable("tas").in("K").read();
 * double[] biome4 = input.variable("temp").scaledBy(0.1).assumeUnit("degC").in("degC").read();
 * }</pre>
 */
public final class NetcdfVariable {
  /** 800 MB as doubles; fields and series of this system have some millions of values. */
  private static final double MOST_ELEMENTS = 1e8;

  private final String file;
  private final Variable variable;
  private final Packing packing;
  private final double factor;
  private final Optional<String> unit;
  private final UnitConversion conversion;

  NetcdfVariable(String file, Variable variable) {
    this(file, variable, Packing.of(variable), 1, unitOf(variable), UnitConversion.NONE);
  }

  private NetcdfVariable(
      String file,
      Variable variable,
      Packing packing,
      double factor,
      Optional<String> unit,
      UnitConversion conversion) {
    this.file = file;
    this.variable = variable;
    this.packing = packing;
    this.factor = factor;
    this.unit = unit;
    this.conversion = conversion;
  }

  private static Optional<String> unitOf(Variable variable) {
    return Optional.ofNullable(variable.getUnitsString());
  }

  /** Name within the file. */
  public String name() {
    return variable.getFullName();
  }

  /** Path of the file. */
  public String file() {
    return file;
  }

  /** Lengths of the dimensions, the slowest first; empty for a scalar. */
  public int[] shape() {
    return variable.getShape();
  }

  /** Names of the dimensions, the slowest first. */
  public List<String> dimensions() {
    return variable.getDimensions().stream().map(d -> String.valueOf(d.getShortName())).toList();
  }

  /** The unit of what {@link #read()} gives; empty when neither file nor caller stated one. */
  public Optional<String> unit() {
    return unit;
  }

  /** Text of an attribute; numbers are written out. */
  public Optional<String> attribute(String attribute) {
    Attribute found = variable.findAttributeIgnoreCase(attribute);
    if (found == null || found.getLength() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        found.isString() ? found.getStringValue() : String.valueOf(found.getNumericValue()));
  }

  /** States the unit of the stored values, whatever the file says. */
  public NetcdfVariable assumeUnit(String stated) {
    return new NetcdfVariable(
        file, variable, packing, factor, Optional.of(stated), UnitConversion.NONE);
  }

  /**
   * Multiplies the values by a factor, after the scale and offset of the file and before the unit
   * conversion; for files whose integers are scaled without saying so.
   */
  public NetcdfVariable scaledBy(double further) {
    return new NetcdfVariable(file, variable, packing, factor * further, unit, conversion);
  }

  /**
   * Converts the values to a unit.
   *
   * @throws InputException when the unit of the file is absent, unknown or of another kind
   */
  public NetcdfVariable in(String wanted) {
    return converted(wanted, false);
  }

  /** As {@link #in}, and water given as kg m-2 also counts as its depth in mm. */
  public NetcdfVariable asWaterDepthIn(String wanted) {
    return converted(wanted, true);
  }

  private NetcdfVariable converted(String wanted, boolean water) {
    String from =
        unit.orElseThrow(
            () ->
                problem(
                    "has no units, '" + wanted + "' are wanted",
                    "State its unit in the configuration",
                    null));
    try {
      UnitConversion step =
          water ? UnitConversion.ofWater(from, wanted) : UnitConversion.between(from, wanted);
      UnitConversion both =
          new UnitConversion(step.slope() * conversion.slope(), step.apply(conversion.offset()));
      return new NetcdfVariable(file, variable, packing, factor, Optional.of(wanted), both);
    } catch (IllegalArgumentException e) {
      throw problem(
          e.getMessage(),
          "Give a file with other units, or state the true unit in the configuration",
          e);
    }
  }

  /** All values, converted; missing ones are NaN; in the order of the file (row-major). */
  public double[] read() {
    return read(new int[variable.getRank()], variable.getShape());
  }

  /** All values in a wanted unit: {@code in(wanted).read()}. */
  public double[] readAs(String wanted) {
    return in(wanted).read();
  }

  /**
   * A rectangular section.
   *
   * @param origin first index of each dimension
   * @param shape length along each dimension
   */
  public double[] read(int[] origin, int[] shape) {
    if (!variable.getDataType().isNumeric()) {
      throw problem("holds text, numbers are wanted", "Name a numeric variable", null);
    }
    Array array = section(origin, shape);
    double[] values = new double[Math.toIntExact(array.getSize())];
    for (int i = 0; i < values.length; i++) {
      values[i] = conversion.apply(factor * packing.unpack(array.getDouble(i)));
    }
    return values;
  }

  /** The texts of a character variable (the last dimension is the length) or string variable. */
  public List<String> readStrings() {
    Array array = section(new int[variable.getRank()], variable.getShape());
    List<String> texts = new ArrayList<>();
    if (array instanceof ArrayChar characters) {
      ArrayChar.StringIterator strings = characters.getStringIterator();
      while (strings.hasNext()) {
        byte[] bytes = strings.next().getBytes(StandardCharsets.ISO_8859_1);
        texts.add(new String(bytes, StandardCharsets.UTF_8).stripTrailing());
      }
    } else if (variable.getDataType() == DataType.STRING) {
      for (int i = 0; i < array.getSize(); i++) {
        texts.add(String.valueOf(array.getObject(i)));
      }
    } else {
      throw problem("holds numbers, text is wanted", "Name a text variable", null);
    }
    return texts;
  }

  private Array section(int[] origin, int[] shape) {
    double elements = Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    if (elements > MOST_ELEMENTS) {
      throw problem(
          "has " + Arrays.toString(shape) + " values, too many to be read at once",
          "The file is damaged, or must be split",
          null);
    }
    try {
      return variable.read(origin, shape);
    } catch (InvalidRangeException e) {
      throw new IndexOutOfBoundsException(
          name()
              + ": section at "
              + Arrays.toString(origin)
              + " of "
              + Arrays.toString(shape)
              + " in "
              + Arrays.toString(shape()));
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // The library reports damaged compressed data by various unchecked exceptions, and asks for
      // impossible arrays.
      throw problem("cannot be read", "The file is damaged; get it again", e);
    }
  }

  /** An error at this variable, whose name the message already has; {@code cause} may be null. */
  public InputException problem(String problem, String remedy, Throwable cause) {
    return new InputException(file, "variable " + name(), problem, remedy, cause);
  }
}
