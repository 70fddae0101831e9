package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.ObservationGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationsFileTest {
  /** What a failed trial step may give beside a good one. */
  static List<Evaluation> sample() {
    return List.of(
        new Evaluation(
            3,
            0.1,
            Math.PI,
            0.3,
            new double[] {-0.0, Double.MIN_VALUE, -1.0 / 3, Double.NaN},
            new double[] {390.25, 1e-300, Double.MAX_VALUE},
            new NormalSystem(
                1,
                List.of(
                    new GroupSystem(
                        ObservationGroup.station("MLO"),
                        Math.PI,
                        new double[] {-0.0},
                        new double[] {1.0 / 3})))),
        new Evaluation(
            5,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            0,
            null,
            new double[] {Double.NEGATIVE_INFINITY, Double.NaN}));
  }

  private static void assertSame(List<Evaluation> actual, List<Evaluation> expected) {
    // NaN equals NaN, and -0 does not equal 0
    assertThat(actual)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(expected);
  }

  @Test
  void readsBackWhatWasWrittenInTheOrderOfIds() {
    List<Evaluation> shuffled = List.of(sample().get(1), sample().get(0));
    assertSame(EvaluationsFile.decode("e.json", EvaluationsFile.encode(shuffled)), sample());
  }

  @Test
  void keepsEveryBit() {
    Random random = new Random(9);
    double[] numbers = random.longs(5000).mapToDouble(Double::longBitsToDouble).toArray();
    Evaluation all = new Evaluation(0, 1, 2, 3, numbers, new double[0]);
    double[] read =
        EvaluationsFile.decode("e.json", EvaluationsFile.encode(List.of(all))).get(0).gradient();
    assertThat(read).containsExactly(numbers);
  }

  /** The file was written by version 2 from {@link #sample()}; it must stay readable. */
  @Test
  void readsTheGoldenFileOfVersionTwo() throws IOException {
    assertSame(
        EvaluationsFile.decode("e.json", BlockFileTest.resource("evaluations-v2.json")), sample());
  }

  @Test
  void refusesAnotherVersionEvenWithOtherKeys() {
    byte[] other = bytes("{\"formatVersion\":3,\"costs\":[]}");
    assertThatThrownBy(() -> EvaluationsFile.decode("/run/e.json", other))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "/run/e.json, formatVersion: the file of evaluations has version 3, this program"
                + " reads version 2. Let driver and workers run the same program.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "no json",
        "[]",
        "{}",
        "{\"formatVersion\":2}",
        "{\"formatVersion\":2,\"evaluations\":null}",
        "{\"formatVersion\":2,\"evaluations\":[null]}",
        "{\"formatVersion\":2,\"evaluations\":[{\"id\":0}]}",
        "{\"formatVersion\":\"2\",\"evaluations\":[]}",
        "{\"formatVersion\":2,\"evaluations\":[]} x"
      })
  void refusesDamagedFiles(String text) {
    assertThatThrownBy(() -> EvaluationsFile.decode("/run/e.json", bytes(text)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("/run/e.json: the file of evaluations is not complete (")
        .hasMessageEndingWith("Run again with --resume.");
  }

  @Test
  void refusesATruncatedFile() {
    String whole = new String(EvaluationsFile.encode(sample()), StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length() - 2; length += 7) {
      byte[] cut = bytes(whole.substring(0, length));
      assertThatThrownBy(() -> EvaluationsFile.decode("e.json", cut))
          .isInstanceOf(InputException.class);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
