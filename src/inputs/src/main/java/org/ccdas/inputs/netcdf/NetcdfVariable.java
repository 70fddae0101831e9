package org.ccdas.inputs.netcdf;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ccdas.inputs.InputException;

/**
 * A variable of an open file, and how its numbers are to be understood. Immutable; valid until the
 * file is closed. Values follow from the stored numbers by {@code scale_factor} and {@code
 * add_offset}; which of them are missing is said in {@code docs/files.md}.
 *
 * <pre>{@code
 * double[] kelvin = input.variable("tas").in("K").read();
 * double[] biome4 = input.variable("temp").scaledBy(0.1).assumeUnit("degC").in("degC").read();
 * float[] moisture = input.variable("Soil_Moisture").inOrUnstated("m3 m-3").floats();
 * }</pre>
 */
public final class NetcdfVariable {
  /** 800 MB as doubles; fields and series of this system have some millions of values. */
  private static final double MOST_ELEMENTS = 1e8;

  /** What stands for "no unit" in files. */
  private static final Set<String> NO_UNIT = Set.of("", "-", "na", "n/a", "none", "unitless");

  private final String file;
  private final StoredField stored;
  private final double factor;
  private final Optional<String> unit;
  private final UnitConversion conversion;

  /** What the attributes say of the stored numbers. */
  private record Meaning(NumberType type, Packing packing, MissingValues missing) {
    double value(double number) {
      return missing.isMissing(number) ? Double.NaN : packing.unpack(number);
    }
  }

  NetcdfVariable(String file, StoredField stored) {
    this(file, stored, 1, Optional.empty(), UnitConversion.NONE);
  }

  private NetcdfVariable(
      String file,
      StoredField stored,
      double factor,
      Optional<String> unit,
      UnitConversion conversion) {
    this.file = file;
    this.stored = stored;
    this.factor = factor;
    this.unit = unit;
    this.conversion = conversion;
  }

  private <T> T guarded(Supplier<T> read) {
    try {
      return read.get();
    } catch (InputException | InvalidAttribute e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // The libraries report damage by various unchecked exceptions.
      throw problem("cannot be read", "The file is damaged; get it again", e);
    }
  }

  /** Name within the file. */
  public String name() {
    return stored.name();
  }

  /** Path of the file. */
  public String file() {
    return file;
  }

  /** Lengths of the dimensions, the slowest first; empty for a scalar. */
  public int[] shape() {
    return guarded(stored::shape);
  }

  /** Number of elements. */
  public long size() {
    return Arrays.stream(shape()).asLongStream().reduce(1, (a, b) -> a * b);
  }

  /** Names of the dimensions, the slowest first. */
  public List<String> dimensions() {
    return guarded(stored::dimensions);
  }

  /** Whether it holds numbers, not text. */
  public boolean isNumeric() {
    return !guarded(stored::type).isText();
  }

  /** The unit of what {@link #read()} gives; empty when neither file nor caller stated one. */
  public Optional<String> unit() {
    return unit.isPresent() ? unit : attribute("units");
  }

  /** Text of an attribute; numbers are written out. */
  public Optional<String> attribute(String attribute) {
    return guarded(() -> stored.attribute(attribute)).flatMap(FileAttribute::written);
  }

  /** Numbers of an attribute; none when it is absent or text. */
  public double[] numbers(String attribute) {
    return guarded(() -> stored.attribute(attribute))
        .map(found -> found.numbers().clone())
        .orElse(new double[0]);
  }

  /** States the unit of the stored values, whatever the file says. */
  public NetcdfVariable assumeUnit(String stated) {
    return new NetcdfVariable(file, stored, factor, Optional.of(stated), UnitConversion.NONE);
  }

  /**
   * Multiplies the values by a factor, after the scale and offset of the file and before the unit
   * conversion; for files whose integers are scaled without saying so.
   */
  public NetcdfVariable scaledBy(double further) {
    return new NetcdfVariable(file, stored, factor * further, unit, conversion);
  }

  /**
   * Converts the values to a unit.
   *
   * @throws InputException when the unit of the file is absent, unknown or of another kind
   */
  public NetcdfVariable in(String wanted) {
    return converted(wanted, false);
  }

  /** As {@link #in}, and a file that states no unit is believed to mean this one. */
  public NetcdfVariable inOrUnstated(String wanted) {
    return hasUnit() ? in(wanted) : this;
  }

  private boolean hasUnit() {
    return unit().filter(u -> !NO_UNIT.contains(u.strip().toLowerCase(Locale.ROOT))).isPresent();
  }

  /** As {@link #in}, and water given as kg m-2 also counts as its depth in mm. */
  public NetcdfVariable asWaterDepthIn(String wanted) {
    return converted(wanted, true);
  }

  private NetcdfVariable converted(String wanted, boolean water) {
    if (!hasUnit() && !(unit().isPresent() && wanted.equals("1"))) {
      throw problem(
          "has no units, '" + wanted + "' are wanted",
          "State its unit in the configuration, or in the file: ncatted -a units,"
              + name()
              + ",o,c,'"
              + wanted
              + "' FILE",
          null);
    }
    String from = hasUnit() ? unit().orElseThrow() : "1";
    try {
      UnitConversion step =
          water ? UnitConversion.ofWater(from, wanted) : UnitConversion.between(from, wanted);
      UnitConversion both =
          new UnitConversion(step.slope() * conversion.slope(), step.apply(conversion.offset()));
      return new NetcdfVariable(file, stored, factor, Optional.of(wanted), both);
    } catch (IllegalArgumentException e) {
      throw problem(
          e.getMessage(),
          "Give a file in '"
              + wanted
              + "' or a unit that converts to it, or state the true unit in the configuration or"
              + " in the file: ncatted -a units,"
              + name()
              + ",o,c,'UNIT' FILE",
          e);
    }
  }

  private Meaning meaning() {
    try {
      return guarded(
          () -> {
            Packing packing = Packing.of(stored);
            return new Meaning(stored.type(), packing, MissingValues.of(stored, packing));
          });
    } catch (InvalidAttribute e) {
      throw new InputException(
          file,
          "variable " + name() + ", attribute " + e.attribute(),
          e.getMessage(),
          "Correct the attribute, or remove it: ncatted -a "
              + e.attribute()
              + ","
              + name()
              + ",d,, FILE",
          e);
    }
  }

  /** All values, converted; missing ones are NaN; in the order of the file (row-major). */
  public double[] read() {
    return read(new int[shape().length], shape());
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
    Meaning meaning = meaning();
    StoredNumbers numbers = StoredNumbers.of(raw(origin, shape), meaning.type());
    double[] values = new double[numbers.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = conversion.apply(factor * meaning.value(numbers.at(i)));
    }
    return values;
  }

  /** As {@link #read()}, in single precision; the fast way to packed fields. */
  public float[] floats() {
    Meaning meaning = meaning();
    Object raw = raw(new int[shape().length], shape());
    if (raw instanceof short[] shorts && meaning.missing().isSimple() && factor == 1) {
      // value = slope x stored + offset, unit conversion included
      double slope = conversion.slope() * meaning.packing().scale();
      double offset = conversion.apply(meaning.packing().offset());
      int mask = meaning.type().isUnsigned() ? 0xffff : -1;
      return unpack(shorts, mask, meaning.missing(), slope, offset);
    }
    StoredNumbers numbers = StoredNumbers.of(raw, meaning.type());
    float[] values = new float[numbers.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) conversion.apply(factor * meaning.value(numbers.at(i)));
    }
    return values;
  }

  private static float[] unpack(
      short[] stored, int mask, MissingValues missing, double slope, double offset) {
    // no short has the value that stands for an absent marker
    double none = 1e9;
    double[] markers = missing.markers();
    int first = (int) (markers.length > 0 ? markers[0] : none);
    int second = (int) (markers.length > 1 ? markers[1] : none);
    int low = (int) Math.ceil(missing.low());
    int high = (int) Math.floor(missing.high());
    float[] values = new float[stored.length];
    for (int i = 0; i < values.length; i++) {
      int number = stored[i] & mask;
      values[i] =
          number == first || number == second || number < low || number > high
              ? Float.NaN
              : (float) (slope * number + offset);
    }
    return values;
  }

  /**
   * All values as bits; missing ones have all bits set.
   *
   * @throws InputException when a value is not a whole number of 32 bits
   */
  public int[] bits() {
    Meaning meaning = meaning();
    StoredNumbers numbers = StoredNumbers.of(raw(new int[shape().length], shape()), meaning.type());
    // single precision holds whole numbers up to 2^24 only: beyond, low bits are lost
    double most = meaning.type() == NumberType.FLOAT ? 1 << 24 : 0xffffffffL;
    int[] bits = new int[numbers.length()];
    for (int i = 0; i < bits.length; i++) {
      double value = meaning.value(numbers.at(i));
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

  /** The texts of a character variable (the last dimension is the length) or string variable. */
  public List<String> readStrings() {
    if (!guarded(stored::type).isText()) {
      throw problem("holds numbers, text is wanted", "Name a text variable", null);
    }
    requireReadable(shape());
    try {
      return stored.texts();
    } catch (IOException | RuntimeException | LinkageError e) {
      throw unreadable(e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw unreadable(e);
    }
  }

  /**
   * The times of a time coordinate.
   *
   * @throws InputException when the units or the calendar are not read
   */
  public TimeAxis times() {
    String units =
        attribute("units")
            .orElseThrow(() -> problem("has no units", "Give times as 'days since ...'", null));
    try {
      return TimeAxis.decode(units, attribute("calendar").orElse(""), read());
    } catch (IllegalArgumentException e) {
      throw problem(
          "is not read: " + e.getMessage(),
          "Convert the times, for example with cdo setcalendar or settaxis",
          e);
    }
  }

  /**
   * Hours from the start of a day, UTC, to each of the times that the values are; NaN where one is
   * missing.
   *
   * @throws InputException when the units or the calendar are not read
   */
  public float[] hoursSince(LocalDate date) {
    double[] times = read();
    try {
      TimeUnits units =
          TimeUnits.parse(attribute("units").orElse(""), attribute("calendar").orElse(""));
      double perUnit = units.hoursPerUnit();
      double start = units.hoursAfter(date);
      float[] hours = new float[times.length];
      for (int i = 0; i < hours.length; i++) {
        hours[i] = (float) (start + perUnit * times[i]);
      }
      return hours;
    } catch (IllegalArgumentException e) {
      throw problem("is not read: " + e.getMessage(), "Get the file again", e);
    }
  }

  private Object raw(int[] origin, int[] shape) {
    if (guarded(stored::type).isText()) {
      throw problem("holds text, numbers are wanted", "Name a numeric variable", null);
    }
    requireReadable(shape);
    int[] whole = shape();
    for (int d = 0; d < whole.length; d++) {
      if (origin[d] < 0 || shape[d] < 0 || origin[d] + shape[d] > whole[d]) {
        throw new IndexOutOfBoundsException(
            name()
                + ": section at "
                + Arrays.toString(origin)
                + " of "
                + Arrays.toString(shape)
                + " in "
                + Arrays.toString(whole));
      }
    }
    try {
      return stored.read(origin, shape);
    } catch (IOException | RuntimeException | LinkageError e) {
      // The libraries report damaged compressed data by various unchecked exceptions, ask for
      // impossible arrays, and lack the classes of some compressions.
      throw unreadable(e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw unreadable(e);
    }
  }

  private void requireReadable(int[] shape) {
    double elements = Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    if (elements > MOST_ELEMENTS) {
      throw problem(
          "has " + Arrays.toString(shape) + " values, too many to be read at once",
          "The file is damaged, or must be split",
          null);
    }
  }

  private InputException unreadable(Throwable cause) {
    List<Integer> filters = stored.unreadFilters();
    return filters.isEmpty()
        ? problem("cannot be read", "The file is damaged; get it again", cause)
        : Hdf5Filters.refusal(file, name(), filters, cause);
  }

  /** An error at this variable, whose name the message already has; {@code cause} may be null. */
  public InputException problem(String problem, String remedy, Throwable cause) {
    return new InputException(file, "variable " + name(), problem, remedy, cause);
  }

  /**
   * An error at a value that cannot be, which may be a marker of missing values that the file does
   * not declare.
   *
   * @param value as this variable gives it, converted
   * @param place for example a cell and a date
   * @param possible what values may be
   */
  public InputException impossible(double value, String place, String possible) {
    Meaning meaning = meaning();
    double number =
        ((value - conversion.offset()) / conversion.slope() / factor - meaning.packing().offset())
            / meaning.packing().scale();
    String marker =
        meaning.type().isFloating()
            ? String.valueOf((float) number)
            : String.valueOf(Math.round(number));
    return new InputException(
        file,
        "variable " + name() + ", " + place,
        "impossible value " + (float) value + " " + unit().orElse("") + "; " + possible,
        "If the stored "
            + marker
            + " stands for missing values, declare it: ncatted -a missing_value,"
            + name()
            + ",o,"
            + meaning.type().ncatted()
            + ","
            + marker
            + " FILE; else correct the file, or its unit and scale in the configuration");
  }
}
