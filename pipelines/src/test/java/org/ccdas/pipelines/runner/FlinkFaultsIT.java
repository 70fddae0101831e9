package org.ccdas.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.runner.FlinkProcesses.Ended;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens when something dies on a Flink cluster of real processes. Takes minutes; run with
 * {@code mvn -Pcluster test}. Writes the table of docs/faults.md when all has passed.
 */
class FlinkFaultsIT {
  private static final List<String> SAME_BYTES =
      List.of("state.json", "parameters.nc", "cost.nc", "fluxes.nc", "stations.nc");

  private static final Path PAGE = Path.of("../docs/faults.md");
  private static final int FAULTS = 6;

  @TempDir private static Path shared;
  private static SmallWorld world;
  private static Path expected;

  /** Rows of the table by the number of the fault. */
  private static final Map<Integer, String> ROWS = new TreeMap<>();

  @TempDir private Path folder;
  private FlinkProcesses cluster;

  @BeforeAll
  static void runOnTheDirectRunner() throws Exception {
    world = SmallWorld.write(shared.resolve("world"));
    Files.writeString(
        world.experiment(),
        Files.readString(world.experiment())
            .replace("targetParallelism: 2", "targetParallelism: 2, slotWaitSeconds: 3"));
    expected = shared.resolve("direct");
    try (FlinkProcesses direct = new FlinkProcesses(shared)) {
      Process driver = direct.driver("direct", arguments(expected));
      assertThat(direct.end("direct", driver).exit()).isZero();
    }
  }

  private static String[] arguments(Path out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                world.experiment().toString(),
                "--data",
                world.folder().toString(),
                "--out",
                out.toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  @BeforeEach
  void start() {
    cluster = new FlinkProcesses(folder);
    cluster.startJobManager();
    cluster.startTaskManager("512m");
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @AfterAll
  static void writePage() throws Exception {
    if (ROWS.size() < FAULTS) {
      return;
    }
    StringBuilder page =
        new StringBuilder(
            """
            # Faults on a Flink cluster, and what came of them

            Written by `mvn -Pcluster test`, which starts a JobManager and TaskManagers as processes, has
            them run an assimilation of three cells, and kills or starves what the first column names. "Same bits":
            state, parameters, fluxes, stations and cost are the same files as of the direct runner. A heart beats
            every half second there, and slots are waited for 8 s; Flink's own values are 10 s and 5 minutes.

            | fault | outcome | what the run says |
            |---|---|---|
            """);
    ROWS.values().forEach(row -> page.append(row).append("\n"));
    Files.writeString(PAGE, page, StandardCharsets.UTF_8);
  }

  private static void row(int number, String fault, String outcome, String says) {
    ROWS.put(number, "| " + fault + " | " + outcome + " | " + says + " |");
  }

  private Process run(String name, Path out, String... more) {
    List<String> all = new ArrayList<>(List.of("--flink-master", cluster.master()));
    all.addAll(List.of(more));
    return cluster.driver(name, arguments(out, all.toArray(String[]::new)));
  }

  private static void assertSameBits(Path out) {
    for (String name : SAME_BYTES) {
      assertThat(out.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
    }
  }

  /** The line of an error, without what differs between runs. */
  private String error(Ended ended) {
    assertThat(ended.exit()).as(ended.text()).isEqualTo(1);
    return ended
        .text()
        .lines()
        .filter(line -> line.startsWith("error: "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(ended.text()))
        .replace(cluster.master(), "HOST:PORT")
        .replace(folder.toString(), "");
  }

  @Test
  void aTaskManagerIsKilledAndReplaced() throws Exception {
    cluster.startTaskManager("512m");
    cluster.awaitSlots(4);
    Path out = folder.resolve("out");
    Process driver = run("driver", out);
    cluster.awaitEvaluation();
    cluster.killTaskManager();
    cluster.killTaskManager();
    cluster.startTaskManager("512m");
    Ended ended = cluster.end("driver", driver);
    assertThat(ended.exit()).as(ended.text()).isZero();
    assertSameBits(out);
    assertThat(Files.readString(cluster.log("jobmanager-0"))).contains("RESTARTING");
    row(
        1,
        "`kill -9` of both TaskManagers in mid-evaluation, one new one",
        "the job goes on there; same bits",
        "nothing");
  }

  @Test
  void slotsStayShort() throws Exception {
    cluster.awaitSlots(2);
    Path out = folder.resolve("out");
    Process driver = run("driver", out);
    cluster.awaitEvaluation();
    cluster.killTaskManager();
    String error = error(cluster.end("driver", driver));
    assertThat(error).contains("the cluster has not enough task slots for the job");
    String atOnce = error(cluster.end("again", run("again", out, "--resume-if-begun")));
    assertThat(atOnce).contains("task slots after a wait of");
    cluster.startTaskManager("512m");
    Ended resumed = cluster.end("resumed", run("resumed", out, "--resume-if-begun"));
    assertThat(resumed.exit()).as(resumed.text()).isZero();
    assertSameBits(out);
    row(
        2,
        "`kill -9` of the only TaskManager, no other",
        "an error after the waits; with a new TaskManager `--resume` ends with the same bits",
        error);
  }

  @Test
  void theDriverIsKilled() throws Exception {
    cluster.awaitSlots(2);
    Path out = folder.resolve("out");
    Process driver = run("driver", out);
    cluster.awaitEvaluation();
    driver.destroyForcibly().waitFor();
    Ended resumed = cluster.end("resumed", run("resumed", out, "--resume-if-begun"));
    assertThat(resumed.exit()).as(resumed.text()).isZero();
    assertSameBits(out);
    row(
        3,
        "`kill -9` of the driver in mid-evaluation",
        "`--resume` stops the job that it has left and ends with the same bits",
        "nothing");
  }

  @Test
  void theJobManagerIsKilled() throws Exception {
    cluster.awaitSlots(2);
    Path out = folder.resolve("out");
    Process driver = run("driver", out);
    cluster.awaitEvaluation();
    cluster.killJobManager();
    String error = error(cluster.end("driver", driver));
    assertThat(error).contains("the JobManager does not answer any more");
    cluster.startJobManager();
    cluster.awaitSlots(2); // the TaskManager finds the new one
    Ended resumed = cluster.end("resumed", run("resumed", out, "--resume-if-begun"));
    assertThat(resumed.exit()).as(resumed.text()).isZero();
    assertSameBits(out);
    row(
        4,
        "`kill -9` of the JobManager in mid-evaluation",
        "an error after a minute; with a new JobManager, which the TaskManagers find, `--resume` ends"
            + " with the same bits",
        error);
  }

  @Test
  void theOutputCannotBeWritten() throws Exception {
    cluster.awaitSlots(2);
    // a folder that nobody can write, not even root
    String error = error(cluster.end("driver", run("driver", Path.of("/proc/ccdas"))));
    assertThat(error).contains("/proc/ccdas").contains("cannot be made");
    row(5, "the folder for results cannot be written", "an error at once", error);
  }

  @Test
  void aWorkerHasNoMemory() throws Exception {
    cluster.startTaskManager("64m");
    cluster.killTaskManager();
    cluster.awaitSlots(2);
    String error = error(cluster.end("driver", run("driver", folder.resolve("out"))));
    assertThat(error.toLowerCase(Locale.ROOT)).contains("out of memory");
    row(6, "a TaskManager with too little memory (64 MB)", "an error", error);
  }
}
