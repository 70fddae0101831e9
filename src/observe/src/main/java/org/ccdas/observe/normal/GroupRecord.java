package org.ccdas.observe.normal;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.ccdas.observe.block.AvroFile;
import org.ccdas.observe.block.PackedArrays;

/** A {@link GroupSystem} as an Avro record, in whatever file it stands. Numbers keep all bits. */
public final class GroupRecord {
  /** Schema of the record, {@code group.avsc}. */
  public static final Schema SCHEMA = AvroFile.schema(GroupRecord.class, "group.avsc");

  private GroupRecord() {}

  /** The record of a system. */
  public static GenericRecord of(GroupSystem system) {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("stream", system.group().stream());
    record.put("place", system.group().place());
    record.put("year", system.group().year());
    record.put("cost", PackedArrays.same(system.cost()));
    record.put("gradient", PackedArrays.doubles(system.gradient()));
    record.put("hessian", PackedArrays.doubles(system.hessian()));
    return record;
  }

  /**
   * The system of a record.
   *
   * @param parameters n, number of parameters
   * @throws IllegalArgumentException when the record is of another number of parameters
   */
  public static GroupSystem system(GenericRecord record, int parameters) {
    ObservationGroup group =
        new ObservationGroup(
            record.get("stream").toString(),
            record.get("place").toString(),
            (int) record.get("year"));
    return new GroupSystem(
        group,
        (double) record.get("cost"),
        PackedArrays.doubles((ByteBuffer) record.get("gradient"), parameters),
        PackedArrays.doubles((ByteBuffer) record.get("hessian"), LowerTriangle.length(parameters)));
  }
}
