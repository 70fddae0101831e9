package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.ObservationGroup;
import org.ccdas.observe.stream.StreamValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationsFileTest {
  /** What a failed trial step may give beside a good one. */
  static List<Evaluation> sample() {
    return List.of(
        new Evaluation(
            3,
            new double[] {0.25, -3},
            0.1,
            streams(Math.PI, 0.3, 390.25, 1e-300, Double.MAX_VALUE),
            new double[] {-0.0, Double.MIN_VALUE},
            new NormalSystem(
                2,
                List.of(
                    new GroupSystem(
                        new ObservationGroup("co2", "MLO", 0),
                        Math.PI,
                        new double[] {-0.0, 1.0 / 3},
                        new double[] {1.0 / 3, Double.NaN, -2})))),
        new Evaluation(
            4,
            new double[] {-0.0, 1e-300},
            0.5,
            Map.of(),
            new double[] {1, 2},
            new NormalSystem(2, List.of())),
        new Evaluation(
            5,
            new double[] {4, -4},
            Double.NaN,
            streams(Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY, Double.NaN),
            null,
            null));
  }

  /** In another order than that of the alphabet. */
  private static Map<String, StreamValue> streams(
      double co2, double moisture, double... concentrations) {
    Map<String, StreamValue> streams = new LinkedHashMap<>();
    streams.put("soilMoisture", new StreamValue(moisture, new double[] {moisture}));
    streams.put("co2", new StreamValue(co2, concentrations));
    return streams;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = EvaluationsFileTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static void assertSame(List<Evaluation> actual, List<Evaluation> expected) {
    // equality is by bit: NaN equals NaN, and -0 does not equal 0
    assertThat(actual).isEqualTo(expected);
    assertThat(actual.get(0).streams().keySet()).containsExactly("soilMoisture", "co2");
  }

  @Test
  void readsBackWhatWasWrittenInTheOrderOfIds() {
    List<Evaluation> shuffled = List.of(sample().get(2), sample().get(0), sample().get(1));
    byte[] bytes = EvaluationsFile.encode(shuffled);
    assertSame(EvaluationsFile.decode("e.avro", bytes), sample());
    assertThat(EvaluationsFile.encode(sample())).isEqualTo(bytes);
    assertThat(EvaluationsFile.decode("e.avro", EvaluationsFile.encode(List.of()))).isEmpty();
  }

  @Test
  void keepsEveryBit() {
    Random random = new Random(9);
    double[] numbers = random.longs(5000).mapToDouble(Double::longBitsToDouble).toArray();
    StreamValue co2 = new StreamValue(Double.longBitsToDouble(random.nextLong()), numbers);
    Evaluation all = new Evaluation(0, numbers, 1, Map.of("co2", co2), numbers, null);
    Evaluation read = EvaluationsFile.decode("e.avro", EvaluationsFile.encode(List.of(all))).get(0);
    assertThat(read.gradient()).containsExactly(numbers);
    assertThat(read).isEqualTo(all);
  }

  /** The file was written by version 4 from {@link #sample()}; it must stay readable. */
  @Test
  void readsTheGoldenFileOfVersionFour() throws IOException {
    assertSame(EvaluationsFile.decode("e.avro", resource("evaluations-v4.avro")), sample());
  }

  /** Version 2 was JSON. */
  @Test
  void refusesTheGoldenFileOfVersionTwo() throws IOException {
    byte[] old = resource("evaluations-v2.json");
    assertThatThrownBy(() -> EvaluationsFile.decode("e.json", old))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("e.json: the file of evaluations is not complete (")
        .hasMessageEndingWith("Run again with --resume.");
  }

  /** An Avro file of nothing but a number, which claims this version and count. */
  private static byte[] file(String version, long count) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Schema schema = Schema.create(Schema.Type.INT);
    try (DataFileWriter<Integer> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      if (version != null) {
        writer.setMeta("ccdas.evaluations.formatVersion", version);
      }
      writer.setMeta("ccdas.evaluations.count", count);
      writer.create(schema, out);
      writer.append(1);
    }
    return out.toByteArray();
  }

  @Test
  void refusesAnotherVersionEvenWithAnotherSchema() throws IOException {
    byte[] other = file("5", 1);
    assertThatThrownBy(() -> EvaluationsFile.decode("/run/e.avro", other))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "/run/e.avro, format version: the file of evaluations has version 5, this program"
                + " reads version 4. Let driver and workers run the same program.");
  }

  private static void damaged(byte[] bytes) {
    assertThatThrownBy(() -> EvaluationsFile.decode("/run/e.avro", bytes))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("/run/e.avro: the file of evaluations is not complete (")
        .hasMessageEndingWith("Run again with --resume.");
  }

  @Test
  void refusesAnAvroFileOfSomethingElse() throws IOException {
    damaged(file("4", 1));
    damaged(file(null, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "no avro", "{\"formatVersion\":3,\"evaluations\":[]}"})
  void refusesText(String text) {
    damaged(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesATruncatedFile() {
    byte[] whole = EvaluationsFile.encode(sample());
    for (int length = 0; length < whole.length; length++) {
      damaged(Arrays.copyOf(whole, length));
    }
  }

  /** All sections are there, but one evaluation is not. */
  @Test
  void refusesAFileThatLacksAnEvaluation() {
    byte[] two = EvaluationsFile.encode(sample().subList(0, 2));
    byte[] key = "ccdas.evaluations.count".getBytes(StandardCharsets.UTF_8);
    int at = new String(two, StandardCharsets.ISO_8859_1).indexOf("ccdas.evaluations.count");
    // the count is the text 2 behind its key and its length
    assertThat(two[at + key.length + 1]).isEqualTo((byte) '2');
    two[at + key.length + 1] = '3';
    damaged(two);
  }

  @Test
  void damageGivesNoOtherErrorThanInputException() {
    byte[] good = EvaluationsFile.encode(sample());
    Random random = new Random(3);
    for (int i = 0; i < 600; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        EvaluationsFile.decode("e.avro", bad);
      } catch (InputException e) {
        assertThat(e.file()).isEqualTo("e.avro");
      }
    }
  }
}
