package org.ccdas.inputs.netcdf;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;

/**
 * Which stored numbers of a variable mean that there is no value; the one place that decides.
 *
 * <ul>
 *   <li>{@code _FillValue} and {@code missing_value}, any number of each, also as text that is a
 *       number. A floating-point marker of packed whole numbers is a physical value where the
 *       packing can hold it; without {@code _FillValue} it is the stored number as well, since
 *       something must mark what is missing. NaN marks nothing among whole numbers.
 *   <li>The default fill value of the type, unless it has one byte or {@code _FillValue} is there;
 *       of floating-point numbers, and of NaT (the least 64-bit integer), always.
 *   <li>What is outside {@code valid_range}, {@code valid_min}, {@code valid_max}. Floating-point
 *       bounds of packed whole numbers are physical values, unless one is beyond all that the
 *       packing can hold and both are stored numbers; whole ones are stored numbers. Of times,
 *       latitudes and longitudes they are not applied: tools that shift these leave the bounds.
 *   <li>NaN.
 * </ul>
 *
 * Negative markers of unsigned numbers are those of the same bits. Floating-point numbers are
 * compared in single precision, since files often have a marker in another precision than data.
 */
final class MissingValues {
  /** How far beyond the packing a bound must be to be no physical value. */
  private static final double BEYOND = 10;

  private static final double SINGLE = 0x1p-23;

  private final NumberType type;
  private final double[] markers;
  private final double low;
  private final double high;

  private MissingValues(NumberType type, double[] markers, double low, double high) {
    this.type = type;
    this.markers = markers;
    this.low = low;
    this.high = high;
  }

  /**
   * The markers that the attributes of a variable state.
   *
   * @throws InvalidAttribute when one of them cannot be understood
   */
  static MissingValues of(StoredField field, Packing packing) {
    NumberType type = field.type();
    DoubleStream.Builder markers = DoubleStream.builder();
    boolean filled = add(field, "_FillValue", packing, markers);
    add(field, "missing_value", packing, markers);
    if (type.isFloating() || (!filled && type.bytes() > 1)) {
      markers.add(type.defaultFill());
    }
    if (type == NumberType.LONG) {
      markers.add(type.least());
    }
    double[] range = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    if (!isPosition(field)) {
      bounds(field, "valid_range", 2).ifPresent(a -> narrow(type, packing, a, true, true, range));
      bounds(field, "valid_min", 1).ifPresent(a -> narrow(type, packing, a, true, false, range));
      bounds(field, "valid_max", 1).ifPresent(a -> narrow(type, packing, a, false, true, range));
    }
    double[] sorted = markers.build().distinct().toArray();
    return new MissingValues(type, sorted, range[0], range[1]);
  }

  private static boolean isPosition(StoredField field) {
    String units = field.attribute("units").flatMap(FileAttribute::written).orElse("");
    return units.contains(" since ")
        || units.strip().matches("(?i)degrees?_?(n(orth)?|e(ast)?|s(outh)?|w(est)?)");
  }

  private static double[] numbers(String name, FileAttribute attribute) {
    try {
      return attribute.asNumbers();
    } catch (NumberFormatException e) {
      throw new InvalidAttribute(name, "is the text '" + attribute.text() + "', not a number", e);
    }
  }

  private static boolean add(
      StoredField field, String name, Packing packing, DoubleStream.Builder markers) {
    Optional<FileAttribute> found = field.attribute(name);
    boolean filled = field.attribute("_FillValue").filter(fill -> !fill.isText()).isPresent();
    found.ifPresent(
        attribute -> {
          boolean physical = attribute.isText() || attribute.type().isFloating();
          for (double marker : numbers(name, attribute)) {
            if (field.type().isFloating()) {
              markers.add(marker);
            } else {
              whole(field.type(), packing, marker, physical, filled, markers::add);
            }
          }
        });
    return found.isPresent();
  }

  /** The stored whole numbers that a marker means, if any. */
  private static void whole(
      NumberType type,
      Packing packing,
      double marker,
      boolean physical,
      boolean filled,
      DoubleConsumer into) {
    double stored = marker < 0 && type.isUnsigned() ? marker + type.count() : marker;
    boolean storable = stored == Math.rint(stored) && holds(type, stored);
    double packed = packing.pack(marker);
    boolean packable = !packing.isNone() && holds(type, packed);
    if (packable && (physical || !storable)) {
      into.accept(packed);
    }
    if (storable && !(physical && filled && !packing.isNone())) {
      into.accept(stored);
    }
  }

  private static boolean holds(NumberType type, double number) {
    return number >= type.least() && number <= type.greatest();
  }

  private static Optional<FileAttribute> bounds(StoredField field, String name, int count) {
    Optional<FileAttribute> found = field.attribute(name);
    if (found.isEmpty()) {
      return found;
    }
    double[] numbers = numbers(name, found.get());
    if (numbers.length != count
        || (numbers[0] > numbers[count - 1] && !field.type().isUnsigned())) {
      throw new InvalidAttribute(
          name,
          "is "
              + Arrays.toString(numbers)
              + (count == 2 ? ", not a lower and an upper bound" : ", not one number"),
          null);
    }
    NumberType type = found.get().isText() ? NumberType.DOUBLE : found.get().type();
    return Optional.of(FileAttribute.numbers(type, numbers));
  }

  private static void narrow(
      NumberType type,
      Packing packing,
      FileAttribute bounds,
      boolean lower,
      boolean upper,
      double[] range) {
    double[] numbers = bounds.numbers();
    double least = lower ? numbers[0] : Double.NEGATIVE_INFINITY;
    double greatest = upper ? numbers[numbers.length - 1] : Double.POSITIVE_INFINITY;
    if (type.isFloating()) {
      // of the same value in another precision
      least -= SINGLE * Math.abs(lower ? least : 0);
      greatest += SINGLE * Math.abs(upper ? greatest : 0);
    } else if (bounds.type().isFloating()
        && !packing.isNone()
        && !areStored(type, packing, bounds)) {
      double one = packing.pack(least);
      double other = packing.pack(greatest);
      least = Math.min(one, other);
      greatest = Math.max(one, other);
    } else if (type.isUnsigned() && bounds.type().bytes() == type.bytes()) {
      least += lower && least < 0 ? type.count() : 0;
      greatest += upper && greatest < 0 ? type.count() : 0;
    }
    // negated, so that a bound that is NaN bounds nothing
    range[0] = !(least > range[0]) ? range[0] : least;
    range[1] = !(greatest < range[1]) ? range[1] : greatest;
  }

  /** Whether floating-point bounds can only be meant as stored numbers. */
  private static boolean areStored(NumberType type, Packing packing, FileAttribute bounds) {
    double most =
        BEYOND
            * Math.max(
                Math.abs(packing.unpack(type.least())), Math.abs(packing.unpack(type.greatest())));
    boolean beyond = false;
    boolean stored = true;
    for (double bound : bounds.numbers()) {
      beyond |= Math.abs(bound) > most;
      stored &= bound == Math.rint(bound) && holds(type, bound);
    }
    return beyond && stored;
  }

  /** Whether a stored number, with its sign, means that there is no value. */
  boolean isMissing(double stored) {
    // negated, so that NaN is missing
    if (!(stored >= low && stored <= high)) {
      return true;
    }
    for (double marker : markers) {
      if (stored == marker) {
        return true;
      }
    }
    return type.isFloating() && isMissingInSinglePrecision((float) stored);
  }

  private boolean isMissingInSinglePrecision(float stored) {
    for (double marker : markers) {
      if (stored == (float) marker && stored != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether no short has to be compared in another way than with the range and two markers. */
  boolean isSimple() {
    return !type.isFloating() && markers.length <= 2;
  }

  /** Least stored number that is a value. */
  double low() {
    return low;
  }

  /** Greatest stored number that is a value. */
  double high() {
    return high;
  }

  /** Stored numbers that are none. */
  double[] markers() {
    return markers.clone();
  }
}
