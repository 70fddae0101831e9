package org.ccdas.observe.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.PackedArrays;

/**
 * What was observed of some cells: values over days or over longer intervals; missing ones are NaN.
 *
 * @param first day from which days are counted
 * @param from first day of each interval, rising
 * @param to last day of each interval, before the next one begins
 * @param value in the units of the stream, [cell][interval]
 * @param standardError of the value, [cell][interval], above 0 where there is a value
 */
public record ObservedField(
    LocalDate first, int[] from, int[] to, float[][] value, float[][] standardError)
    implements BlockPart {
  /** Checks sizes and order. */
  public ObservedField {
    if (from.length != to.length || value.length != standardError.length) {
      throw new IllegalArgumentException(
          from.length
              + " and "
              + to.length
              + " days, "
              + value.length
              + " and "
              + standardError.length
              + " cells");
    }
    for (int i = 0; i < from.length; i++) {
      if (from[i] < (i == 0 ? 0 : to[i - 1] + 1) || to[i] < from[i]) {
        throw new IllegalArgumentException("Interval " + i + ": " + from[i] + " to " + to[i]);
      }
    }
    for (int cell = 0; cell < value.length; cell++) {
      if (value[cell].length != from.length || standardError[cell].length != from.length) {
        throw new IllegalArgumentException(
            "Cell " + cell + " has not " + from.length + " intervals");
      }
    }
  }

  /** Days of which nothing is observed yet. */
  public static ObservedField daily(int cells, LocalDate first, int days) {
    int[] each = new int[days];
    Arrays.setAll(each, day -> day);
    return missing(cells, first, each, each);
  }

  /** Intervals of which nothing is observed yet. */
  public static ObservedField missing(int cells, LocalDate first, int[] from, int[] to) {
    float[][] value = new float[cells][from.length];
    float[][] error = new float[cells][from.length];
    for (int cell = 0; cell < cells; cell++) {
      Arrays.fill(value[cell], Float.NaN);
      Arrays.fill(error[cell], Float.NaN);
    }
    return new ObservedField(first, from, to, value, error);
  }

  /** Number of cells. */
  public int cells() {
    return value.length;
  }

  /** Number of intervals. */
  public int intervals() {
    return from.length;
  }

  /** Number of values that are there. */
  public int count() {
    int count = 0;
    for (float[] series : value) {
      for (float element : series) {
        count += Float.isNaN(element) ? 0 : 1;
      }
    }
    return count;
  }

  @Override
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(first.toEpochDay());
      out.writeInt(from.length);
      for (int i = 0; i < from.length; i++) {
        out.writeInt(from[i]);
        out.writeInt(to[i]);
      }
      out.write(PackedArrays.floats(value, from.length).array());
      out.write(PackedArrays.floats(standardError, from.length).array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The field of these bytes; see {@link BlockPart.Format}. */
  public static ObservedField decode(byte[] bytes, int cells) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      LocalDate first = LocalDate.ofEpochDay(in.readLong());
      int intervals = in.readInt();
      if (intervals < 0 || intervals > bytes.length / (2 * Integer.BYTES)) {
        // damaged: no more memory than there are bytes
        throw new IllegalArgumentException(intervals + " intervals in " + bytes.length + " bytes");
      }
      int[] from = new int[intervals];
      int[] to = new int[intervals];
      for (int i = 0; i < intervals; i++) {
        from[i] = in.readInt();
        to[i] = in.readInt();
      }
      byte[] numbers = in.readAllBytes();
      int half = numbers.length / 2;
      return new ObservedField(
          first,
          from,
          to,
          PackedArrays.floats(ByteBuffer.wrap(numbers, 0, half).slice(), cells, intervals),
          PackedArrays.floats(
              ByteBuffer.wrap(numbers, half, numbers.length - half).slice(), cells, intervals));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long size() {
    return 2L * Float.BYTES * cells() * intervals() + 2L * Integer.BYTES * intervals();
  }
}
