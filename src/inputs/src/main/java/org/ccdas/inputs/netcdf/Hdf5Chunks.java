package org.ccdas.inputs.netcdf;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The stored numbers of an HDF5 dataset. Little-endian chunks that were deflated, with or without
 * byte shuffling, are inflated once and decoded straight into the array of the result: less than
 * half of the time of the library, which copies them several times. All others go through the
 * library.
 */
final class Hdf5Chunks {
  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;

  /** Greatest dataset and chunk, bytes; daily fields of 25 km have 7 MB at most. */
  private static final long MOST_BYTES = 1L << 29;

  private final ChunkedDataset dataset;
  private final boolean shuffled;
  private final int elementBytes;
  private final int[] shape;
  private final int[] chunk;

  private Hdf5Chunks(ChunkedDataset dataset, boolean shuffled) {
    this.dataset = dataset;
    this.shuffled = shuffled;
    this.elementBytes = dataset.getDataType().getSize();
    this.shape = dataset.getDimensions();
    this.chunk = dataset.getChunkDimensions();
  }

  static boolean unsigned(Dataset dataset) {
    return dataset.getDataType() instanceof FixedPoint whole && !whole.isSigned();
  }

  /** All stored numbers as an array of the primitive type of their size. */
  static Object read(Dataset dataset) throws IOException {
    if (dataset.getSize() > MOST_BYTES / 8) {
      throw new IOException("it has " + dataset.getSize() + " elements");
    }
    if (dataset instanceof ChunkedDataset chunked && fits(chunked)) {
      List<PipelineFilterWithData> filters = chunked.getFilters();
      boolean shuffled = filters.size() == 2;
      return new Hdf5Chunks(chunked, shuffled).read();
    }
    Object data = dataset.getDataFlat();
    return data instanceof Number number ? scalar(number) : narrowed(data, dataset.getDataType());
  }

  private static Object scalar(Number number) {
    return new double[] {number.doubleValue()};
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
        bytes[i] = (byte) Array.getLong(data, i);
      }
      return bytes;
    } else if (type.getSize() == 2 && !(data instanceof short[])) {
      short[] shorts = new short[length];
      for (int i = 0; i < length; i++) {
        shorts[i] = (short) Array.getLong(data, i);
      }
      return shorts;
    } else if (type.getSize() == 4 && !(data instanceof int[])) {
      int[] ints = new int[length];
      for (int i = 0; i < length; i++) {
        ints[i] = (int) Array.getLong(data, i);
      }
      return ints;
    }
    return data;
  }

  private static boolean fits(ChunkedDataset dataset) {
    DataType type = dataset.getDataType();
    boolean little =
        type instanceof FixedPoint whole && whole.getByteOrder() == ByteOrder.LITTLE_ENDIAN
            || type instanceof FloatingPoint real && real.getByteOrder() == ByteOrder.LITTLE_ENDIAN;
    int size = type.getSize();
    boolean known =
        size == 1 || size == 2 || size == 4 || (size == 8 && type instanceof FloatingPoint);
    List<PipelineFilterWithData> filters = dataset.getFilters();
    boolean deflated =
        filters.size() == 1 && filters.get(0).getId() == DEFLATE
            || filters.size() == 2
                && filters.get(0).getId() == SHUFFLE
                && filters.get(1).getId() == DEFLATE;
    return little
        && known
        && deflated
        && dataset.getStorageInBytes() > 0
        && dataset.getDimensions().length == dataset.getChunkDimensions().length;
  }

  private Object read() throws IOException {
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
          default -> new double[elements];
        };
    if (elements == 0) {
      return result;
    }
    byte[] inflated = new byte[(int) chunkElements * elementBytes];
    int[] offset = new int[shape.length];
    Inflater inflater = new Inflater();
    try {
      do {
        inflate(inflater, dataset.getRawChunkBuffer(offset.clone()), inflated);
        place(inflated, (int) chunkElements, offset, result);
      } while (advance(offset));
    } finally {
      inflater.end();
    }
    return result;
  }

  /** Goes on to the next chunk; false after the last. */
  private boolean advance(int[] offset) {
    for (int d = shape.length - 1; d >= 0; d--) {
      offset[d] += chunk[d];
      if (offset[d] < shape[d]) {
        return true;
      }
      offset[d] = 0;
    }
    return false;
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

  /** Decodes a chunk into the rows of the result that it covers. */
  private void place(byte[] bytes, int chunkElements, int[] offset, Object result) {
    int rank = shape.length;
    int width = Math.min(chunk[rank - 1], shape[rank - 1] - offset[rank - 1]);
    int[] index = new int[rank];
    boolean whole = chunk[rank - 1] == shape[rank - 1];
    while (true) {
      int from = 0;
      int to = 0;
      boolean inside = true;
      for (int d = 0; d < rank; d++) {
        from = from * chunk[d] + index[d];
        to = to * shape[d] + offset[d] + index[d];
        inside &= offset[d] + index[d] < shape[d];
      }
      if (inside) {
        int count = width;
        if (whole && rank > 1) {
          // rows of full width lie one after the other in both
          int rows = Math.min(chunk[rank - 2], shape[rank - 2] - offset[rank - 2]);
          count = width * rows;
          index[rank - 2] = rows - 1;
        }
        decode(bytes, chunkElements, from, result, to, count);
      }
      int d = rank - 2;
      while (d >= 0 && ++index[d] >= chunk[d]) {
        index[d--] = 0;
      }
      if (d < 0) {
        return;
      }
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
    } else if (result instanceof double[] doubles) {
      if (shuffled) {
        for (int i = 0; i < count; i++) {
          long low = fourBytes(b, n, from + i) & 0xffffffffL;
          long high = fourBytes(b, n, 4 * n + from + i);
          doubles[to + i] = Double.longBitsToDouble(high << 32 | low);
        }
      } else {
        buffer(b, from, count).asDoubleBuffer().get(doubles, to, count);
      }
    }
  }

  private static int fourBytes(byte[] b, int n, int at) {
    return (b[at] & 0xff)
        | (b[n + at] & 0xff) << 8
        | (b[2 * n + at] & 0xff) << 16
        | b[3 * n + at] << 24;
  }

  private ByteBuffer buffer(byte[] bytes, int from, int count) {
    return ByteBuffer.wrap(bytes, from * elementBytes, count * elementBytes)
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
