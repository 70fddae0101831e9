package org.ccdas.assimilate.evaluation;

import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.StartMonths;
import org.ccdas.transport.TransportRegion;

/** The transport response within a block file. */
final class ResponseRecord {
  private ResponseRecord() {}

  /**
   * The record of a response.
   *
   * @param schema of the field
   */
  static GenericRecord of(Response response, Schema schema) {
    GenericRecord record = new GenericData.Record(schema);
    record.put("source", response.source());
    List<GenericRecord> receptors = new ArrayList<>();
    for (Receptor receptor : response.receptors()) {
      GenericRecord r =
          new GenericData.Record(schema.getField("receptors").schema().getElementType());
      r.put("code", receptor.code());
      r.put("lat", receptor.lat());
      r.put("lon", receptor.lon());
      r.put("elevation", receptor.elevation());
      receptors.add(r);
    }
    record.put("receptors", receptors);
    List<GenericRecord> regions = new ArrayList<>();
    for (TransportRegion region : response.regions()) {
      GenericRecord r =
          new GenericData.Record(schema.getField("regions").schema().getElementType());
      r.put("name", region.name());
      r.put("south", region.box().south());
      r.put("north", region.box().north());
      r.put("west", region.box().west());
      r.put("east", region.box().east());
      regions.add(r);
    }
    record.put("regions", regions);
    record.put(
        "firstStart",
        response.starts() instanceof StartMonths.Dated dated
            ? dated.months().first().toString()
            : null);
    record.put("starts", response.starts().count());
    record.put("lags", response.lags());
    double[] duration = new double[response.starts().count()];
    for (int start = 0; start < duration.length; start++) {
      duration[start] = response.duration(start);
    }
    record.put("duration", Arrays.stream(duration).boxed().toList());
    record.put("values", PackedArrays.doubles(response.values()));
    return record;
  }

  /** The response of a record. */
  static Response response(GenericRecord record) {
    List<Receptor> receptors = new ArrayList<>();
    for (GenericRecord r : BlockFile.records(record, "receptors")) {
      receptors.add(
          new Receptor(
              BlockFile.text(r, "code"),
              (double) r.get("lat"),
              (double) r.get("lon"),
              (double) r.get("elevation")));
    }
    List<TransportRegion> regions = new ArrayList<>();
    for (GenericRecord r : BlockFile.records(record, "regions")) {
      regions.add(
          new TransportRegion(
              BlockFile.text(r, "name"),
              new LatLonBox(
                  (double) r.get("south"),
                  (double) r.get("north"),
                  (double) r.get("west"),
                  (double) r.get("east"))));
    }
    int count = (int) record.get("starts");
    StartMonths starts =
        record.get("firstStart") == null
            ? new StartMonths.Seasonal()
            : new StartMonths.Dated(
                new MonthAxis(YearMonth.parse(BlockFile.text(record, "firstStart")), count));
    int lags = (int) record.get("lags");
    double[] duration =
        BlockFile.list(record, "duration").stream().mapToDouble(v -> (Double) v).toArray();
    double[] values =
        PackedArrays.doubles(
            (ByteBuffer) record.get("values"), receptors.size() * count * lags * regions.size());
    return new Response(
        BlockFile.text(record, "source"), receptors, regions, starts, lags, duration, values);
  }
}
