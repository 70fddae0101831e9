package org.ccdas.inputs.netcdf;

import java.util.function.IntToDoubleFunction;

/**
 * Stored numbers of any type, one by one, with their signs.
 *
 * @param length how many
 * @param get the number of an index
 */
record StoredNumbers(int length, IntToDoubleFunction get) {
  private static final double TWO_TO_64 = 0x1p64;

  /**
   * The numbers of a primitive array.
   *
   * @param type type by which the signs are known
   */
  static StoredNumbers of(Object raw, NumberType type) {
    boolean unsigned = type.isUnsigned();
    if (raw instanceof byte[] bytes) {
      return new StoredNumbers(bytes.length, unsigned ? i -> bytes[i] & 0xff : i -> bytes[i]);
    } else if (raw instanceof short[] shorts) {
      return new StoredNumbers(shorts.length, unsigned ? i -> shorts[i] & 0xffff : i -> shorts[i]);
    } else if (raw instanceof int[] ints) {
      return new StoredNumbers(
          ints.length, unsigned ? i -> Integer.toUnsignedLong(ints[i]) : i -> ints[i]);
    } else if (raw instanceof long[] longs) {
      return new StoredNumbers(longs.length, unsigned ? i -> unsigned(longs[i]) : i -> longs[i]);
    } else if (raw instanceof float[] floats) {
      return new StoredNumbers(floats.length, i -> floats[i]);
    } else if (raw instanceof double[] doubles) {
      return new StoredNumbers(doubles.length, i -> doubles[i]);
    }
    throw new IllegalArgumentException("no numbers: " + raw.getClass());
  }

  /** The number of 64 bits without sign. */
  static double unsigned(long bits) {
    return bits < 0 ? bits + TWO_TO_64 : bits;
  }

  double at(int index) {
    return get.applyAsDouble(index);
  }
}
