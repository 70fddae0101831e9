package org.ccdas.observe.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Arrays of numbers as little-endian bytes. All that are not a number have the same bits: which of
 * its many forms an operation gives is up to the processor and the compiler.
 */
public final class PackedArrays {
  private PackedArrays() {}

  /** Rows of {@code columns} numbers as float32. */
  public static ByteBuffer floats(float[][] rows, int columns) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(rows.length * Float.BYTES, columns))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : rows) {
      for (float value : row) {
        bytes.putInt(Float.floatToIntBits(value));
      }
    }
    return bytes.flip();
  }

  /** Rows of {@code columns} numbers of float32. */
  public static float[][] floats(ByteBuffer bytes, int rows, int columns) {
    check(bytes, (long) rows * columns * Float.BYTES);
    ByteBuffer source = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = source.getFloat();
      }
    }
    return values;
  }

  /** Numbers as float64. */
  public static ByteBuffer doubles(double[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putLong(Double.doubleToLongBits(value));
    }
    return bytes.flip();
  }

  /** A number with the bits that it has in a packed array. */
  public static double same(double value) {
    return Double.longBitsToDouble(Double.doubleToLongBits(value));
  }

  /** Numbers of float64. */
  public static double[] doubles(ByteBuffer bytes, int length) {
    check(bytes, (long) length * Double.BYTES);
    ByteBuffer source = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = source.getDouble();
    }
    return values;
  }

  private static void check(ByteBuffer bytes, long expected) {
    if (bytes.remaining() != expected) {
      throw new IllegalArgumentException(
          "A packed array of " + bytes.remaining() + " bytes instead of " + expected);
    }
  }
}
