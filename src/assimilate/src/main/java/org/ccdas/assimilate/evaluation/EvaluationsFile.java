package org.ccdas.assimilate.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.block.PackedArrays;
import org.ccdas.observe.normal.GroupRecord;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.stream.StreamValue;

/**
 * The results of one evaluation as a small Avro container (schema {@code evaluation.avsc}), written
 * by the pipeline and read by the driver. Numbers keep all their bits, NaN and infinities included.
 */
public final class EvaluationsFile {
  private static final int FORMAT_VERSION = 4;
  private static final String VERSION_KEY = "ccdas.evaluations.formatVersion";
  private static final String COUNT_KEY = "ccdas.evaluations.count";
  private static final int SYNC_BYTES = 16;
  private static final Schema SCHEMA = schema();
  private static final Schema STREAM = SCHEMA.getField("streams").schema().getElementType();

  private EvaluationsFile() {}

  private static Schema schema() {
    try (InputStream in = EvaluationsFile.class.getResourceAsStream("evaluation.avsc")) {
      Schema.Parser parser = new Schema.Parser();
      parser.addTypes(Map.of(GroupRecord.SCHEMA.getFullName(), GroupRecord.SCHEMA));
      return parser.parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of the file; evaluations in the order of their ids. */
  public static byte[] encode(List<Evaluation> evaluations) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(SCHEMA))) {
      writer.setMeta(VERSION_KEY, FORMAT_VERSION);
      writer.setMeta(COUNT_KEY, evaluations.size());
      // a fixed marker between sections: the same evaluations must give the same bytes
      writer.create(SCHEMA, out, new byte[SYNC_BYTES]);
      for (Evaluation evaluation :
          evaluations.stream().sorted(Comparator.comparingInt(Evaluation::id)).toList()) {
        writer.append(record(evaluation));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static GenericRecord record(Evaluation evaluation) {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("id", evaluation.id());
    record.put("x", PackedArrays.doubles(evaluation.x()));
    record.put("prior", PackedArrays.same(evaluation.prior()));
    List<GenericRecord> streams = new ArrayList<>();
    evaluation
        .streams()
        .forEach(
            (name, value) -> {
              GenericRecord stream = new GenericData.Record(STREAM);
              stream.put("name", name);
              stream.put("cost", PackedArrays.same(value.cost()));
              stream.put("modelled", PackedArrays.doubles(value.modelled()));
              streams.add(stream);
            });
    record.put("streams", streams);
    record.put(
        "gradient",
        evaluation.gradient() == null ? null : PackedArrays.doubles(evaluation.gradient()));
    record.put(
        "groups",
        evaluation.normal() == null
            ? null
            : evaluation.normal().groups().stream().map(GroupRecord::of).toList());
    return record;
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @throws InputException when it is damaged or of another version
   */
  public static List<Evaluation> decode(String file, byte[] bytes) {
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(
            new SeekableByteArrayInput(bytes), new GenericDatumReader<GenericRecord>())) {
      String version = reader.getMetaString(VERSION_KEY);
      if (version != null && !version.equals(Integer.toString(FORMAT_VERSION))) {
        throw new InputException(
            file,
            "format version",
            "the file of evaluations has version "
                + version
                + ", this program reads version "
                + FORMAT_VERSION,
            "Let driver and workers run the same program");
      }
      List<Evaluation> evaluations = new ArrayList<>();
      while (reader.hasNext()) {
        evaluations.add(evaluation(reader.next()));
      }
      if (version == null || evaluations.size() != reader.getMetaLong(COUNT_KEY)) {
        throw new IllegalArgumentException("it ends after " + evaluations.size());
      }
      return evaluations;
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // whatever the reader or a record's check says of damaged bytes
      throw new InputException(
          file,
          "",
          "the file of evaluations is not complete (" + e + ")",
          "Run again with --resume",
          e);
    }
  }

  private static Evaluation evaluation(GenericRecord record) {
    Map<String, StreamValue> streams = new LinkedHashMap<>();
    for (Object entry : (List<?>) record.get("streams")) {
      GenericRecord stream = (GenericRecord) entry;
      streams.put(
          stream.get("name").toString(),
          new StreamValue((double) stream.get("cost"), doubles(stream.get("modelled"))));
    }
    double[] gradient = record.get("gradient") == null ? null : doubles(record.get("gradient"));
    NormalSystem normal = null;
    if (record.get("groups") != null) {
      List<GroupSystem> groups = new ArrayList<>();
      for (Object group : (List<?>) record.get("groups")) {
        groups.add(GroupRecord.system((GenericRecord) group, gradient.length));
      }
      normal = new NormalSystem(gradient.length, groups);
    }
    return new Evaluation(
        (int) record.get("id"),
        doubles(record.get("x")),
        (double) record.get("prior"),
        streams,
        gradient,
        normal);
  }

  private static double[] doubles(Object packed) {
    ByteBuffer bytes = (ByteBuffer) packed;
    return PackedArrays.doubles(bytes, bytes.remaining() / Double.BYTES);
  }
}
