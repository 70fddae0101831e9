package org.ccdas.inputs.netcdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Walks the header of a NetCDF-3 file, classic or with 64-bit offsets, and refuses one whose
 * lengths the file cannot hold. NetCDF-Java believes them, allocates, and only then reads. Files
 * that begin neither as NetCDF-3 nor as NetCDF-4 (HDF5) do are refused too, since NetCDF-Java would
 * try two dozen other formats on them.
 *
 * @see <a href="https://docs.unidata.ucar.edu/nug/current/file_format_specifications.html">The
 *     format</a>
 */
final class ClassicHeader {
  private static final int DIMENSIONS = 10;
  private static final int VARIABLES = 11;
  private static final int ATTRIBUTES = 12;
  private static final int MOST_DIMENSIONS = 1024;

  /** Bytes of the types byte, char, short, int, float and double, whose codes are 1 to 6. */
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 4, 8};

  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private final DataInputStream in;
  private final long file;
  private long left;

  private ClassicHeader(InputStream in, long length) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.file = length;
    this.left = length;
  }

  /**
   * Checks a file. Of NetCDF-4 only the first bytes are looked at.
   *
   * @throws IOException saying what is wrong
   */
  static void check(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      new ClassicHeader(in, Files.size(file)).walk();
    }
  }

  /** As above, of bytes. */
  static void check(byte[] bytes) throws IOException {
    new ClassicHeader(new ByteArrayInputStream(bytes), bytes.length).walk();
  }

  private void walk() throws IOException {
    byte[] magic = in.readNBytes(HDF5.length);
    if (Arrays.equals(magic, HDF5)) {
      return;
    }
    boolean classic =
        magic.length == HDF5.length && new String(magic, 0, 3, ISO_8859_1).equals("CDF");
    int version = classic ? magic[3] : 0;
    if (version != 1 && version != 2) {
      throw new IOException("it begins neither as NetCDF-3 nor as NetCDF-4 does");
    }
    left -= magic.length;
    long records = ByteBuffer.wrap(magic).getInt(Integer.BYTES);
    List<Long> lengths = new ArrayList<>();
    int count = list(DIMENSIONS);
    for (int i = 0; i < count; i++) {
      skip(padded(length(1)));
      lengths.add((long) length(0));
    }
    attributes();
    count = list(VARIABLES);
    for (int i = 0; i < count; i++) {
      variable(version, records, lengths);
    }
  }

  private void variable(int version, long records, List<Long> lengths) throws IOException {
    skip(padded(length(1)));
    int rank = length(Integer.BYTES);
    if (rank > MOST_DIMENSIONS) {
      throw new IOException("a variable has " + rank + " dimensions");
    }
    double elements = 1;
    for (int d = 0; d < rank; d++) {
      int dimension = integer();
      if (dimension < 0 || dimension >= lengths.size()) {
        throw new IOException("a variable has a dimension that does not exist");
      }
      // a length of 0 marks the dimension of records
      elements *= lengths.get(dimension) == 0 ? Math.max(0, records) : lengths.get(dimension);
    }
    attributes();
    double bytes = elements * TYPE_BYTES[type()];
    integer(); // its size, which overflows in large files
    long begin = version == 1 ? integer() : (long) integer() << 32 | integer() & 0xffffffffL;
    if (begin < 0 || begin + bytes > file) {
      throw new IOException("it ends before the values that its header announces");
    }
  }

  private void attributes() throws IOException {
    int count = list(ATTRIBUTES);
    for (int i = 0; i < count; i++) {
      skip(padded(length(1)));
      int bytes = TYPE_BYTES[type()];
      skip(padded((long) bytes * length(bytes)));
    }
  }

  /** Number of entries of a list that this tag opens; each has at least 8 bytes. */
  private int list(int expected) throws IOException {
    int tag = integer();
    int count = length(8);
    if (tag != expected && (tag != 0 || count != 0)) {
      throw new IOException("the header is damaged (tag " + tag + ")");
    }
    return count;
  }

  private int type() throws IOException {
    int type = integer();
    if (type < 1 || type >= TYPE_BYTES.length) {
      throw new IOException("there is no type " + type);
    }
    return type;
  }

  /** A number of things of which each has at least this many bytes in what follows. */
  private int length(int bytes) throws IOException {
    int length = integer();
    if (length < 0 || (long) length * bytes > left) {
      throw new IOException("a length of " + length + " is more than the file holds");
    }
    return length;
  }

  private int integer() throws IOException {
    left -= Integer.BYTES;
    return in.readInt();
  }

  private void skip(long bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new EOFException("it ends within its header");
    }
    in.skipNBytes(bytes);
  }

  private static long padded(long bytes) {
    return (bytes + 3) / 4 * 4;
  }
}
