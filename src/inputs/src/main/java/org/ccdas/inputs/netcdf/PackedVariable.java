package org.ccdas.inputs.netcdf;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.ccdas.inputs.InputException;

/**
 * A variable of a {@link PackedFile}. Values follow from the stored numbers by {@code
 * scale_factor}, {@code add_offset}, {@code _FillValue}, {@code missing_value} and {@code
 * _Unsigned}; {@code valid_range} is not applied, since files give it in stored as well as in
 * physical units.
 */
public final class PackedVariable {
  /** What stands for "no unit" in files; the unit that the reader expects is taken then. */
  private static final Set<String> NO_UNIT = Set.of("", "-", "NA", "N/A", "na", "none", "None");

  private final String file;
  private final StoredField stored;
  private final UnitConversion conversion;

  PackedVariable(String file, StoredField stored) {
    this(file, stored, UnitConversion.NONE);
  }

  private PackedVariable(String file, StoredField stored, UnitConversion conversion) {
    this.file = file;
    this.stored = stored;
    this.conversion = conversion;
  }

  /** Name within the file. */
  public String name() {
    return stored.name();
  }

  /** Lengths of the dimensions, the slowest first. */
  public int[] shape() {
    return stored.shape();
  }

  /** Number of elements. */
  public long size() {
    long size = 1;
    for (int length : shape()) {
      size *= length;
    }
    return size;
  }

  /** Text of an attribute; empty when it is absent or a number. */
  public Optional<String> attribute(String attribute) {
    return stored.text(attribute);
  }

  /** Numbers of an attribute; none when it is absent or text. */
  public double[] numbers(String attribute) {
    return stored.numbers(attribute);
  }

  /**
   * Converts the values to a unit; a file that states none is believed to mean it.
   *
   * @throws InputException when the file's unit is unknown or of another kind
   */
  public PackedVariable in(String wanted) {
    String unit = stored.text("units").orElse("").strip();
    if (NO_UNIT.contains(unit)) {
      return this;
    }
    try {
      return new PackedVariable(file, stored, UnitConversion.between(unit, wanted));
    } catch (IllegalArgumentException e) {
      throw problem(e.getMessage(), "Check that the file is of the product it is named after", e);
    }
  }

  private Packing packing(Object raw) {
    double[] fill = stored.numbers("_FillValue");
    double[] also = stored.numbers("missing_value");
    double[] missing = Arrays.copyOf(fill, fill.length + also.length);
    System.arraycopy(also, 0, missing, fill.length, also.length);
    if (stored.unsigned()) {
      // the marker of an unsigned variable may be written as the signed number of the same bits
      double circle = raw instanceof byte[] ? 256 : 65536;
      Arrays.setAll(missing, i -> missing[i] < 0 ? missing[i] + circle : missing[i]);
    }
    return Packing.of(
        first(stored.numbers("scale_factor"), 1),
        first(stored.numbers("add_offset"), 0),
        missing,
        raw instanceof float[] || raw instanceof double[],
        raw instanceof float[]);
  }

  private static double first(double[] numbers, double otherwise) {
    return numbers.length == 0 ? otherwise : numbers[0];
  }

  private Object raw() {
    try {
      return stored.read();
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The libraries report damage by various unchecked exceptions.
      throw problem("cannot be read", "The file is damaged; get it again", e);
    }
  }

  /** All values, converted; missing ones are NaN; in the order of the file (row-major). */
  public float[] floats() {
    Object raw = raw();
    Packing packing = packing(raw);
    // value = slope x stored + offset, unit conversion included
    double slope = conversion.slope() * packing.scale();
    double offset = conversion.apply(packing.offset());
    if (raw instanceof short[] shorts && !stored.unsigned() && packing.missing().length <= 2) {
      return unpack(shorts, packing.missing(), slope, offset);
    }
    Numbers numbers = numbers(raw);
    float[] values = new float[numbers.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) conversion.apply(packing.unpack(numbers.at(i)));
    }
    return values;
  }

  private static float[] unpack(short[] stored, double[] missing, double slope, double offset) {
    // no short has the value that stands for an absent marker
    double none = 1e9;
    int first = (int) (missing.length > 0 ? missing[0] : none);
    int second = (int) (missing.length > 1 ? missing[1] : none);
    float[] values = new float[stored.length];
    for (int i = 0; i < values.length; i++) {
      int number = stored[i];
      values[i] =
          number == first || number == second ? Float.NaN : (float) (slope * number + offset);
    }
    return values;
  }

  /** All values in double precision; missing ones are NaN. */
  public double[] doubles() {
    Object raw = raw();
    Packing packing = packing(raw);
    Numbers numbers = numbers(raw);
    double[] values = new double[numbers.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = conversion.apply(packing.unpack(numbers.at(i)));
    }
    return values;
  }

  /**
   * All values as bits; missing ones have all bits set.
   *
   * @throws InputException when a value is not a whole number of 32 bits
   */
  public int[] bits() {
    Object raw = raw();
    Packing packing = packing(raw);
    Numbers numbers = numbers(raw);
    // single precision holds whole numbers up to 2^24 only: beyond, low bits are lost
    double most = raw instanceof float[] ? 1 << 24 : 0xffffffffL;
    int[] bits = new int[numbers.length()];
    for (int i = 0; i < bits.length; i++) {
      double value = packing.unpack(numbers.at(i));
      if (Double.isNaN(value)) {
        bits[i] = -1;
      } else if (value != Math.rint(value) || value > most || value < Integer.MIN_VALUE) {
        throw problem(
            "has " + value + " at element " + i + ", which is not a set of bits",
            "Check that the file is of the product it is named after",
            null);
      } else {
        bits[i] = (int) (long) value;
      }
    }
    return bits;
  }

  /** Stored numbers of any type, one by one. */
  private interface Numbers {
    int length();

    double at(int index);
  }

  private record Stored(int length, java.util.function.IntToDoubleFunction get) implements Numbers {
    @Override
    public double at(int index) {
      return get.applyAsDouble(index);
    }
  }

  private Numbers numbers(Object raw) {
    boolean unsigned = stored.unsigned();
    if (raw instanceof byte[] bytes) {
      return new Stored(bytes.length, unsigned ? i -> bytes[i] & 0xff : i -> bytes[i]);
    } else if (raw instanceof short[] shorts) {
      return new Stored(shorts.length, unsigned ? i -> shorts[i] & 0xffff : i -> shorts[i]);
    } else if (raw instanceof int[] ints) {
      return new Stored(
          ints.length, unsigned ? i -> Integer.toUnsignedLong(ints[i]) : i -> ints[i]);
    } else if (raw instanceof long[] longs) {
      return new Stored(longs.length, i -> longs[i]);
    } else if (raw instanceof float[] floats) {
      return new Stored(floats.length, i -> floats[i]);
    } else if (raw instanceof double[] doubles) {
      return new Stored(doubles.length, i -> doubles[i]);
    }
    throw problem("holds no numbers", "Check the variable in the file", null);
  }

  /** An error at this variable; {@code cause} may be null. */
  public InputException problem(String problem, String remedy, Throwable cause) {
    return new InputException(file, "variable " + name(), problem, remedy, cause);
  }
}
