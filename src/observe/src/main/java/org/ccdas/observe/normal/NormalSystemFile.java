package org.ccdas.observe.normal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericRecord;
import org.ccdas.observe.block.AvroFile;
import org.ccdas.observe.block.PackedArrays;

/**
 * A {@link NormalSystem} as a file: an Avro container with a record a group (schema {@code
 * group.avsc}), format version, numbers of parameters and groups, and the point in its metadata.
 * Numbers keep all their bits; the same system gives the same bytes.
 */
public final class NormalSystemFile {
  /** Version of the format; a file of another version is refused. */
  public static final int FORMAT_VERSION = 2;

  private static final AvroFile FILE =
      new AvroFile(
          "the normal system",
          GroupRecord.SCHEMA,
          "ccdas.normal",
          FORMAT_VERSION,
          "Read it with the program that wrote it, or run again",
          "Delete it and run again with --resume");
  private static final String PARAMETERS_KEY = FILE.key("parameters");
  private static final String GROUPS_KEY = FILE.key("groups");
  private static final String POINT_KEY = FILE.key("x");

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
    return FILE.encode(
        writer -> {
          writer.setMeta(PARAMETERS_KEY, system.parameters());
          writer.setMeta(GROUPS_KEY, system.groups().size());
          writer.setMeta(POINT_KEY, PackedArrays.doubles(x).array());
        },
        system.groups().stream().map(GroupRecord::of).toList());
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @throws org.ccdas.inputs.InputException when it is truncated, no normal system, or of another
   *     version
   */
  public static NormalSystem decode(String file, byte[] bytes) {
    return FILE.decode(file, bytes, NormalSystemFile::system);
  }

  /**
   * Reads the control vector at which the system in a file was made; empty where it is not told.
   *
   * @param file its name, for errors
   * @throws org.ccdas.inputs.InputException when it is truncated, no normal system, or of another
   *     version
   */
  public static double[] point(String file, byte[] bytes) {
    return FILE.decode(
        file,
        bytes,
        reader -> {
          ByteBuffer x = ByteBuffer.wrap(reader.getMeta(POINT_KEY));
          return PackedArrays.doubles(x, x.remaining() / Double.BYTES);
        });
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
}
