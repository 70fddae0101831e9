package org.ccdas.observe.normal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.block.PackedArrays;

/**
 * A {@link NormalSystem} as a file: an Avro container with a record a group (schema {@code
 * group.avsc}), format version, numbers of parameters and groups, and the point in its metadata.
 * Numbers keep all their bits; the same system gives the same bytes.
 */
public final class NormalSystemFile {
  /** Version of the format; a file of another version is refused. */
  public static final int FORMAT_VERSION = 2;

  private static final String VERSION_KEY = "ccdas.normal.formatVersion";
  private static final String PARAMETERS_KEY = "ccdas.normal.parameters";
  private static final String GROUPS_KEY = "ccdas.normal.groups";
  private static final String POINT_KEY = "ccdas.normal.x";
  private static final int SYNC_BYTES = 16;

  private NormalSystemFile() {}

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
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(GroupRecord.SCHEMA))) {
      writer.setMeta(VERSION_KEY, FORMAT_VERSION);
      writer.setMeta(PARAMETERS_KEY, system.parameters());
      writer.setMeta(GROUPS_KEY, system.groups().size());
      writer.setMeta(POINT_KEY, PackedArrays.doubles(x).array());
      // a fixed marker between sections: the same system must give the same bytes
      writer.create(GroupRecord.SCHEMA, out, new byte[SYNC_BYTES]);
      for (GroupSystem group : system.groups()) {
        writer.append(GroupRecord.of(group));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
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
          return PackedArrays.doubles(x, x.remaining() / Double.BYTES);
        });
  }

  private interface Content<T> {
    T of(DataFileReader<GenericRecord> reader) throws IOException;
  }

  private static <T> T read(String file, byte[] bytes, Content<T> content) {
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(
            new SeekableByteArrayInput(bytes),
            new GenericDatumReader<GenericRecord>(GroupRecord.SCHEMA))) {
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
      groups.add(GroupRecord.system(reader.next(), parameters));
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
}
