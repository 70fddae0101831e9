package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.results.Results;
import org.ccdas.pipelines.run.KilledRun.Moment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in processes of their own, killed at seeded moments and resumed in new processes. */
class ResumeTest {
  private static final int EVALUATIONS = 8;
  private static final int MOST_SECONDS = 120;

  /** What must not depend on whether a run was killed. */
  private static final List<String> SAME_BYTES =
      List.of(
          "state.json",
          Results.PARAMETERS,
          Results.COST,
          Results.FLUXES,
          Results.STATIONS,
          "resolved.yaml");

  @TempDir private static Path shared;
  private static SmallWorld world;
  private static RunFolder uninterrupted;

  @TempDir private Path folder;

  @BeforeAll
  static void runWithoutBreak() throws Exception {
    world = SmallWorld.write(shared.resolve("world"));
    uninterrupted = new RunFolder(shared.resolve("uninterrupted"));
    assertThat(process(uninterrupted, "new", Moment.NEVER, 0)).isZero();
    assertThat(evaluations(uninterrupted)).isEqualTo(EVALUATIONS);
    assertThat(costs(uninterrupted)).hasSize(EVALUATIONS).doesNotHaveDuplicates();
  }

  @Test
  void aRunKilledThreeTimesEndsWithTheSameBits() throws Exception {
    RunFolder run = new RunFolder(folder.resolve("killed"));
    SplittableRandom random = new SplittableRandom(20100101);
    int first = random.nextInt(1, 3);
    int second = random.nextInt(3, 5);
    int third = random.nextInt(5, EVALUATIONS);

    assertThat(process(run, "new", Moment.DURING_EVALUATION, first)).isEqualTo(KilledRun.DIED);
    assertThat(evaluations(run)).isEqualTo(first);
    assertThat(run.work()).exists();
    assertThat(process(run, "resume", Moment.AFTER_STATE, second)).isEqualTo(KilledRun.DIED);
    assertThat(evaluations(run)).isEqualTo(second + 1);
    assertThat(temporaries(run)).isEmpty();
    assertThat(process(run, "resume", Moment.BEFORE_RENAME, third)).isEqualTo(KilledRun.DIED);
    assertThat(evaluations(run)).isEqualTo(third);
    assertThat(temporaries(run)).hasSize(1);
    assertThat(costs(run)).hasSize(third + 1);

    assertThat(process(run, "resume", Moment.NEVER, 0)).isZero();
    assertSame(run);
  }

  @Test
  void aRunKilledBeforeItsFirstStateBeginsAgain() throws Exception {
    RunFolder run = new RunFolder(folder.resolve("early"));
    assertThat(process(run, "new", Moment.BEFORE_RENAME, 0)).isEqualTo(KilledRun.DIED);
    assertThat(run.state()).doesNotExist();
    assertThat(temporaries(run)).hasSize(1);
    assertThat(process(run, "resume", Moment.NEVER, 0)).isZero();
    assertSame(run);
  }

  /** The run has the files of the uninterrupted one, and the same bytes where no clock is in. */
  private static void assertSame(RunFolder run) throws IOException {
    assertThat(temporaries(run)).isEmpty();
    assertThat(files(run)).isEqualTo(files(uninterrupted));
    for (String name : SAME_BYTES) {
      assertThat(run.result(name)).hasSameBinaryContentAs(uninterrupted.result(name));
    }
    assertThat(costs(run)).isEqualTo(costs(uninterrupted));
  }

  /** Evaluation and cost in every line of the progress file, all of which must be whole. */
  private static List<String> costs(RunFolder run) throws IOException {
    List<String> costs = new ArrayList<>();
    for (String line : Files.readAllLines(run.progress(), StandardCharsets.UTF_8)) {
      JsonNode entry = new ObjectMapper().readTree(line);
      costs.add(entry.get("evaluation") + ": " + entry.get("cost"));
    }
    return costs;
  }

  private static int evaluations(RunFolder run) throws IOException {
    return new ObjectMapper()
        .readTree(run.state().toFile())
        .path("state")
        .path("evaluations")
        .asInt(-1);
  }

  private static List<String> temporaries(RunFolder run) throws IOException {
    return files(run).stream().filter(file -> file.endsWith(".tmp")).toList();
  }

  private static List<String> files(RunFolder run) throws IOException {
    try (Stream<Path> files = Files.walk(run.root())) {
      return files.map(file -> run.root().relativize(file).toString()).sorted().toList();
    }
  }

  /** Exit code of a process of {@link KilledRun}. */
  private static int process(RunFolder run, String how, Moment moment, int evaluation)
      throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledRun.class.getName(),
            world.experiment().toString(),
            world.folder().toString(),
            run.root().toString(),
            how,
            moment.name(),
            Integer.toString(evaluation));
    Path log = Files.createTempFile(shared, "process-", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the process does not end: " + Files.readString(log));
      }
    } finally {
      process.destroyForcibly();
    }
    int exit = process.exitValue();
    if (exit != 0 && exit != KilledRun.DIED) {
      throw new AssertionError("exit code " + exit + ": " + Files.readString(log));
    }
    return exit;
  }
}
