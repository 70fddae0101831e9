package org.ccdas.inputs.netcdf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a NetCDF-3 file: classic (CDF-1), with 64-bit offsets (CDF-2) and with 64-bit data
 * (CDF-5). A header whose lengths the file cannot hold is refused before anything is allocated.
 *
 * @see <a href="https://docs.unidata.ucar.edu/nug/current/file_format_specifications.html">The
 *     format</a>
 */
final class ClassicHeader {
  private static final int DIMENSIONS = 10;
  private static final int VARIABLES = 11;
  private static final int ATTRIBUTES = 12;
  private static final int MOST_DIMENSIONS = 1024;
  private static final int WINDOW = 1 << 16;

  /** The types by their codes, which begin at 1; the last five are of CDF-5 only. */
  private static final List<NumberType> TYPES =
      List.of(
          NumberType.BYTE,
          NumberType.TEXT,
          NumberType.SHORT,
          NumberType.INT,
          NumberType.FLOAT,
          NumberType.DOUBLE,
          NumberType.UBYTE,
          NumberType.USHORT,
          NumberType.UINT,
          NumberType.LONG,
          NumberType.ULONG);

  private static final int CLASSIC_TYPES = 6;

  private record Dimension(String name, long length) {}

  /**
   * A variable.
   *
   * @param begin where its first number is
   * @param recordBytes from one record to the next; 0 when it has no records
   */
  record Entry(
      String name,
      List<String> dimensions,
      int[] shape,
      NumberType type,
      Map<String, FileAttribute> attributes,
      long begin,
      long recordBytes) {}

  private record Raw(
      String name,
      List<Dimension> dimensions,
      NumberType type,
      Map<String, FileAttribute> attributes,
      long begin) {
    boolean hasRecords() {
      return !dimensions.isEmpty() && dimensions.get(0).length() == 0;
    }

    /** Elements of one record, or of all when there are no records. */
    double elements() {
      return dimensions.stream()
          .skip(hasRecords() ? 1 : 0)
          .mapToDouble(Dimension::length)
          .reduce(1, (a, b) -> a * b);
    }

    double bytes() {
      return elements() * type.bytes();
    }
  }

  private final ClassicBytes bytes;
  private final List<Dimension> dimensions = new ArrayList<>();
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long next;
  private int version;

  private ClassicHeader(ClassicBytes bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a header.
   *
   * @param global takes the attributes of the file
   * @throws IOException saying what is wrong
   */
  static Map<String, Entry> read(ClassicBytes bytes, Map<String, FileAttribute> global)
      throws IOException {
    return new ClassicHeader(bytes).walk(global);
  }

  private Map<String, Entry> walk(Map<String, FileAttribute> global) throws IOException {
    version = integer() & 0xff;
    long records = version == 5 ? wide() : integer();
    long count = list(DIMENSIONS);
    for (long i = 0; i < count; i++) {
      String name = name();
      long length = length(0);
      dimensions.add(new Dimension(name, length));
    }
    global.putAll(attributes());
    List<Raw> raws = new ArrayList<>();
    count = list(VARIABLES);
    for (long i = 0; i < count; i++) {
      raws.add(variable());
    }
    return entries(raws, records);
  }

  private Map<String, Entry> entries(List<Raw> raws, long records) throws IOException {
    List<Raw> ofRecords = raws.stream().filter(Raw::hasRecords).toList();
    double step = 0;
    for (Raw raw : ofRecords) {
      // what one variable has in a record is padded to 4 bytes, unless there is one variable only
      step += ofRecords.size() == 1 ? raw.bytes() : Math.ceil(raw.bytes() / 4) * 4;
    }
    long count = records;
    if (records < 0) {
      // written as a stream: as many records as there are
      long begin = ofRecords.stream().mapToLong(Raw::begin).min().orElse(0);
      count = step == 0 ? 0 : (long) ((bytes.size() - begin) / step);
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Raw raw : raws) {
      boolean hasRecords = raw.hasRecords();
      double end =
          hasRecords
              ? count == 0 ? 0 : raw.begin() + (count - 1) * step + raw.bytes()
              : raw.begin() + raw.bytes();
      if (raw.begin() < 0 || end > bytes.size()) {
        throw new IOException("it ends before the values that its header announces");
      }
      int[] shape = new int[raw.dimensions().size()];
      for (int d = 0; d < shape.length; d++) {
        shape[d] = Math.toIntExact(hasRecords && d == 0 ? count : raw.dimensions().get(d).length());
      }
      entries.put(
          raw.name(),
          new Entry(
              raw.name(),
              raw.dimensions().stream().map(Dimension::name).toList(),
              shape,
              raw.type(),
              raw.attributes(),
              raw.begin(),
              hasRecords ? (long) step : 0));
    }
    return entries;
  }

  private Raw variable() throws IOException {
    String name = name();
    long rank = length(4);
    if (rank > MOST_DIMENSIONS) {
      throw new IOException("a variable has " + rank + " dimensions");
    }
    List<Dimension> own = new ArrayList<>();
    for (long d = 0; d < rank; d++) {
      long dimension = count();
      if (dimension < 0 || dimension >= dimensions.size()) {
        throw new IOException("a variable has a dimension that does not exist");
      }
      own.add(dimensions.get((int) dimension));
      if (d > 0 && own.get((int) d).length() == 0) {
        throw new IOException("a variable has records along a dimension that is not its first");
      }
    }
    Map<String, FileAttribute> attributes = attributes();
    NumberType type = type();
    count(); // its size, which overflows in large files
    long begin = version == 1 ? integer() : wide();
    return new Raw(name, own, type, attributes, begin);
  }

  private Map<String, FileAttribute> attributes() throws IOException {
    Map<String, FileAttribute> attributes = new LinkedHashMap<>();
    long count = list(ATTRIBUTES);
    for (long i = 0; i < count; i++) {
      String name = name();
      NumberType type = type();
      int length = Math.toIntExact(length(type.bytes()));
      ByteBuffer values = take(length * type.bytes());
      if (type.isText()) {
        byte[] text = new byte[length];
        values.get(text);
        attributes.put(name, FileAttribute.text(FileAttribute.decode(text)));
      } else {
        double[] numbers = new double[length];
        for (int k = 0; k < length; k++) {
          numbers[k] = number(values, type);
        }
        attributes.put(name, FileAttribute.numbers(type, numbers));
      }
    }
    return attributes;
  }

  private static double number(ByteBuffer from, NumberType type) {
    return switch (type) {
      case BYTE -> from.get();
      case UBYTE -> from.get() & 0xff;
      case SHORT -> from.getShort();
      case USHORT -> from.getShort() & 0xffff;
      case INT -> from.getInt();
      case UINT -> Integer.toUnsignedLong(from.getInt());
      case LONG -> from.getLong();
      case ULONG -> StoredNumbers.unsigned(from.getLong());
      case FLOAT -> from.getFloat();
      case DOUBLE, TEXT -> from.getDouble();
    };
  }

  /** Number of entries of a list that this tag opens; each has at least 8 bytes. */
  private long list(int expected) throws IOException {
    int tag = integer();
    long count = length(8);
    if (tag != expected && (tag != 0 || count != 0)) {
      throw new IOException("the header is damaged (tag " + tag + ")");
    }
    return count;
  }

  private String name() throws IOException {
    int length = Math.toIntExact(length(1));
    byte[] name = new byte[length];
    take(length).get(name);
    return FileAttribute.decode(name);
  }

  private NumberType type() throws IOException {
    int type = integer();
    if (type < 1 || type > (version == 5 ? TYPES.size() : CLASSIC_TYPES)) {
      throw new IOException("there is no type " + type);
    }
    return TYPES.get(type - 1);
  }

  /** A number of things of which each has at least this many bytes in what follows. */
  private long length(int bytesOfEach) throws IOException {
    long length = count();
    if (length < 0 || (double) length * bytesOfEach > bytes.size() - next) {
      throw new IOException("a length of " + length + " is more than the file holds");
    }
    return length;
  }

  private long count() throws IOException {
    return version == 5 ? wide() : integer();
  }

  private int integer() throws IOException {
    return take(Integer.BYTES).getInt();
  }

  private long wide() throws IOException {
    return take(Long.BYTES).getLong();
  }

  /** The next bytes, after which the header goes on at a multiple of 4. */
  private ByteBuffer take(int length) throws IOException {
    int padded = (length + 3) / 4 * 4;
    if (next + length > bytes.size()) {
      throw new EOFException("it ends within its header");
    }
    if (window.remaining() < padded) {
      int more = (int) Math.min(Math.max(padded, WINDOW), bytes.size() - next);
      window = bytes.at(next, more);
    }
    ByteBuffer taken = window.slice().limit(length);
    int step = Math.min(padded, window.remaining());
    window.position(window.position() + step);
    next += step;
    return taken;
  }
}
