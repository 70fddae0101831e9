package org.ccdas.assimilate.evaluation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.ccdas.observe.block.AvroFile;
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
  private static final Schema SCHEMA =
      AvroFile.schema(EvaluationsFile.class, "evaluation.avsc", GroupRecord.SCHEMA);
  private static final Schema STREAM = SCHEMA.getField("streams").schema().getElementType();
  private static final AvroFile FILE =
      new AvroFile(
          "the file of evaluations",
          SCHEMA,
          "ccdas.evaluations",
          FORMAT_VERSION,
          "Let driver and workers run the same program",
          "Run again with --resume");
  private static final String COUNT_KEY = FILE.key("count");

  private EvaluationsFile() {}

  /** The bytes of the file; evaluations in the order of their ids. */
  public static byte[] encode(List<Evaluation> evaluations) {
    return FILE.encode(
        writer -> writer.setMeta(COUNT_KEY, evaluations.size()),
        evaluations.stream()
            .sorted(Comparator.comparingInt(Evaluation::id))
            .map(EvaluationsFile::record)
            .toList());
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
   * @throws org.ccdas.inputs.InputException when it is damaged or of another version
   */
  public static List<Evaluation> decode(String file, byte[] bytes) {
    return FILE.decode(
        file,
        bytes,
        reader -> {
          List<Evaluation> evaluations = new ArrayList<>();
          while (reader.hasNext()) {
            evaluations.add(evaluation(reader.next()));
          }
          if (evaluations.size() != reader.getMetaLong(COUNT_KEY)) {
            throw new IllegalArgumentException("it ends after " + evaluations.size());
          }
          return evaluations;
        });
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
