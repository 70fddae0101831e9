package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.CandidateValue;
import org.ccdas.assimilate.minimise.Lbfgs;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.assimilate.minimise.StoppingRule;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.stream.StreamValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  private static final List<String> STREAMS = List.of("co2", "soilMoisture");

  @TempDir private Path folder;
  private Path file;
  private RunLog log;
  private final StringWriter terminal = new StringWriter();

  @BeforeEach
  void log() {
    file = folder.resolve("progress.jsonl");
    log = new RunLog(new PrintWriter(terminal), Location.of(file), 9);
  }

  /** A search of the minimum of |x|^2 after this many evaluations. */
  private static Minimiser after(int evaluations) {
    Minimiser minimiser =
        Lbfgs.start(new double[] {1, 2}, new Lbfgs.Settings(5, 4, new StoppingRule(1e-9, 0, 9, 9)));
    for (int i = 0; i < evaluations; i++) {
      Candidate candidate = minimiser.candidates().get(0);
      double[] x = candidate.x();
      minimiser =
          minimiser.advance(
              List.of(
                  CandidateValue.of(
                      candidate.id(),
                      x[0] * x[0] + x[1] * x[1],
                      new double[] {2 * x[0], 2 * x[1]})));
    }
    return minimiser;
  }

  /** An evaluation whose soil moisture costs nothing. */
  private static Evaluation evaluation(int id, double prior, double co2, double[] gradient) {
    Map<String, StreamValue> streams = new LinkedHashMap<>();
    streams.put("co2", new StreamValue(co2, new double[0]));
    streams.put("soilMoisture", new StreamValue(0, new double[1]));
    return new Evaluation(id, new double[2], prior, streams, gradient, null);
  }

  private static String line(int evaluation) {
    return "{\"evaluation\":" + evaluation + ",\"cost\":1.5}\n";
  }

  @Test
  void aResumedRunKeepsTheWholeLinesBeforeItsState() throws IOException {
    Files.writeString(file, line(1) + line(2) + line(3) + "{\"evaluation\":2,\"co");
    log.rounds(after(2), STREAMS);
    assertThat(file).hasContent(line(1) + line(2));
    assertThat(terminal.toString()).contains("resumed after 2 evaluations");
  }

  @Test
  void aNewRunDropsWhatAnotherHasTold() throws IOException {
    Files.writeString(file, line(1) + line(2));
    log.rounds(after(0), STREAMS);
    assertThat(file).doesNotExist();
    assertThat(terminal.toString()).doesNotContain("resumed").contains("|gradient|");
  }

  @Test
  void everyLineIsJsonEvenWhereNumbersAreNot() throws IOException {
    Assimilation.Progress progress = log.rounds(after(0), STREAMS);
    progress.round(List.of(evaluation(0, 0.5, Double.NaN, null)), after(1), 0.25);
    progress.round(List.of(evaluation(1, 0.5, 2.0, new double[] {3, 4})), after(2), 0.25);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.get("evaluation").asInt()).isEqualTo(1);
    assertThat(first.get("prior").asDouble()).isEqualTo(0.5);
    assertThat(first.has("background")).isFalse();
    assertThat(first.get("co2").isNull()).isTrue();
    assertThat(first.get("cost").isNull()).isTrue();
    JsonNode second = new ObjectMapper().readTree(lines.get(1));
    assertThat(second.get("cost").asDouble()).isEqualTo(2.5);
    assertThat(second.get("gradientNorm").asDouble()).isEqualTo(5);
    assertThat(second.get("step").isNumber()).isTrue();
    assertThat(second.get("damping").asDouble()).isZero();
    assertThat(second.get("soilMoisture").asDouble()).isZero();
  }

  @Test
  void severalEvaluationsOfARoundHaveEachTheirNumber() throws IOException {
    Assimilation.Progress progress = log.rounds(after(0), STREAMS);
    Evaluation evaluation = evaluation(0, 1, 1, new double[] {3, 4});
    progress.round(List.of(evaluation, evaluation), after(2), 0.25);
    assertThat(Files.readAllLines(file))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"evaluation\":1,"),
            line -> assertThat(line).startsWith("{\"evaluation\":2,"));
    assertThat(terminal.toString().lines()).hasSize(2);
  }
}
