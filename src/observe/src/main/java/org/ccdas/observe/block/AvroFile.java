package org.ccdas.observe.block;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.ccdas.inputs.InputException;

/**
 * Records as an Avro container with the format version in its metadata. The same content gives the
 * same bytes.
 *
 * @param what what the file holds, for errors
 * @param schema of the records
 * @param keys what the keys of the metadata begin with
 * @param version the version that this program writes and reads
 * @param onVersion remedy when the file has another version
 * @param onDamage remedy when the file is damaged
 */
public record AvroFile(
    String what, Schema schema, String keys, int version, String onVersion, String onDamage) {
  private static final int SYNC_BYTES = 16;

  /**
   * Takes the content of an open file.
   *
   * @param <T> what it becomes
   */
  @FunctionalInterface
  public interface Content<T> {
    /** The content; whatever this throws says that the file is damaged. */
    T of(DataFileReader<GenericRecord> reader) throws IOException;
  }

  /**
   * A schema in the resources.
   *
   * @param owner class beside which it stands
   * @param known schemas that it names
   */
  public static Schema schema(Class<?> owner, String resource, Schema... known) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      Schema.Parser parser = new Schema.Parser();
      Arrays.stream(known).forEach(schema -> parser.addTypes(Map.of(schema.getFullName(), schema)));
      return parser.parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of an entry of the metadata. */
  public String key(String name) {
    return keys + "." + name;
  }

  private String versionKey() {
    return key("formatVersion");
  }

  /**
   * The bytes of the file.
   *
   * @param metadata sets further entries of the metadata, and the compression
   */
  public byte[] encode(
      Consumer<DataFileWriter<GenericRecord>> metadata, List<GenericRecord> records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.setMeta(versionKey(), version);
      metadata.accept(writer);
      // a fixed marker between sections: the same content must give the same bytes
      writer.create(schema, out, new byte[SYNC_BYTES]);
      for (GenericRecord record : records) {
        writer.append(record);
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
   * @throws InputException when it is damaged or of another version
   */
  public <T> T decode(String file, byte[] bytes, Content<T> content) {
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(
            new SeekableByteArrayInput(bytes), new GenericDatumReader<GenericRecord>(schema))) {
      String found = reader.getMetaString(versionKey());
      if (found == null) {
        throw new IllegalArgumentException("it names no format version");
      }
      if (!found.equals(Integer.toString(version))) {
        throw new InputException(
            file,
            "format version",
            what + " has version " + found + ", this program reads version " + version,
            onVersion);
      }
      return content.of(reader);
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // whatever the reader or a record's check says of damaged bytes
      throw new InputException(file, "", what + " is not complete (" + e + ")", onDamage, e);
    }
  }
}
