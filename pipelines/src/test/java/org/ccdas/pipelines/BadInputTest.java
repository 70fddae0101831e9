package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.observe.block.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Bad input through the whole command line: one line that names file, place, problem and remedy,
 * exit code 1, and nothing half-written.
 */
class BadInputTest {
  @TempDir private static Path shared;
  private static SmallWorld intact;

  @TempDir private Path folder;
  private SmallWorld world;
  private Path out;

  private record Outcome(int exit, String out, String err) {}

  @BeforeAll
  static void world() throws IOException {
    intact = SmallWorld.write(shared.resolve("world"));
  }

  @BeforeEach
  void copy() throws IOException {
    world = intact.copyTo(folder.resolve("world"));
    out = folder.resolve("out");
  }

  @Test
  void missingFile() throws IOException {
    Files.delete(world.forcing());
    assertRefused(
        world.forcing() + ": there is no such file. Check the path in the configuration.");
  }

  @Test
  void missingDataFolder() throws IOException {
    Outcome outcome =
        execute("run", world.experiment() + "", "--data", folder + "/none", "--out", out + "");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualToNormalizingNewlines(
            "error: "
                + folder.resolve("none/cells.csv")
                + ": there is no such file. Check the path in the configuration.\n");
  }

  @Test
  void missingFolder() throws IOException {
    Path flasks = world.flask("ALT").getParent();
    Files.move(flasks, flasks.resolveSibling("away"));
    Outcome outcome =
        execute("run", world.experiment() + "", "--data", world.folder() + "", "--out", out + "");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualToNormalizingNewlines(
            "error: "
                + flasks
                + ": the folder of the stations' files cannot be read. Check"
                + " observations.co2.folder in the experiment file, and --data.\n");
  }

  @Test
  void truncatedNetcdf() throws IOException {
    byte[] bytes = Files.readAllBytes(world.forcing());
    Files.write(world.forcing(), Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(world.forcing() + ": is not a complete NetCDF file:", "Get the file again");
  }

  @Test
  void wrongUnits() throws IOException {
    world.spoil(world.forcing(), "W m-2", "m s-1");
    assertRefused(world.forcing() + ", variable rsds: ", "m s-1", "W m-2");
  }

  @Test
  void flaskFileWithABadLine() throws IOException {
    world.spoil(world.flask("MLO"), "2010 01 3", "2010 01 x");
    assertRefused(world.flask("MLO") + ", line 18: ", "x");
  }

  @Test
  void unknownKey() throws IOException {
    world.spoil(world.experiment(), "gradientTolerance", "gradientTolerence");
    assertRefused(
        world.experiment() + ", line 20, column 45 (",
        "minimiser.gradientTolerence): unknown key 'gradientTolerence'. Did you mean 'gradientTolerance'?");
  }

  @Test
  void periodOutsideTheForcing() throws IOException {
    world.spoil(world.experiment(), "last: 2010-02", "last: 2010-03");
    assertRefused(
        world.forcing()
            + ", variable tasmin: period outside the forcing: wanted are 2009-12-01 to 2010-03-31,"
            + " the files have 2009-12-01 to 2010-02-28. Shorten the period (with spin-up), let the"
            + " spin-up repeat years of the files, or add files.");
  }

  @Test
  void missingValueInForcing() throws IOException {
    byte[] bytes = Files.readAllBytes(world.forcing());
    // the last value of the file
    ByteBuffer.wrap(bytes).putFloat(bytes.length - Float.BYTES, Float.NaN);
    Files.write(world.forcing(), bytes);
    assertRefused(
        world.forcing()
            + ", variable rsds, cell 3, 2010-02-28: the value is missing. Fill the gap, or leave"
            + " the cell out.");
  }

  @Test
  void flinkSaysTheSame() throws IOException {
    byte[] bytes = Files.readAllBytes(world.forcing());
    ByteBuffer.wrap(bytes).putFloat(bytes.length - Float.BYTES, Float.NaN);
    Files.write(world.forcing(), bytes);
    Outcome direct = run();
    Outcome flink = run("--runner", "flink");
    assertThat(flink.err()).contains("the value is missing").isEqualTo(direct.err());
    assertThat(flink.exit()).isEqualTo(direct.exit()).isEqualTo(1);
    assertThat(files()).isSubsetOf("", "resolved.yaml");
  }

  @Test
  void aClusterThatDoesNotAnswer() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Outcome outcome = run("--flink-master", "localhost:" + port);
    assertThat(outcome.err())
        .isEqualToNormalizingNewlines(
            "error: Flink cluster localhost:"
                + port
                + ": no Flink cluster answers there (ConnectException). Start the cluster, or"
                + " correct runner.flinkMaster or --flink-master.\n");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(run("--flink-master", "localhost").exit()).isEqualTo(2);
    assertThat(run("--runner", "spark").exit()).isEqualTo(2);
    assertThat(out).doesNotExist();
  }

  @Test
  void duplicateInTheControlVector() throws IOException {
    Path table = world.folder().resolve("control.csv");
    String standard =
        new String(
            ControlVectorFile.class.getResourceAsStream("control_vector.csv").readAllBytes(),
            StandardCharsets.UTF_8);
    long lines = standard.lines().count();
    Files.writeString(
        table, standard.stripTrailing() + "\n" + lines + ",Vm25,TrEv,60,12,,log:0,twice\n");
    world.spoil(world.experiment(), "minimiser:", "controlVector: control.csv\nminimiser:");
    assertRefused(
        table + ", line " + (lines + 1) + ": ",
        "repeats",
        "of line 2. Give each symbol scopes that do not overlap.");
  }

  @Test
  void blockOfAnotherVersion() throws IOException {
    Path block = prepared(0.81);
    byte[] bytes = Files.readAllBytes(block);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    // the value of an entry in the header follows its key and its own length
    String key = "ccdas.block.formatVersion";
    bytes[text.indexOf(key) + key.length() + 1]++;
    Files.write(block, bytes);
    Outcome outcome = run();
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualToNormalizingNewlines(
            "error: "
                + block
                + ", format version: the block has version 4, this program reads version 3. Delete"
                + " it and run again, so that it is prepared anew.\n");
    Files.delete(block);
    assertThat(run().exit()).isZero();
  }

  @Test
  void blockOfAnotherRun() throws IOException {
    Path block = prepared(0.82);
    Path manifest = out.resolve("blocks/manifest.json");
    String digest =
        Manifest.fromJson(manifest.toString(), Files.readAllBytes(manifest))
            .blocks()
            .get(0)
            .digest();
    String other = digest.replaceFirst("^.{8}", "00000000");
    world.spoil(manifest, digest, other);
    Outcome outcome = run();
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualToNormalizingNewlines(
            "error: "
                + block
                + ": the block has the digest "
                + digest
                + ", the manifest beside it names "
                + other
                + ". Delete it and run again, so that it is prepared anew.\n");
  }

  @Test
  void manifestOfAnotherVersion() throws IOException {
    prepared(0.83);
    Path manifest = out.resolve("blocks/manifest.json");
    world.spoil(manifest, "\"formatVersion\" : 3", "\"formatVersion\" : 4");
    Outcome outcome = run();
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualToNormalizingNewlines(
            "error: "
                + manifest
                + ", formatVersion: the manifest of the blocks has version 4, this program reads version 3."
                + " Delete it and run again, so that the blocks are prepared anew.\n");
  }

  @Test
  void stateOfAnotherVersionAndRunsThatWouldLoseAState() throws IOException {
    oneEvaluation();
    Outcome first = run();
    assertThat(first.err()).isEmpty();
    assertThat(first.exit()).isZero();
    List<String> files = files();
    Path state = out.resolve("state.json");

    Outcome again = run();
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err())
        .isEqualToNormalizingNewlines(
            "error: "
                + state
                + ": the folder has the state of an earlier run. Add --resume to go on with it,"
                + " choose another folder for --out, or delete this one to begin anew.\n");
    assertThat(run("--resume").exit()).isZero();

    world.spoil(state, "\"formatVersion\" : 2", "\"formatVersion\" : 9");
    Outcome other = run("--resume");
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.err())
        .isEqualToNormalizingNewlines(
            "error: "
                + state
                + ", formatVersion: the state has format version 9, this program reads version 2."
                + " Resume with the program that wrote it, or start the run anew.\n");
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void folderThatCannotBeMade() throws IOException {
    Files.writeString(out, "a file");
    Outcome outcome = run();
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("error: " + out + ": cannot be made: ").hasLineCount(1);
  }

  @Test
  void wrongUseExitsWithTwo() {
    assertThat(execute("run", world.experiment() + "").exit()).isEqualTo(2);
    assertThat(execute("run", "--out", out + "").exit()).isEqualTo(2);
    Outcome option = run("--resum");
    assertThat(option.exit()).isEqualTo(2);
    assertThat(option.err()).contains("Did you mean --resume?");
    assertThat(out).doesNotExist();
  }

  /**
   * Writes the blocks and gives the first one's path.
   *
   * @param vegetatedShare another one for each test: a process knows blocks again that it has read
   */
  private Path prepared(double vegetatedShare) throws IOException {
    oneEvaluation();
    world.spoil(
        world.experiment(), "forcing:", "land: {vegetatedShare: " + vegetatedShare + "}\nforcing:");
    Outcome outcome =
        execute(
            "prepare", world.experiment() + "", "--data", world.folder() + "", "--out", out + "");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).startsWith("3 cells, 6 tiles in 2 blocks");
    Path manifest = out.resolve("blocks/manifest.json");
    return Path.of(
        Manifest.fromJson(manifest.toString(), Files.readAllBytes(manifest))
            .blocks()
            .get(0)
            .path());
  }

  private void oneEvaluation() {
    world.spoil(world.experiment(), "maxEvaluations: 4", "maxEvaluations: 1");
  }

  /** A run says one line with these texts and leaves nothing but the resolved experiment. */
  private void assertRefused(String beginning, String... others) throws IOException {
    Outcome outcome = run();
    assertThat(outcome.err())
        .startsWith("error: " + beginning)
        .satisfies(e -> assertThat(List.of(others)).allSatisfy(o -> assertThat(e).contains(o)))
        .endsWith("." + System.lineSeparator())
        .hasLineCount(1);
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(files()).isSubsetOf("", "resolved.yaml");
  }

  private List<String> files() throws IOException {
    if (!Files.exists(out)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(out)) {
      return files.map(file -> out.relativize(file).toString()).sorted().toList();
    }
  }

  private Outcome run(String... options) {
    String[] arguments = {
      "run", world.experiment() + "", "--data", world.folder() + "", "--out", out + ""
    };
    return execute(
        Stream.concat(Arrays.stream(arguments), Arrays.stream(options)).toArray(String[]::new));
  }

  /** The standard error of the process counts too: libraries log there. */
  private static Outcome execute(String... arguments) {
    CommandLine line = Ccdas.commandLine();
    StringWriter terminal = new StringWriter();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      line.setOut(new PrintWriter(terminal))
          .setErr(new PrintWriter(errors, true, StandardCharsets.UTF_8));
      int exit = line.execute(arguments);
      return new Outcome(exit, terminal.toString(), errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }
}
