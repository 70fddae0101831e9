package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.results.Results;
import org.ccdas.pipelines.run.KilledRun.Moment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in processes of their own, killed at given moments and resumed in new processes. */
class ResumeTest {
  private static final int EVALUATIONS = 4;
  private static final int MOST_SECONDS = 120;

  /** What must not depend on whether a run was killed. */
  private static final List<String> SAME_BYTES =
      List.of(
          "state.json",
          Results.PARAMETERS,
          Results.COST,
          Results.FLUXES,
          "stations.nc",
          "resolved.yaml");

  @TempDir private static Path shared;
  private static SmallWorld world;
  private static RunFolder uninterrupted;

  @TempDir private Path folder;

  @BeforeAll
  static void runWithoutBreak() throws Exception {
    world = SmallWorld.write(shared.resolve("world"));
    uninterrupted = new RunFolder(Location.of(shared.resolve("uninterrupted")));
    RunOutcome outcome = run(uninterrupted, false);
    Results.write(outcome, uninterrupted);
    assertThat(evaluations(uninterrupted)).isEqualTo(EVALUATIONS);
    assertThat(costs(uninterrupted)).hasSize(EVALUATIONS).doesNotHaveDuplicates();
  }

  @Test
  void aRunKilledThreeTimesEndsWithTheSameBits() throws Exception {
    RunFolder run = new RunFolder(Location.of(folder.resolve("killed")));
    int first = 1;
    int second = 1;
    int third = 3;

    assertThat(process(run, "new", Moment.DURING_EVALUATION, first)).isEqualTo(KilledRun.DIED);
    assertThat(evaluations(run)).isEqualTo(first);
    assertThat(run.work().path()).exists();
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

  /** The normal system of the lowest point is on disk before the state that belongs to it. */
  @Test
  void aKilledGaussNewtonRunEndsWithTheSameBits() throws Exception {
    Path file = folder.resolve("newton.yaml");
    Files.writeString(
        file,
        Files.readString(world.experiment())
            .replace(
                "kind: lbfgs, maxEvaluations: 4",
                "kind: gaussNewton, distanceTolerance: 0, maxEvaluations: 4")
            .replace("uncertainty: false", "uncertainty: true"));
    RunFolder straight = new RunFolder(Location.of(folder.resolve("straight")));
    RunOutcome outcome = run(file, straight, false, new StringWriter());
    Results.write(outcome, straight);
    assertThat(outcome.minimiser().evaluations()).isEqualTo(4);
    assertThat(outcome.minimiser().passes()).isBetween(2, 3);

    RunFolder run = new RunFolder(Location.of(folder.resolve("killed-newton")));
    assertThat(process(file, run, "new", Moment.BEFORE_RENAME, 1)).isEqualTo(KilledRun.DIED);
    assertThat(run.normal().path()).exists();
    assertThat(process(file, run, "resume", Moment.NEVER, 0)).isZero();
    for (String name :
        List.of("state.json", "normal.avro", Results.PARAMETERS, Results.POSTERIOR)) {
      assertThat(run.result(name).path()).hasSameBinaryContentAs(straight.result(name).path());
    }
    assertThat(costs(run)).isEqualTo(costs(straight));
  }

  @Test
  void aFinishedRunGivesItsResultAgain() throws Exception {
    RunFolder run = copy(uninterrupted, "finished");
    StringWriter terminal = new StringWriter();
    RunOutcome again = run(world.experiment(), run, true, terminal);
    assertThat(terminal.toString())
        .contains("this run has ended before, after 4 evaluations")
        .contains("the limit of 4 evaluations was reached");
    Results.write(again, run);
    assertSame(run);
    // the blocks of a copied folder are its own
    assertThat(again.manifest().blocks())
        .allSatisfy(block -> assertThat(Path.of(block.path())).hasParent(run.blocks().path()));
  }

  @Test
  void goesOnWhereALimitHadStoppedIt() throws Exception {
    RunFolder run = copy(uninterrupted, "more");
    Path more = folder.resolve("more.yaml");
    Files.writeString(
        more,
        Files.readString(world.experiment()).replace("maxEvaluations: 4", "maxEvaluations: 5"));
    assertThat(run(more, run, true, new StringWriter()).minimiser().evaluations()).isEqualTo(5);
    assertThat(costs(run)).hasSize(5).startsWith(costs(uninterrupted).toArray(new String[0]));
  }

  @Test
  void aRunThatDiedBeforeItsFirstStateBeginsAgain() throws Exception {
    RunFolder run = new RunFolder(Location.of(folder.resolve("early")));
    Experiment experiment =
        ExperimentFile.read(Location.of(world.experiment()), Location.of(world.folder()));
    BlockPreparation.prepare(ProblemReader.read(experiment, run, line -> {}), run);
    FileTime prepared = Files.getLastModifiedTime(run.manifest().path());
    ExperimentFile.write(experiment, run.resolved());
    Files.createDirectories(run.work().path());
    Files.writeString(run.work().resolve(".evaluations.avro.17.tmp").path(), "half");
    Files.writeString(run.root().resolve(".state.json.tmp").path(), "half");
    Files.writeString(run.blocks().resolve(".block-00000-0.avro.17.tmp").path(), "half");
    Results.write(run(world.experiment(), run, true, new StringWriter()), run);
    assertThat(Files.getLastModifiedTime(run.manifest().path())).isEqualTo(prepared);
    assertSame(run);
  }

  @Test
  void refusesWhatWouldLoseARun() throws Exception {
    assertThatThrownBy(() -> run(uninterrupted, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(uninterrupted.state().toString())
        .hasMessageContaining("the folder has the state of an earlier run. Add --resume");
    RunFolder empty = new RunFolder(Location.of(folder.resolve("empty")));
    assertThatThrownBy(() -> run(empty, true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no run to resume in this folder");
    assertThat(empty.root().path()).doesNotExist();
  }

  @Test
  void refusesTheStateOfAnotherProblem() throws Exception {
    assertThat(refusal("seed: 1", "seed: 2")).contains("the digest of the blocks differs: ");
    assertThat(refusal("maxEvaluations: 4", "memory: 5, maxEvaluations: 4"))
        .contains("lbfgs with memory 20 and bound 4.0 when the state was written")
        .contains("lbfgs with memory 5 and bound 4.0 now");
  }

  /** What is said when the finished run is to be resumed with a changed experiment. */
  private String refusal(String from, String to) throws Exception {
    Path changed = folder.resolve("changed.yaml");
    Files.writeString(changed, Files.readString(world.experiment()).replace(from, to));
    byte[] before = Files.readAllBytes(uninterrupted.resolved().path());
    Throwable thrown = catchThrowable(() -> run(changed, uninterrupted, true, new StringWriter()));
    assertThat(thrown).isInstanceOf(InputException.class);
    assertThat(Files.readAllBytes(uninterrupted.resolved().path())).isEqualTo(before);
    return thrown.getMessage();
  }

  private static RunOutcome run(RunFolder run, boolean resume) throws IOException {
    return run(world.experiment(), run, resume, new StringWriter());
  }

  private static RunOutcome run(Path file, RunFolder run, boolean resume, StringWriter terminal)
      throws IOException {
    Experiment experiment = ExperimentFile.read(Location.of(file), Location.of(world.folder()));
    RunLog log =
        new RunLog(
            new PrintWriter(terminal, true),
            run.progress(),
            experiment.minimiser().maxEvaluations());
    return new AssimilationRun(ProblemReader.read(experiment, run, line -> {}), run, resume, log)
        .run();
  }

  private RunFolder copy(RunFolder from, String name) throws IOException {
    RunFolder to = new RunFolder(Location.of(folder.resolve(name)));
    SmallWorld.copy(from.root().path(), to.root().path());
    return to;
  }

  /** The run has the files of the uninterrupted one, and the same bytes where no clock is in. */
  private static void assertSame(RunFolder run) throws IOException {
    assertThat(temporaries(run)).isEmpty();
    assertThat(files(run)).isEqualTo(files(uninterrupted));
    for (String name : SAME_BYTES) {
      assertThat(run.result(name).path()).hasSameBinaryContentAs(uninterrupted.result(name).path());
    }
    assertThat(costs(run)).isEqualTo(costs(uninterrupted));
  }

  /** Evaluation and cost in every line of the progress file, all of which must be whole. */
  private static List<String> costs(RunFolder run) throws IOException {
    List<String> costs = new ArrayList<>();
    for (String line : Files.readAllLines(run.progress().path(), StandardCharsets.UTF_8)) {
      JsonNode entry = new ObjectMapper().readTree(line);
      costs.add(entry.get("evaluation") + ": " + entry.get("cost"));
    }
    return costs;
  }

  private static int evaluations(RunFolder run) throws IOException {
    return new ObjectMapper()
        .readTree(run.state().path().toFile())
        .path("state")
        .path("evaluations")
        .asInt(-1);
  }

  private static List<String> temporaries(RunFolder run) throws IOException {
    return files(run).stream().filter(file -> file.endsWith(".tmp")).toList();
  }

  private static List<String> files(RunFolder run) throws IOException {
    try (Stream<Path> files = Files.walk(run.root().path())) {
      return files.map(file -> run.root().path().relativize(file).toString()).sorted().toList();
    }
  }

  /** Exit code of a process of {@link KilledRun}. */
  private static int process(RunFolder run, String how, Moment moment, int evaluation)
      throws Exception {
    return process(world.experiment(), run, how, moment, evaluation);
  }

  private static int process(
      Path experiment, RunFolder run, String how, Moment moment, int evaluation) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            KilledRun.class.getName(),
            experiment.toString(),
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
