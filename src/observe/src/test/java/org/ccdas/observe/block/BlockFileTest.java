package org.ccdas.observe.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.local.ObservedField;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.StartMonths;
import org.ccdas.transport.TransportRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockFileTest {
  private static final LocalDate FIRST = LocalDate.of(2012, 2, 28);

  /** Two cells of three days; exact in binary, so that the golden file is as readable as this. */
  static Block sample(StartMonths starts) {
    double[] values = new double[2 * starts.count() * 3 * 2];
    Arrays.setAll(values, i -> i * 0x1p-40);
    double[] duration = new double[starts.count()];
    Arrays.fill(duration, 0.0625);
    Response response =
        new Response(
            "sample response",
            List.of(new Receptor("BRW", 71.25, -156.5, 11), new Receptor("SPO", -90, 0, 2810)),
            List.of(
                new TransportRegion("north", new LatLonBox(0, 90, -180, 180)),
                new TransportRegion("south", new LatLonBox(-90, 0, -180, 180))),
            starts,
            3,
            duration,
            values);
    // one cell on both sides of the equator
    BlockPlan plan = new BlockPlan(7, List.of(land(11, 0, 250), land(12, -9, -5)));
    SortedMap<String, BlockPart> parts = new TreeMap<>();
    parts.put("co2", Co2Operator.source(response).of(plan));
    parts.put(
        "soilMoisture",
        new ObservedField(
            LocalDate.of(2012, 2, 29),
            new int[] {0, 1},
            new int[] {0, 2},
            new float[][] {{0.25f, Float.NaN}, {0.125f, 0.5f}},
            new float[][] {{0.0625f, Float.NaN}, {0.03125f, 0.0625f}}));
    return new Block(
        7,
        List.of(new BlockCell(11, 0, 20.5, 250, 0x1p40), new BlockCell(12, -9, 20.5, -5, 0x1p41)),
        List.of(
            new BlockTile(0, 1, 0.5, 3), new BlockTile(0, 10, 0.25, 3), new BlockTile(1, 13, 1, 6)),
        FIRST,
        new float[][] {{-1.5f, 0, 3}, {20, 21, 22}},
        new float[][] {{8, 9, 10}, {30, 31, 32}},
        new float[][] {{0, 12.5f, 0}, {1, 2, 3}},
        new float[][] {{100, 110, 120}, {200, 210, 220}},
        new double[] {392.5, 392.5, 392.625},
        parts);
  }

  private static LandCell land(int id, double lat, double elevation) {
    Cell cell = new Cell(id, lat, 20.5, LatLonBox.around(lat, 20.5, 2, 2), 0x1p40, List.of(1));
    return new LandCell(cell, elevation, List.of(new Tile(1, 1, 1)));
  }

  private static Block sample() {
    return sample(new StartMonths.Seasonal());
  }

  static byte[] resource(String name) throws IOException {
    try (InputStream in = BlockFileTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static Block decode(String file, byte[] bytes) {
    return BlockFile.decode(file, bytes, ObservationStreams::format);
  }

  private static void assertSame(Block actual, Block expected) {
    assertThat(actual)
        .usingRecursiveComparison()
        .withEqualsForType(Float::equals, Float.class)
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(expected);
  }

  @Test
  void readsBackWhatWasWritten() {
    assertSame(decode("b.avro", BlockFile.encode(sample())), sample());
    Block dated = sample(new StartMonths.Dated(new MonthAxis(YearMonth.of(2012, 1), 4)));
    assertSame(decode("b.avro", BlockFile.encode(dated)), dated);
  }

  @Test
  void comparisonOfBlocksSeesOneBit() {
    Block other = sample();
    other.shortwave()[1][2] = Math.nextUp(other.shortwave()[1][2]);
    assertThat(other).usingRecursiveComparison().isNotEqualTo(sample());
  }

  @Test
  void sameBlockGivesSameBytes() {
    assertThat(BlockFile.encode(sample())).isEqualTo(BlockFile.encode(sample()));
    Block other = sample();
    other.precipitation()[0][0] = Float.MIN_VALUE;
    assertThat(BlockFile.encode(other)).isNotEqualTo(BlockFile.encode(sample()));
  }

  /** The file was written by version 3 from {@link #sample()}; it must stay readable. */
  @Test
  void readsTheGoldenFileOfVersionThree() throws IOException {
    assertSame(decode("block-v3.avro", resource("block-v3.avro")), sample());
  }

  /** Version 1 had no soil moisture, version 2 no parts of streams. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void refusesTheGoldenFilesOfFormerVersions(int version) throws IOException {
    String name = "block-v" + version + ".avro";
    byte[] old = resource(name);
    assertThatThrownBy(() -> decode(name, old))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "the block has version " + version + ", this program reads version 3");
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    assertThatThrownBy(() -> decode("/blocks/b.avro", withVersion("4")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "/blocks/b.avro, format version: the block has version 4, this program reads version"
                + " 3. Delete it and run again, so that it is prepared anew.");
  }

  @Test
  void refusesAnAvroFileThatIsNoBlock() throws IOException {
    assertThatThrownBy(() -> decode("b.avro", withVersion(null)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("b.avro: the block is not complete")
        .hasMessageContaining("names no format version");
    assertThatThrownBy(() -> decode("b.avro", withVersion("3")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the block is not complete");
  }

  /** An Avro file of nothing but a number, which claims this version. */
  private static byte[] withVersion(String version) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Schema schema = Schema.create(Schema.Type.INT);
    try (DataFileWriter<Integer> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      if (version != null) {
        writer.setMeta("ccdas.block.formatVersion", version);
      }
      writer.create(schema, out);
      writer.append(1);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.5, 0.9, 0.99})
  void refusesATruncatedFile(double share) {
    byte[] bytes = BlockFile.encode(sample());
    byte[] cut = Arrays.copyOf(bytes, (int) (share * bytes.length));
    assertThatThrownBy(() -> decode("/blocks/b.avro", cut))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("/blocks/b.avro: the block is not complete (")
        .hasMessageEndingWith("Delete it and run again, so that it is prepared anew.");
  }

  @Test
  void partsOfUnknownStreamsAndDamagedOnesAreRefused() {
    byte[] unknown = BlockFile.encode(sample().with("seen", sample().parts().get("soilMoisture")));
    assertThatThrownBy(() -> decode("b.avro", unknown))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the block is not complete")
        .hasMessageContaining("'seen'");
    byte[] other =
        BlockFile.encode(sample().with("soilMoisture", ObservedField.daily(3, FIRST, 2)));
    assertThatThrownBy(() -> decode("b.avro", other))
        .as("three cells observed in a block of two")
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the block is not complete");
  }

  @Test
  void damageGivesNoOtherErrorThanInputException() {
    byte[] good = BlockFile.encode(sample());
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        decode("b.avro", bad);
      } catch (InputException e) {
        assertThat(e.file()).isEqualTo("b.avro");
        refused++;
      }
    }
    // the rest changes a number or a comment of the schema; the digest of the manifest sees that
    assertThat(refused).isGreaterThan(60);
  }

  @Test
  void refusesText() {
    byte[] text = "no block".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> decode("b.avro", text)).isInstanceOf(InputException.class);
  }
}
