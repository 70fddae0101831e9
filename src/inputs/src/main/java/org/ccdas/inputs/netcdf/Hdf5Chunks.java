package org.ccdas.inputs.netcdf;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The stored numbers of a section of an HDF5 dataset. Of chunks that were deflated, with or without
 * byte shuffling, each is inflated once and decoded straight into the array of the result: less
 * than half of the time of the library, which copies them several times. Other chunks are inflated
 * by the library. A chunk that was never written holds the fill value.
 */
final class Hdf5Chunks {
  /** Greatest dataset and chunk, bytes; daily fields of 25 km have 7 MB at most. */
  private static final long MOST_BYTES = 1L << 29;

  private final ChunkedDataset dataset;
  private final boolean deflated;
  private final boolean shuffled;
  private final ByteOrder order;
  private final int elementBytes;
  private final int[] chunk;
  private final int[] origin;
  private final int[] shape;

  private Hdf5Chunks(ChunkedDataset dataset, int[] origin, int[] shape) {
    this.dataset = dataset;
    this.order = order(dataset.getDataType());
    List<Integer> filters =
        dataset.getFilters().stream().map(PipelineFilterWithData::getId).toList();
    boolean both = filters.equals(List.of(Hdf5Filters.SHUFFLE, Hdf5Filters.DEFLATE));
    this.deflated =
        order == ByteOrder.LITTLE_ENDIAN && (both || filters.equals(List.of(Hdf5Filters.DEFLATE)));
    this.shuffled = deflated && both;
    this.elementBytes = dataset.getDataType().getSize();
    this.chunk = dataset.getChunkDimensions();
    this.origin = origin;
    this.shape = shape;
  }

  private static ByteOrder order(DataType type) {
    return type instanceof FixedPoint whole
        ? whole.getByteOrder()
        : ((FloatingPoint) type).getByteOrder();
  }

  /**
   * Stored numbers as an array of the primitive type of their size.
   *
   * @param fill what stands where nothing was written
   */
  static Object read(Dataset dataset, double fill, int[] origin, int[] shape) throws IOException {
    if (dataset.getSize() > MOST_BYTES / 8) {
      throw new IOException("it has " + dataset.getSize() + " elements");
    }
    if (Hdf5File.type(dataset.getDataType()).isText()) {
      throw new IOException("it holds no numbers");
    }
    if (dataset instanceof ChunkedDataset chunked
        && chunked.getChunkDimensions().length == shape.length) {
      return new Hdf5Chunks(chunked, origin, shape).read(fill);
    }
    Object data = dataset.getDataFlat();
    Object flat = data instanceof Number number ? new double[] {number.doubleValue()} : data;
    return section(narrowed(flat, dataset.getDataType()), dataset.getDimensions(), origin, shape);
  }

  private static Object section(Object flat, int[] whole, int[] origin, int[] shape) {
    if (Arrays.equals(whole, shape)) {
      return flat;
    }
    int elements = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    Object values = Array.newInstance(flat.getClass().getComponentType(), elements);
    int last = shape.length - 1;
    int[] index = new int[shape.length];
    for (int to = 0; to < elements; to += shape[last]) {
      int from = 0;
      for (int d = 0; d <= last; d++) {
        from = from * whole[d] + origin[d] + index[d];
      }
      System.arraycopy(flat, from, values, to, shape[last]);
      for (int d = last - 1; d >= 0 && ++index[d] == shape[d]; d--) {
        index[d] = 0;
      }
    }
    return values;
  }

  /** The library widens unsigned numbers; they are brought back to their stored size. */
  private static Object narrowed(Object data, DataType type) {
    if (!(type instanceof FixedPoint)) {
      return data;
    }
    int length = Array.getLength(data);
    if (type.getSize() == 1 && !(data instanceof byte[])) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = number(data, i).byteValue();
      }
      return bytes;
    } else if (type.getSize() == 2 && !(data instanceof short[])) {
      short[] shorts = new short[length];
      for (int i = 0; i < length; i++) {
        shorts[i] = number(data, i).shortValue();
      }
      return shorts;
    } else if (type.getSize() == 4 && !(data instanceof int[])) {
      int[] ints = new int[length];
      for (int i = 0; i < length; i++) {
        ints[i] = number(data, i).intValue();
      }
      return ints;
    } else if (type.getSize() == 8 && !(data instanceof long[])) {
      long[] longs = new long[length];
      for (int i = 0; i < length; i++) {
        longs[i] = number(data, i).longValue();
      }
      return longs;
    }
    return data;
  }

  private static Number number(Object data, int index) {
    Number number = (Number) Array.get(data, index);
    // by way of a long, since a double goes to the greatest int and not to the bits of an unsigned
    return number instanceof Double ? number.longValue() : number;
  }

  private Object read(double fill) throws IOException {
    long chunkElements = 1;
    for (int length : chunk) {
      if (length < 1) {
        throw new IOException("a chunk has no elements");
      }
      chunkElements *= length;
      if (chunkElements * elementBytes > MOST_BYTES) {
        throw new IOException("a chunk is larger than " + MOST_BYTES + " bytes");
      }
    }
    int elements = 1;
    for (int length : shape) {
      elements *= length;
    }
    boolean real = dataset.getDataType() instanceof FloatingPoint;
    Object result =
        switch (elementBytes) {
          case 1 -> new byte[elements];
          case 2 -> new short[elements];
          case 4 -> real ? new float[elements] : new int[elements];
          default -> real ? new double[elements] : new long[elements];
        };
    if (elements == 0) {
      return result;
    }
    byte[] inflated = new byte[(int) chunkElements * elementBytes];
    int[] offset = new int[shape.length];
    Arrays.setAll(offset, d -> origin[d] / chunk[d] * chunk[d]);
    Inflater inflater = new Inflater();
    try {
      do {
        place(written(offset, inflater, inflated), fill, (int) chunkElements, offset, result);
      } while (advance(offset));
    } finally {
      inflater.end();
    }
    return result;
  }

  /** Goes on to the next chunk of the section; false after the last. */
  private boolean advance(int[] offset) {
    for (int d = shape.length - 1; d >= 0; d--) {
      offset[d] += chunk[d];
      if (offset[d] < origin[d] + shape[d]) {
        return true;
      }
      offset[d] = origin[d] / chunk[d] * chunk[d];
    }
    return false;
  }

  /** The bytes of a chunk, or null when it was never written. */
  private byte[] written(int[] offset, Inflater inflater, byte[] inflated) throws IOException {
    try {
      if (!deflated) {
        byte[] bytes = dataset.getDecompressedChunk(offset.clone());
        if (bytes.length < inflated.length) {
          throw new IOException("a chunk ends too early");
        }
        return bytes;
      }
      ByteBuffer raw = dataset.getRawChunkBuffer(offset.clone());
      inflate(inflater, raw, inflated);
      return inflated;
    } catch (HdfException e) {
      if (e.getClass() == HdfException.class
          && String.valueOf(e.getMessage()).startsWith("No chunk with offset")) {
        return null;
      }
      throw e;
    }
  }

  private static void inflate(Inflater inflater, ByteBuffer raw, byte[] inflated)
      throws IOException {
    int stored = raw.remaining();
    ByteBuffer again = raw.duplicate();
    inflater.reset();
    inflater.setInput(raw);
    try {
      int length = 0;
      while (length < inflated.length) {
        int more = inflater.inflate(inflated, length, inflated.length - length);
        if (more == 0 && (inflater.finished() || inflater.needsInput())) {
          break;
        }
        length += more;
      }
      if (length == inflated.length) {
        return;
      }
    } catch (DataFormatException e) {
      if (stored != inflated.length) {
        throw new IOException("a chunk is damaged: " + e.getMessage(), e);
      }
    }
    if (stored != inflated.length) {
      throw new IOException("a chunk ends too early");
    }
    // what deflating did not make smaller is stored as it was
    again.get(inflated);
  }

  /** Decodes the part of a chunk that is within the section. */
  private void place(byte[] bytes, double fill, int chunkElements, int[] offset, Object result) {
    int rank = shape.length;
    int last = rank - 1;
    int[] low = new int[rank];
    int[] high = new int[rank];
    for (int d = 0; d < rank; d++) {
      low[d] = Math.max(origin[d], offset[d]);
      high[d] = Math.min(origin[d] + shape[d], offset[d] + chunk[d]);
    }
    // rows of full width lie one after the other in both
    boolean whole = rank > 1 && chunk[last] == shape[last] && high[last] - low[last] == chunk[last];
    int inner = whole ? last - 1 : last;
    int count = high[last] - low[last];
    if (whole) {
      count *= high[inner] - low[inner];
    }
    int[] index = low.clone();
    while (true) {
      int from = 0;
      int to = 0;
      for (int d = 0; d < rank; d++) {
        from = from * chunk[d] + index[d] - offset[d];
        to = to * shape[d] + index[d] - origin[d];
      }
      if (bytes == null) {
        fill(result, fill, to, count);
      } else {
        decode(bytes, chunkElements, from, result, to, count);
      }
      int d = inner - 1;
      while (d >= 0 && ++index[d] >= high[d]) {
        index[d] = low[d];
        d--;
      }
      if (d < 0) {
        return;
      }
    }
  }

  private static void fill(Object result, double fill, int to, int count) {
    // the greatest of 64 bits without a sign are no longs
    long whole = fill >= 0x1p63 ? -2 : (long) fill;
    if (result instanceof byte[] bytes) {
      Arrays.fill(bytes, to, to + count, (byte) whole);
    } else if (result instanceof short[] shorts) {
      Arrays.fill(shorts, to, to + count, (short) whole);
    } else if (result instanceof int[] ints) {
      Arrays.fill(ints, to, to + count, (int) whole);
    } else if (result instanceof long[] longs) {
      Arrays.fill(longs, to, to + count, whole);
    } else if (result instanceof float[] floats) {
      Arrays.fill(floats, to, to + count, (float) fill);
    } else {
      Arrays.fill((double[]) result, to, to + count, fill);
    }
  }

  private void decode(byte[] b, int n, int from, Object result, int to, int count) {
    if (result instanceof byte[] bytes) {
      System.arraycopy(b, from, bytes, to, count);
    } else if (result instanceof short[] shorts) {
      if (shuffled) {
        for (int i = 0; i < count; i++) {
          shorts[to + i] = (short) ((b[from + i] & 0xff) | b[n + from + i] << 8);
        }
      } else {
        buffer(b, from, count).asShortBuffer().get(shorts, to, count);
      }
    } else if (result instanceof int[] ints) {
      if (shuffled) {
        for (int i = 0; i < count; i++) {
          ints[to + i] = fourBytes(b, n, from + i);
        }
      } else {
        buffer(b, from, count).asIntBuffer().get(ints, to, count);
      }
    } else if (result instanceof float[] floats) {
      if (shuffled) {
        for (int i = 0; i < count; i++) {
          floats[to + i] = Float.intBitsToFloat(fourBytes(b, n, from + i));
        }
      } else {
        buffer(b, from, count).asFloatBuffer().get(floats, to, count);
      }
    } else if (result instanceof long[] longs) {
      if (shuffled) {
        for (int i = 0; i < count; i++) {
          longs[to + i] = eightBytes(b, n, from + i);
        }
      } else {
        buffer(b, from, count).asLongBuffer().get(longs, to, count);
      }
    } else if (result instanceof double[] doubles) {
      if (shuffled) {
        for (int i = 0; i < count; i++) {
          doubles[to + i] = Double.longBitsToDouble(eightBytes(b, n, from + i));
        }
      } else {
        buffer(b, from, count).asDoubleBuffer().get(doubles, to, count);
      }
    }
  }

  private static long eightBytes(byte[] b, int n, int at) {
    long low = fourBytes(b, n, at) & 0xffffffffL;
    long high = fourBytes(b, n, 4 * n + at);
    return high << 32 | low;
  }

  private static int fourBytes(byte[] b, int n, int at) {
    return (b[at] & 0xff)
        | (b[n + at] & 0xff) << 8
        | (b[2 * n + at] & 0xff) << 16
        | b[3 * n + at] << 24;
  }

  private ByteBuffer buffer(byte[] bytes, int from, int count) {
    return ByteBuffer.wrap(bytes, from * elementBytes, count * elementBytes).order(order);
  }
}
