package org.ccdas.observe.co2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.block.PackedArrays;
import org.ccdas.transport.CellRegions;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.StartMonths;
import org.ccdas.transport.TransportRegion;

/**
 * How the fluxes of a block's cells reach the stations: the part of CO2 in a block. Packed as Avro
 * (schema {@code transport.avsc}).
 *
 * @param response of the stations to the transport regions that the cells touch
 * @param regions for each cell the indices of its regions in the response
 * @param shares for each cell the share of its flux that goes to each of them; they sum to 1
 */
record CellTransport(Response response, List<int[]> regions, List<double[]> shares)
    implements BlockPart {
  private static final Schema SCHEMA = schema();

  /** Checks that the cells find what they name. */
  CellTransport {
    regions = new ArrayList<>(regions);
    shares = new ArrayList<>(shares);
    if (regions.size() != shares.size()) {
      throw new IllegalArgumentException(
          regions.size() + " and " + shares.size() + " cells in the transport");
    }
    for (int cell = 0; cell < regions.size(); cell++) {
      int[] touched = regions.get(cell);
      if (touched.length == 0 || touched.length != shares.get(cell).length) {
        throw new IllegalArgumentException(
            "Cell " + cell + " has " + touched.length + " regions and other shares");
      }
      for (int region : touched) {
        if (region < 0 || region >= response.regions().size()) {
          throw new IllegalArgumentException("Cell " + cell + " is in region " + region);
        }
      }
    }
  }

  private static Schema schema() {
    try (InputStream in = CellTransport.class.getResourceAsStream("transport.avsc")) {
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The part of a block.
   *
   * @param response of all stations to all transport regions; the part keeps what the cells touch
   * @throws org.ccdas.inputs.InputException when a cell touches no transport region
   */
  static CellTransport of(Response response, BlockPlan plan) {
    List<LatLonBox> boxes = plan.cells().stream().map(cell -> cell.cell().box()).toList();
    CellRegions all = CellRegions.of(response.source(), boxes, response.regions());
    int[] touched = all.touched();
    List<int[]> regions = new ArrayList<>();
    List<double[]> shares = new ArrayList<>();
    for (int cell = 0; cell < boxes.size(); cell++) {
      regions.add(
          Arrays.stream(all.regions(cell)).map(r -> Arrays.binarySearch(touched, r)).toArray());
      shares.add(all.shares(cell));
    }
    return new CellTransport(response.restrictedTo(touched), regions, shares);
  }

  @Override
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<GenericRecord>(SCHEMA).write(packed(), encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private GenericRecord packed() {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put(
        "cellRegions", regions.stream().map(r -> Arrays.stream(r).boxed().toList()).toList());
    record.put("cellShares", shares.stream().map(s -> Arrays.stream(s).boxed().toList()).toList());
    record.put("source", response.source());
    List<GenericRecord> receptors = new ArrayList<>();
    for (Receptor receptor : response.receptors()) {
      GenericRecord r = new GenericData.Record(element("receptors"));
      r.put("code", receptor.code());
      r.put("lat", receptor.lat());
      r.put("lon", receptor.lon());
      r.put("elevation", receptor.elevation());
      receptors.add(r);
    }
    record.put("receptors", receptors);
    List<GenericRecord> touched = new ArrayList<>();
    for (TransportRegion region : response.regions()) {
      GenericRecord r = new GenericData.Record(element("regions"));
      r.put("name", region.name());
      r.put("south", region.box().south());
      r.put("north", region.box().north());
      r.put("west", region.box().west());
      r.put("east", region.box().east());
      touched.add(r);
    }
    record.put("regions", touched);
    record.put(
        "firstStart",
        response.starts() instanceof StartMonths.Dated dated
            ? dated.months().first().toString()
            : null);
    record.put("starts", response.starts().count());
    record.put("lags", response.lags());
    double[] duration = new double[response.starts().count()];
    Arrays.setAll(duration, response::duration);
    record.put("duration", Arrays.stream(duration).boxed().toList());
    record.put("values", PackedArrays.doubles(response.values()));
    return record;
  }

  private static Schema element(String field) {
    return SCHEMA.getField(field).schema().getElementType();
  }

  /** The part of these bytes; see {@link BlockPart.Format}. */
  static CellTransport decode(byte[] bytes, int cells) {
    GenericRecord record;
    try {
      record =
          new GenericDatumReader<GenericRecord>(SCHEMA)
              .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<int[]> regions =
        list(record, "cellRegions").stream()
            .map(cell -> ((List<?>) cell).stream().mapToInt(v -> (Integer) v).toArray())
            .toList();
    List<double[]> shares =
        list(record, "cellShares").stream()
            .map(cell -> ((List<?>) cell).stream().mapToDouble(v -> (Double) v).toArray())
            .toList();
    if (regions.size() != cells) {
      throw new IllegalArgumentException("Transport of " + regions.size() + " cells for " + cells);
    }
    return new CellTransport(response(record), regions, shares);
  }

  private static Response response(GenericRecord record) {
    List<Receptor> receptors = new ArrayList<>();
    for (Object entry : list(record, "receptors")) {
      GenericRecord r = (GenericRecord) entry;
      receptors.add(
          new Receptor(
              r.get("code").toString(),
              (double) r.get("lat"),
              (double) r.get("lon"),
              (double) r.get("elevation")));
    }
    List<TransportRegion> touched = new ArrayList<>();
    for (Object entry : list(record, "regions")) {
      GenericRecord r = (GenericRecord) entry;
      touched.add(
          new TransportRegion(
              r.get("name").toString(),
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
                new MonthAxis(YearMonth.parse(record.get("firstStart").toString()), count));
    int lags = (int) record.get("lags");
    double[] duration = list(record, "duration").stream().mapToDouble(v -> (Double) v).toArray();
    double[] values =
        PackedArrays.doubles(
            (ByteBuffer) record.get("values"), receptors.size() * count * lags * touched.size());
    return new Response(
        record.get("source").toString(), receptors, touched, starts, lags, duration, values);
  }

  private static List<?> list(GenericRecord record, String field) {
    return (List<?>) record.get(field);
  }

  @Override
  public long size() {
    return (long) Double.BYTES
        * response.receptors().size()
        * response.starts().count()
        * response.lags()
        * response.regions().size();
  }
}
