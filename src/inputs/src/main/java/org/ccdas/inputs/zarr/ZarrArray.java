package org.ccdas.inputs.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.netcdf.FileAttribute;
import org.ccdas.inputs.netcdf.NumberType;
import org.ccdas.inputs.netcdf.StoredField;

/**
 * An array of a Zarr store, version 2: chunks of equal shape in C order, each an object of its own.
 * A chunk that is not there consists of the fill value, which is also what marks missing values.
 * Chunks of the last reads stay in memory, up to {@link #KEPT_BYTES}.
 */
final class ZarrArray implements StoredField {
  /** Chunks that hold many times are wanted again for every one of them. */
  private static final long KEPT_BYTES = 128L << 20;

  private static final int MOST_BYTES = 1 << 30;

  private final String name;
  private final Location folder;
  private final ZarrType type;
  private final int[] shape;
  private final int[] chunks;
  private final String separator;
  private final ChunkCodec codec;
  private final JsonNode fill;
  private final Map<String, FileAttribute> attributes;
  private final List<String> dimensions;
  private final LinkedHashMap<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long keptBytes;

  private ZarrArray(String name, Location folder, JsonNode array, JsonNode attributes)
      throws IOException {
    this.name = name;
    this.folder = folder;
    if (!array.path("order").asText("C").equals("C")) {
      throw new IOException("its chunks are in order F, only C is read");
    }
    if (!array.path("filters").isEmpty()) {
      throw new IOException("it has filters, which are not read: " + array.path("filters"));
    }
    this.type = ZarrType.of(array.path("dtype").asText());
    this.shape = integers(array.path("shape"));
    this.chunks = integers(array.path("chunks"));
    if (shape.length != chunks.length || Arrays.stream(chunks).anyMatch(length -> length < 1)) {
      throw new IOException("its shape is " + array.path("shape") + " in " + array.path("chunks"));
    }
    this.separator = array.path("dimension_separator").asText(".");
    this.codec = ChunkCodec.of(array.path("compressor"));
    this.fill = array.path("fill_value");
    this.attributes = ZarrAttributes.of(attributes);
    if (!fill.isNull() && !fill.isMissingNode() && !type.number().isText()) {
      // as xarray does
      this.attributes.putIfAbsent(
          "_FillValue", FileAttribute.numbers(type.number(), new double[] {type.fill(fill)}));
    }
    this.dimensions = new ArrayList<>();
    attributes.path("_ARRAY_DIMENSIONS").forEach(dimension -> dimensions.add(dimension.asText()));
    if (dimensions.size() != shape.length) {
      throw new IOException("its _ARRAY_DIMENSIONS are " + dimensions);
    }
  }

  /**
   * An array.
   *
   * @param folder of its chunks
   * @param array content of {@code .zarray}
   * @param attributes content of {@code .zattrs}, whose {@code _ARRAY_DIMENSIONS} name the
   *     dimensions
   * @throws IOException when it is stored in a way that is not read
   */
  static ZarrArray of(String name, Location folder, JsonNode array, JsonNode attributes)
      throws IOException {
    return new ZarrArray(name, folder, array, attributes);
  }

  private static int[] integers(JsonNode list) {
    int[] integers = new int[list.size()];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = list.get(i).asInt();
    }
    return integers;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public List<String> dimensions() {
    return List.copyOf(dimensions);
  }

  @Override
  public NumberType type() {
    return type.number();
  }

  @Override
  public Optional<FileAttribute> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  @Override
  public Object read(int[] origin, int[] length) throws IOException {
    long elements = 1;
    for (int d = 0; d < shape.length; d++) {
      if (origin[d] < 0 || length[d] < 0 || origin[d] + length[d] > shape[d]) {
        throw new IndexOutOfBoundsException(
            name + ": section at " + Arrays.toString(origin) + " of " + Arrays.toString(length));
      }
      elements *= length[d];
    }
    int bytes = type.number().bytes();
    if (elements * bytes > MOST_BYTES) {
      throw new IOException("a section of " + elements + " values is too large");
    }
    ByteBuffer section = ByteBuffer.allocate((int) elements * bytes).order(ByteOrder.nativeOrder());
    if (elements > 0) {
      int[] first = new int[shape.length];
      int[] last = new int[shape.length];
      for (int d = 0; d < shape.length; d++) {
        first[d] = origin[d] / chunks[d];
        last[d] = (origin[d] + length[d] - 1) / chunks[d];
      }
      int[] chunk = first.clone();
      do {
        copy(chunk, origin, length, section.array());
      } while (next(chunk, first, last));
    }
    return type.numbers(section.array());
  }

  /** The next index in C order; false after the last one. */
  private static boolean next(int[] index, int[] first, int[] last) {
    for (int d = index.length - 1; d >= 0; d--) {
      if (index[d] < last[d]) {
        index[d]++;
        return true;
      }
      index[d] = first[d];
    }
    return false;
  }

  /** Copies what a chunk has of a section, row by row of the fastest dimension. */
  private void copy(int[] chunk, int[] origin, int[] length, byte[] section) throws IOException {
    byte[] content = chunk(chunk);
    int rank = shape.length;
    int bytes = type.number().bytes();
    if (rank == 0) {
      System.arraycopy(content, 0, section, 0, bytes);
      return;
    }
    int[] from = new int[rank];
    int[] to = new int[rank];
    for (int d = 0; d < rank; d++) {
      from[d] = Math.max(origin[d], chunk[d] * chunks[d]);
      to[d] = Math.min(origin[d] + length[d], (chunk[d] + 1) * chunks[d]) - 1;
    }
    int run = to[rank - 1] - from[rank - 1] + 1;
    int[] at = from.clone();
    int[] end = to.clone();
    end[rank - 1] = from[rank - 1];
    do {
      int source = 0;
      int target = 0;
      for (int d = 0; d < rank; d++) {
        source = source * chunks[d] + at[d] - chunk[d] * chunks[d];
        target = target * length[d] + at[d] - origin[d];
      }
      System.arraycopy(content, source * bytes, section, target * bytes, run * bytes);
    } while (next(at, from, end));
  }

  private byte[] chunk(int[] index) throws IOException {
    StringBuilder key = new StringBuilder();
    for (int i : index) {
      key.append(key.isEmpty() ? "" : separator).append(i);
    }
    String object = index.length == 0 ? "0" : key.toString();
    byte[] content = kept.get(object);
    if (content == null) {
      content = load(object);
      kept.put(object, content);
      keptBytes += content.length;
      var oldest = kept.entrySet().iterator();
      while (keptBytes > KEPT_BYTES && kept.size() > 1) {
        keptBytes -= oldest.next().getValue().length;
        oldest.remove();
      }
    }
    return content;
  }

  private byte[] load(String object) throws IOException {
    long elements = Arrays.stream(chunks).asLongStream().reduce(1, Math::multiplyExact);
    long bytes = Math.multiplyExact(elements, type.number().bytes());
    if (bytes > MOST_BYTES) {
      throw new IOException("chunks of " + bytes + " bytes are too large");
    }
    Location place = folder.resolve(object);
    byte[] packed;
    try {
      packed = StoredFiles.read(place);
    } catch (NoSuchFileException e) {
      if (fill.isNull() || fill.isMissingNode()) {
        throw new IOException("chunk " + object + " is not there, and there is no fill value", e);
      }
      return type.filled(fill, (int) elements);
    }
    try {
      return type.inOrder(codec.unpack(packed, (int) bytes));
    } catch (IOException e) {
      throw new IOException("chunk " + place + ": " + e.getMessage(), e);
    }
  }

  @Override
  public List<String> texts() throws IOException {
    throw new IOException("texts of Zarr stores are not read");
  }
}
