package org.ccdas.inputs.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ccdas.inputs.netcdf.NumberType;

/**
 * The type of the elements of a Zarr array.
 *
 * @param number what the numbers are
 * @param order of their bytes in the store
 */
record ZarrType(NumberType number, ByteOrder order) {
  /**
   * The type of a name of NumPy, such as {@code <f4}.
   *
   * @throws IOException when it is not read
   */
  static ZarrType of(String dtype) throws IOException {
    ByteOrder order = dtype.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    String kind = dtype.isEmpty() ? "" : dtype.substring(1);
    NumberType number =
        switch (kind) {
          case "i1", "b1" -> NumberType.BYTE;
          case "i2" -> NumberType.SHORT;
          case "i4" -> NumberType.INT;
          case "i8" -> NumberType.LONG;
          case "u1" -> NumberType.UBYTE;
          case "u2" -> NumberType.USHORT;
          case "u4" -> NumberType.UINT;
          case "u8" -> NumberType.ULONG;
          case "f4" -> NumberType.FLOAT;
          case "f8" -> NumberType.DOUBLE;
          default -> {
            if (kind.startsWith("S") || kind.startsWith("U") || kind.startsWith("O")) {
              yield NumberType.TEXT;
            }
            throw new IOException("its type is '" + dtype + "', which is not read");
          }
        };
    return new ZarrType(number, order);
  }

  /** The fill value: a number, or a text that stands for one. */
  double fill(JsonNode value) throws IOException {
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return switch (value.asText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      case "true" -> 1;
      case "false" -> 0;
      default -> throw new IOException("its fill value is " + value);
    };
  }

  /** Bytes of elements that all are the fill value, in the order of this machine. */
  byte[] filled(JsonNode value, int elements) throws IOException {
    double fill = fill(value);
    ByteBuffer bytes =
        ByteBuffer.allocate(elements * number.bytes()).order(ByteOrder.nativeOrder());
    for (int i = 0; i < elements; i++) {
      switch (number) {
        case FLOAT -> bytes.putFloat((float) fill);
        case DOUBLE -> bytes.putDouble(fill);
        case LONG, ULONG ->
            bytes.putLong(value.isNumber() ? value.bigIntegerValue().longValue() : 0);
        case INT, UINT -> bytes.putInt((int) (long) fill);
        case SHORT, USHORT -> bytes.putShort((short) (long) fill);
        default -> bytes.put((byte) (long) fill);
      }
    }
    return bytes.array();
  }

  /** Bytes of the store in the order of this machine; may be the same array. */
  byte[] inOrder(byte[] stored) {
    int size = number.bytes();
    if (size == 1 || order == ByteOrder.nativeOrder()) {
      return stored;
    }
    byte[] turned = new byte[stored.length];
    for (int i = 0; i < turned.length; i += size) {
      for (int j = 0; j < size; j++) {
        turned[i + j] = stored[i + size - 1 - j];
      }
    }
    return turned;
  }

  /** Numbers of bytes in the order of this machine. */
  Object numbers(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    int count = bytes.length / number.bytes();
    switch (number) {
      case SHORT, USHORT -> {
        short[] values = new short[count];
        buffer.asShortBuffer().get(values);
        return values;
      }
      case INT, UINT -> {
        int[] values = new int[count];
        buffer.asIntBuffer().get(values);
        return values;
      }
      case LONG, ULONG -> {
        long[] values = new long[count];
        buffer.asLongBuffer().get(values);
        return values;
      }
      case FLOAT -> {
        float[] values = new float[count];
        buffer.asFloatBuffer().get(values);
        return values;
      }
      case DOUBLE -> {
        double[] values = new double[count];
        buffer.asDoubleBuffer().get(values);
        return values;
      }
      default -> {
        return bytes;
      }
    }
  }
}
