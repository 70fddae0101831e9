package org.ccdas.observe.block;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * The block file: an Avro container of one record (schema {@code block.avsc}), its format version
 * in the container's metadata. The same block gives the same bytes.
 */
public final class BlockFile {
  /** Version of the format; a file of another version is refused. */
  public static final int FORMAT_VERSION = 3;

  private static final String AGAIN = "Delete it and run again, so that it is prepared anew";
  private static final Schema SCHEMA = AvroFile.schema(BlockFile.class, "block.avsc");
  private static final AvroFile FILE =
      new AvroFile("the block", SCHEMA, "ccdas.block", FORMAT_VERSION, AGAIN, AGAIN);

  private BlockFile() {}

  /** The bytes of the file. */
  public static byte[] encode(Block block) {
    return FILE.encode(
        writer -> writer.setCodec(CodecFactory.deflateCodec(1)), List.of(record(block)));
  }

  private static GenericRecord record(Block block) {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("index", block.index());
    record.put("forcingStart", block.forcingStart().toString());
    record.put("days", block.days());
    record.put("cells", block.cells().stream().map(BlockFile::cell).toList());
    record.put("tiles", block.tiles().stream().map(BlockFile::tile).toList());
    record.put("minimumTemperature", PackedArrays.floats(block.minimumTemperature(), block.days()));
    record.put("maximumTemperature", PackedArrays.floats(block.maximumTemperature(), block.days()));
    record.put("precipitation", PackedArrays.floats(block.precipitation(), block.days()));
    record.put("shortwave", PackedArrays.floats(block.shortwave(), block.days()));
    record.put("co2", PackedArrays.doubles(block.co2()));
    Map<String, ByteBuffer> parts = new TreeMap<>();
    block.parts().forEach((stream, part) -> parts.put(stream, ByteBuffer.wrap(part.encode())));
    record.put("parts", parts);
    return record;
  }

  private static GenericRecord cell(BlockCell cell) {
    GenericRecord record = new GenericData.Record(items("cells"));
    record.put("id", cell.id());
    record.put("lat", cell.lat());
    record.put("lon", cell.lon());
    record.put("elevation", cell.elevation());
    record.put("area", cell.area());
    return record;
  }

  private static GenericRecord tile(BlockTile tile) {
    GenericRecord record = new GenericData.Record(items("tiles"));
    record.put("cell", tile.cell());
    record.put("pft", tile.pft());
    record.put("fraction", tile.fraction());
    record.put("texture", tile.texture());
    return record;
  }

  private static Schema items(String field) {
    return SCHEMA.getField(field).schema().getElementType();
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @param formats of the parts, by name of their stream
   * @throws org.ccdas.inputs.InputException when it is truncated, no block file, or of another
   *     version
   */
  public static Block decode(
      String file, byte[] bytes, Function<String, BlockPart.Format> formats) {
    return FILE.decode(file, bytes, reader -> block(reader.next(), formats));
  }

  private static Block block(GenericRecord record, Function<String, BlockPart.Format> formats) {
    int days = (int) record.get("days");
    List<BlockCell> cells = new ArrayList<>();
    for (GenericRecord cell : records(record, "cells")) {
      cells.add(
          new BlockCell(
              (int) cell.get("id"),
              (double) cell.get("lat"),
              (double) cell.get("lon"),
              (double) cell.get("elevation"),
              (double) cell.get("area")));
    }
    List<BlockTile> tiles = new ArrayList<>();
    for (GenericRecord tile : records(record, "tiles")) {
      tiles.add(
          new BlockTile(
              (int) tile.get("cell"),
              (int) tile.get("pft"),
              (double) tile.get("fraction"),
              (int) tile.get("texture")));
    }
    return new Block(
        (int) record.get("index"),
        cells,
        tiles,
        LocalDate.parse(text(record, "forcingStart")),
        floats(record, "minimumTemperature", cells.size(), days),
        floats(record, "maximumTemperature", cells.size(), days),
        floats(record, "precipitation", cells.size(), days),
        floats(record, "shortwave", cells.size(), days),
        PackedArrays.doubles((ByteBuffer) record.get("co2"), days),
        parts(record, cells.size(), formats));
  }

  private static SortedMap<String, BlockPart> parts(
      GenericRecord record, int cells, Function<String, BlockPart.Format> formats) {
    SortedMap<String, BlockPart> parts = new TreeMap<>();
    ((Map<?, ?>) record.get("parts"))
        .forEach(
            (name, packed) -> {
              ByteBuffer buffer = ((ByteBuffer) packed).duplicate();
              byte[] bytes = new byte[buffer.remaining()];
              buffer.get(bytes);
              String stream = name.toString();
              parts.put(stream, formats.apply(stream).decode(bytes, cells));
            });
    return parts;
  }

  private static float[][] floats(GenericRecord record, String field, int rows, int columns) {
    return PackedArrays.floats((ByteBuffer) record.get(field), rows, columns);
  }

  private static List<GenericRecord> records(GenericRecord record, String field) {
    return ((List<?>) record.get(field)).stream().map(GenericRecord.class::cast).toList();
  }

  private static String text(GenericRecord record, String field) {
    return record.get(field).toString();
  }
}
