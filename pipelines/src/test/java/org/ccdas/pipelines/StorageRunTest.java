package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.ccdas.pipelines.results.Results;
import org.ccdas.pipelines.run.KilledRun;
import org.ccdas.pipelines.run.KilledRun.Moment;
import org.ccdas.transforms.storage.FakeGcsServer;
import org.ccdas.transforms.storage.StorageEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whole runs whose inputs and folder are in buckets: the bits of a run on a local disk. */
class StorageRunTest {
  private static final String WORLD = "world";
  private static final String RUNS = "runs";
  private static final String DATA = "gs://world/small";
  private static final String EXPERIMENT = DATA + "/small.yaml";
  private static final int MOST_SECONDS = 120;

  private static final List<String> SAME_BYTES =
      List.of(Results.PARAMETERS, Results.COST, Results.FLUXES, "stations.nc", "soilmoisture.nc");

  @TempDir private static Path shared;
  private static Path local;
  private static FakeGcsServer server;

  private record Outcome(int exit, String out, String err) {}

  @BeforeAll
  static void runOnTheDisk() throws IOException {
    SmallWorld world = SmallWorld.write(shared.resolve("small"));
    local = shared.resolve("out");
    Outcome outcome =
        execute(
            "run",
            world.experiment().toString(),
            "--data",
            world.folder().toString(),
            "--out",
            local.toString());
    assertThat(outcome.err()).isEmpty();
    server = FakeGcsServer.start(WORLD, RUNS);
    try (Stream<Path> files = Files.walk(world.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        server.put(WORLD, shared.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    System.setProperty(StorageEndpoint.PROPERTY, server.root());
  }

  @AfterAll
  static void stop() {
    server.close();
    System.clearProperty(StorageEndpoint.PROPERTY);
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  private static Outcome execute(String... arguments) {
    CommandLine line = Ccdas.commandLine();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Outcome(line.execute(arguments), out.toString(), err.toString());
  }

  private static Outcome run(String name, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", EXPERIMENT, "--data", DATA, "--out", "gs://runs/" + name));
    arguments.addAll(List.of(more));
    return execute(arguments.toArray(String[]::new));
  }

  private static byte[] object(String name) {
    return server.get(RUNS, name).orElseThrow(() -> new AssertionError("there is no " + name));
  }

  private static String text(String name) {
    return new String(object(name), StandardCharsets.UTF_8);
  }

  /** Names in the folder of a run. */
  private static List<String> names(String run) {
    return server.names(RUNS).stream()
        .filter(name -> name.startsWith(run + "/"))
        .map(name -> name.substring(run.length() + 1))
        .toList();
  }

  private static void assertSame(String run) throws IOException {
    for (String name : SAME_BYTES) {
      assertThat(object(run + "/" + name)).isEqualTo(Files.readAllBytes(local.resolve(name)));
    }
    assertThat(text(run + "/progress.jsonl").lines()).hasSize(4);
    assertThat(names(run))
        .noneMatch(name -> name.startsWith("work/") || name.endsWith(".tmp"))
        .hasSize(files());
  }

  /** Number of files of the run on the disk. */
  private static int files() throws IOException {
    try (Stream<Path> files = Files.walk(local)) {
      return (int) files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void hasTheBitsOfARunOnADisk() throws IOException {
    server.faults().unavailable("GET", "forcing.nc", 1);
    server.faults().brokenDownload("forcing.nc", 1);
    server.faults().brokenDownload("block-00001", 1);
    server.faults().unavailable("POST", "state.json", 1);
    server.faults().unavailable("PUT", RUNS, 1);
    Outcome outcome = run("straight");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(server.faults().served()).isGreaterThanOrEqualTo(4);
    assertThat(outcome.out()).contains("Results in gs://runs/straight:");
    assertSame("straight");
    assertThat(text("straight/resolved.yaml")).contains("gs://world/small/forcing.nc");

    String page = text("straight/report.html");
    List<String> pictures =
        Pattern.compile("<figure id=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> "pictures/" + found.group(1) + ".png")
            .toList();
    assertThat(pictures).hasSizeGreaterThan(5);
    assertThat(names("straight")).containsAll(pictures);

    assertThat(run("straight").err())
        .startsWith("error: gs://runs/straight/state.json: the folder has the state of an earlier");
    server.put(RUNS, "straight/pictures/former.png", new byte[1]);
    assertThat(execute("report", "gs://runs/straight").out())
        .contains("wrote gs://runs/straight/report.html and the pictures beside it");
    assertThat(text("straight/report.html")).isEqualTo(page);
    assertThat(names("straight")).containsAll(pictures).doesNotContain("pictures/former.png");
    Outcome simulate = execute("simulate", "gs://runs/straight", "--ensemble", "2");
    assertThat(simulate.err()).isEmpty();
    assertThat(names("straight")).contains("ensemble.nc", "ensemble.csv");
    Outcome preview = execute("preview", EXPERIMENT, "--data", DATA, "--out", "gs://runs/straight");
    assertThat(preview.err()).isEmpty();
    assertThat(preview.out()).contains("5 files").doesNotContain("MISSING");
  }

  @Test
  void aKilledRunEndsWithTheSameBits() throws Exception {
    assertThat(process("new", Moment.DURING_EVALUATION, 1)).isEqualTo(KilledRun.DIED);
    assertThat(process("resume", Moment.BEFORE_RENAME, 3)).isEqualTo(KilledRun.DIED);
    assertThat(text("killed/state.json")).contains("\"evaluations\" : 3");
    // what a killed block preparation of other settings might have left
    server.put(RUNS, "killed/blocks/block-00009-abc.avro", new byte[3]);
    server.put(RUNS, "killed/work/evaluations.avro", new byte[3]);
    Outcome outcome = run("killed", "--resume");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("resumed after 3 evaluations");
    assertSame("killed");
    assertThat(run("none", "--resume").err())
        .startsWith("error: gs://runs/none: there is no run to resume in this folder");
  }

  @Test
  void aStorageThatRefusesIsNamedAndLeavesAWholeState() throws IOException {
    server.faults().forbidden("POST", "refused/state.json", 1);
    Outcome outcome = run("refused");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .startsWith("error: gs://runs/refused/state.json: cannot be written (")
        .contains("403")
        .endsWith(
            "Check the address, the network and the credentials, then run again."
                + System.lineSeparator());
    assertThat(names("refused")).contains("resolved.yaml").doesNotContain("state.json");
    server.faults().forbidden("GET", "refused/state.json", 1);
    assertThat(run("refused", "--resume").err())
        .startsWith("error: gs://runs/refused/state.json: cannot be looked up (");
    assertThat(run("refused", "--resume").exit()).isZero();
    assertSame("refused");
  }

  @Test
  void saysWhatIsMissingOrNotServed() {
    assertThat(execute("run", DATA + "/no.yaml", "--out", "gs://runs/x").err())
        .startsWith("error: gs://world/small/no.yaml: there is no such experiment file");
    assertThat(
            execute("run", EXPERIMENT, "--data", "gs://world/elsewhere", "--out", "gs://runs/x")
                .err())
        .contains("gs://world/elsewhere/");
    assertThat(
            execute("run", EXPERIMENT, "--data", "ftp://world/small", "--out", "gs://runs/x").err())
        .startsWith("error: ftp://world/small/")
        .contains("cannot be reached. Give a local path or an address with gs://.");
    assertThat(execute("report", "gs://runs/x").err())
        .startsWith("error: gs://runs/x: there is no such folder");
    assertThat(names("x")).isEmpty();
  }

  /** Exit code of a process of {@link KilledRun}. */
  private static int process(String how, Moment moment, int evaluation) throws Exception {
    Path log = Files.createTempFile(shared, "process-", ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-D" + StorageEndpoint.PROPERTY + "=" + server.root(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledRun.class.getName(),
                EXPERIMENT,
                DATA,
                "gs://runs/killed",
                how,
                moment.name(),
                Integer.toString(evaluation))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != KilledRun.DIED) {
      throw new AssertionError(Files.readString(log));
    }
    return process.exitValue();
  }
}
