package org.ccdas.inputs.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccdas.inputs.netcdf.ClassicHeader.Entry;

/**
 * NetCDF-3: classic, with 64-bit offsets, and with 64-bit data (CDF-5), which NetCDF-Java lacks.
 */
final class ClassicFile implements StoredFile {
  /** Most bytes that are read from disk at once. */
  private static final int PIECE = 1 << 24;

  private final ClassicBytes bytes;
  private final Map<String, FileAttribute> attributes = new LinkedHashMap<>();
  private final Map<String, Entry> entries;

  private ClassicFile(ClassicBytes bytes) throws IOException {
    this.bytes = bytes;
    this.entries = ClassicHeader.read(bytes, attributes);
  }

  /** Reads the header; the bytes are closed with the file, or at once when it is damaged. */
  static ClassicFile of(ClassicBytes bytes) throws IOException {
    try {
      return new ClassicFile(bytes);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  @Override
  public List<String> variableNames() {
    return entries.keySet().stream().sorted().toList();
  }

  @Override
  public Optional<StoredField> find(String name) {
    return Optional.ofNullable(entries.get(name)).map(Field::new);
  }

  @Override
  public Optional<FileAttribute> attribute(String name) {
    return named(attributes, name);
  }

  /** An attribute by its name, or else by its name in other letters. */
  static Optional<FileAttribute> named(Map<String, FileAttribute> attributes, String name) {
    FileAttribute exact = attributes.get(name);
    return exact != null
        ? Optional.of(exact)
        : attributes.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private final class Field implements StoredField {
    private final Entry entry;

    Field(Entry entry) {
      this.entry = entry;
    }

    @Override
    public String name() {
      return entry.name();
    }

    @Override
    public int[] shape() {
      return entry.shape().clone();
    }

    @Override
    public List<String> dimensions() {
      return entry.dimensions();
    }

    @Override
    public NumberType type() {
      return entry.type().signedAs(attribute("_Unsigned"));
    }

    @Override
    public Optional<FileAttribute> attribute(String name) {
      return named(entry.attributes(), name);
    }

    @Override
    public Object read(int[] origin, int[] shape) throws IOException {
      int elements = 1;
      for (int length : shape) {
        elements = Math.multiplyExact(elements, length);
      }
      NumberType type = entry.type();
      Object values =
          switch (type.bytes()) {
            case 1 -> new byte[elements];
            case 2 -> new short[elements];
            case 4 -> type.isFloating() ? new float[elements] : new int[elements];
            default -> type.isFloating() ? new double[elements] : new long[elements];
          };
      if (elements == 0) {
        return values;
      }
      // a run of elements that lie one after the other: the last dimensions that are whole
      int[] whole = entry.shape();
      int inner = shape.length;
      int run = 1;
      while (inner > 0 && (inner > 1 || entry.recordBytes() == 0)) {
        inner--;
        run *= shape[inner];
        if (shape[inner] != whole[inner]) {
          break;
        }
      }
      int[] index = origin.clone();
      for (int at = 0; at < elements; at += run) {
        read(offset(index), values, at, run);
        for (int d = inner - 1; d >= 0 && ++index[d] == origin[d] + shape[d]; d--) {
          index[d] = origin[d];
        }
      }
      return values;
    }

    /** Where an element is in the file. */
    private long offset(int[] index) {
      long element = 0;
      boolean records = entry.recordBytes() > 0;
      for (int d = records ? 1 : 0; d < index.length; d++) {
        element = element * entry.shape()[d] + index[d];
      }
      return entry.begin()
          + element * entry.type().bytes()
          + (records ? index[0] * entry.recordBytes() : 0);
    }

    private void read(long offset, Object values, int at, int count) throws IOException {
      int width = entry.type().bytes();
      int most = PIECE / width;
      for (int done = 0; done < count; done += most) {
        int piece = Math.min(most, count - done);
        ByteBuffer from = bytes.at(offset + (long) done * width, piece * width);
        int to = at + done;
        if (values instanceof byte[] b) {
          from.get(b, to, piece);
        } else if (values instanceof short[] s) {
          from.asShortBuffer().get(s, to, piece);
        } else if (values instanceof int[] i) {
          from.asIntBuffer().get(i, to, piece);
        } else if (values instanceof long[] l) {
          from.asLongBuffer().get(l, to, piece);
        } else if (values instanceof float[] f) {
          from.asFloatBuffer().get(f, to, piece);
        } else {
          from.asDoubleBuffer().get((double[]) values, to, piece);
        }
      }
    }

    @Override
    public List<String> texts() throws IOException {
      int[] shape = shape();
      byte[] characters = (byte[]) read(new int[shape.length], shape);
      int length = shape.length == 0 ? 1 : shape[shape.length - 1];
      List<String> texts = new ArrayList<>();
      for (int i = 0; length > 0 && i < characters.length; i += length) {
        int end = i;
        while (end < i + length && characters[end] != 0) {
          end++;
        }
        texts.add(FileAttribute.decode(java.util.Arrays.copyOfRange(characters, i, end)));
      }
      return texts.stream().map(String::stripTrailing).toList();
    }
  }
}
