package org.ccdas.observe.normal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.ccdas.inputs.InputException;

/**
 * A {@link NormalSystem} as a file: an Avro container with a record a group (schema {@code
 * group.avsc}), format version, numbers of parameters and groups, and the point in its metadata.
 * Numbers keep all their bits; the same system gives the same bytes.
 */
public final class NormalSystemFile {
  /** Version of the format; a file of another version is refused. */
  public static final int FORMAT_VERSION = 1;

  private static final String VERSION_KEY = "ccdas.normal.formatVersion";
  private static final String PARAMETERS_KEY = "ccdas.normal.parameters";
  private static final String GROUPS_KEY = "ccdas.normal.groups";
  private static final String POINT_KEY = "ccdas.normal.x";
  private static final int SYNC_BYTES = 16;
  private static final Schema SCHEMA = schema();

  private NormalSystemFile() {}

  private static Schema schema() {
    try (InputStream in = NormalSystemFile.class.getResourceAsStream("group.avsc")) {
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of the file. */
  public static byte[] encode(NormalSystem system) {
    return encode(system, new double[0]);
  }

  /**
   * The bytes of the file.
   *
   * @param x control vector at which the system was made; empty where it is not told
   */
  public static byte[] encode(NormalSystem system, double[] x) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(SCHEMA))) {
      writer.setMeta(VERSION_KEY, FORMAT_VERSION);
      writer.setMeta(PARAMETERS_KEY, system.parameters());
      writer.setMeta(GROUPS_KEY, system.groups().size());
      writer.setMeta(POINT_KEY, bytes(x).array());
      // a fixed marker between sections: the same system must give the same bytes
      writer.create(SCHEMA, out, new byte[SYNC_BYTES]);
      for (GroupSystem group : system.groups()) {
        writer.append(record(group));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static GenericRecord record(GroupSystem system) {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("stream", system.group().stream().key());
    record.put("place", system.group().place());
    record.put("year", system.group().year());
    record.put("cost", system.cost());
    record.put("gradient", bytes(system.gradient()));
    record.put("hessian", bytes(system.hessian()));
    return record;
  }

  private static ByteBuffer bytes(double[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return bytes;
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @throws InputException when it is truncated, no normal system, or of another version
   */
  public static NormalSystem decode(String file, byte[] bytes) {
    return read(file, bytes, NormalSystemFile::system);
  }

  /**
   * Reads the control vector at which the system in a file was made; empty where it is not told.
   *
   * @param file its name, for errors
   * @throws InputException when it is truncated, no normal system, or of another version
   */
  public static double[] point(String file, byte[] bytes) {
    return read(
        file,
        bytes,
        reader -> {
          ByteBuffer x = ByteBuffer.wrap(reader.getMeta(POINT_KEY));
          return doubles(POINT_KEY, x, x.remaining() / Double.BYTES);
        });
  }

  private interface Content<T> {
    T of(DataFileReader<GenericRecord> reader) throws IOException;
  }

  private static <T> T read(String file, byte[] bytes, Content<T> content) {
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(
            new SeekableByteArrayInput(bytes), new GenericDatumReader<GenericRecord>(SCHEMA))) {
      requireVersion(file, reader.getMetaString(VERSION_KEY));
      return content.of(reader);
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // whatever the reader or a record's check says of damaged bytes
      throw new InputException(
          file,
          "",
          "this is no complete normal system (" + e + ")",
          "Delete it and run again with --resume",
          e);
    }
  }

  private static NormalSystem system(DataFileReader<GenericRecord> reader) throws IOException {
    int parameters = Integer.parseInt(reader.getMetaString(PARAMETERS_KEY));
    List<GroupSystem> groups = new ArrayList<>();
    while (reader.hasNext()) {
      groups.add(group(reader.next(), parameters));
    }
    if (groups.size() != Integer.parseInt(reader.getMetaString(GROUPS_KEY))) {
      throw new IllegalArgumentException("it ends after " + groups.size() + " groups");
    }
    return new NormalSystem(parameters, groups);
  }

  private static void requireVersion(String file, String version) {
    if (version != null && !version.equals(Integer.toString(FORMAT_VERSION))) {
      throw new InputException(
          file,
          "format version",
          "the normal system has version "
              + version
              + ", this program reads version "
              + FORMAT_VERSION,
          "Read it with the program that wrote it, or run again");
    }
    if (version == null) {
      throw new IllegalArgumentException("it names no format version");
    }
  }

  private static GroupSystem group(GenericRecord record, int parameters) {
    ObservationGroup group =
        new ObservationGroup(
            Stream.of(record.get("stream").toString()),
            record.get("place").toString(),
            (int) record.get("year"));
    return new GroupSystem(
        group,
        (double) record.get("cost"),
        doubles("gradient", (ByteBuffer) record.get("gradient"), parameters),
        doubles("hessian", (ByteBuffer) record.get("hessian"), LowerTriangle.length(parameters)));
  }

  private static double[] doubles(String field, ByteBuffer bytes, int length) {
    if (bytes.remaining() != length * Double.BYTES) {
      throw new IllegalArgumentException(
          field + " has " + bytes.remaining() + " bytes instead of " + length * Double.BYTES);
    }
    double[] values = new double[length];
    bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
    return values;
  }
}
