package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.transforms.soilmoisture.LetterArchive;
import org.ccdas.transforms.soilmoisture.LetterProduct;
import org.ccdas.transforms.storage.FakeGcsServer;
import org.ccdas.transforms.storage.StorageEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class IngestCommandTest {
  private static final List<String> RESULTS =
      List.of(
          "other-files.csv",
          "quarantine.csv",
          "screening.csv",
          "screening.nc",
          "soil-moisture-2010.nc",
          "soil-moisture-2011.nc",
          "summary.json");

  @TempDir private Path folder;

  private record Outcome(int exit, String out, String err) {}

  private static Outcome execute(String... arguments) {
    CommandLine line = Ccdas.commandLine();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Outcome(line.execute(arguments), out.toString(), err.toString());
  }

  private Outcome ingest(Path input, Path output, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("ingest", "--input", input.toString(), "--out", output.toString()));
    arguments.addAll(List.of(more));
    return execute(arguments.toArray(String[]::new));
  }

  /** Products and reports; what else lies there is none of a user's business. */
  private static Map<String, byte[]> results(Path folder) throws IOException {
    Map<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".")) {
          content.put(name, Files.readAllBytes(file));
        }
      }
    }
    return content;
  }

  @Test
  void ingestsAndTells() throws IOException {
    Path in = folder.resolve("in");
    Path out = folder.resolve("new/out");
    LetterArchive.write(in, LetterArchive.faulty());
    Outcome outcome =
        ingest(in, out, "--max-quarantine-share", "0.5", "--grid", "30x60", "--screen", "wet=off");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .startsWith("15 files: 9 ingested, 4 quarantined (1 of them duplicates), 1 companions")
        .contains("letter: 5832 retrievals, 5184 accepted (88.9 percent)")
        .contains("soil-moisture-2011.nc: 3 days with files from 2011-01-01 to 2011-01-04");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(RESULTS);
    }
    assertThat(Files.readString(out.resolve("screening.csv"))).doesNotContain("letter,wet");
  }

  @Test
  void failsAboveTheShareAndSaysSo() throws IOException {
    Path in = folder.resolve("in");
    LetterArchive.write(in, LetterArchive.faulty());
    Outcome outcome = ingest(in, folder.resolve("out"), "--grid", "30x60");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("4 of 13 files are quarantined (30.8 percent, more than the 1.0 percent allowed)")
        .contains("quarantine.csv", "--max-quarantine-share");
    assertThat(results(folder.resolve("out")).keySet())
        .containsExactly("other-files.csv", "quarantine.csv");
  }

  @Test
  void wrongUse() throws IOException {
    Path in = folder.resolve("in");
    LetterArchive.write(in, LetterArchive.good());
    Path out = folder.resolve("out");
    assertThat(ingest(in, out, "--max-quarantine-share", "2").exit()).isEqualTo(2);
    assertThat(ingest(in, out, "--screen", "nosuch=off").err()).contains("no product has");
    assertThat(ingest(in, out, "--min-valid-fraction", "2").exit()).isEqualTo(2);
    assertThat(ingest(in, out, "--grid", "7x7").err()).contains("7.0 degrees do not divide 180");
    assertThat(ingest(in, in.resolve("out")).err()).contains("lies within the input");
    assertThat(ingest(folder.resolve("nosuch"), out).err()).contains("there are no files");
  }

  @Test
  void theFolderForResultsCannotLieBelowAFile() throws IOException {
    Path in = folder.resolve("in");
    LetterArchive.write(in, LetterArchive.good());
    Path file = Files.writeString(folder.resolve("plain"), "x", StandardCharsets.UTF_8);
    for (Path out : List.of(file, file.resolve("out"), file.resolve("a/b"))) {
      Outcome outcome = ingest(in, out);
      assertThat(outcome.exit()).isEqualTo(1);
      assertThat(outcome.err())
          .contains("cannot be made: " + file + " is a file and not a folder")
          .doesNotContain("Exception");
    }
  }

  /** Three real days of CATDS, cut to Europe, as a user would ingest them. */
  @Test
  void realCatdsFilesWithoutErrorsAndFlags() throws IOException {
    Path in = RealData.require("soil_moisture/smos_l3_catds");
    Path out = folder.resolve("out");

    Outcome refused = ingest(in, out);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains("3 of 3 files are quarantined")
        .contains("--screen rfi_probability=off --screen science_flags=off --default-error");

    Outcome outcome =
        ingest(
            in,
            out,
            "--default-error",
            "0.05",
            "--screen",
            "rfi_probability=off",
            "--screen",
            "science_flags=off");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .startsWith("4 files: 3 ingested, 0 quarantined")
        .contains("1 other files, left aside")
        .contains(
            "note on 3 files: no standard errors in the file: each retrieval got the default error"
                + " of 0.05 m3 m-3")
        .contains("smos-catds-l3: 12836 retrievals, 12822 accepted");
    assertThat(Files.readString(out.resolve("summary.json"))).contains("default error of 0.05");
    try (NetcdfInput product =
        NetcdfInput.open(Location.of(out.resolve("soil-moisture-2015.nc")))) {
      assertThat(product.attribute("default_error").orElseThrow()).startsWith("0.05 m3 m-3");
    }
  }

  @Test
  void theSameBytesOnFlinkAndOnAStorageService() throws IOException {
    Path in = folder.resolve("in");
    Path out = folder.resolve("out");
    LetterArchive.write(in, LetterArchive.good());
    assertThat(ingest(in, out, "--grid", "30x60").exit()).isZero();
    Map<String, byte[]> direct = results(out);
    assertThat(direct.keySet()).containsExactlyElementsOf(RESULTS);

    Path flink = folder.resolve("flink");
    Outcome outcome = ingest(in, flink, "--grid", "30x60", "--runner", "flink");
    assertThat(outcome.err()).isEmpty();
    assertThat(results(flink)).containsExactlyEntriesOf(direct);

    try (FakeGcsServer server = FakeGcsServer.start("archive", "products")) {
      LetterArchive.good().forEach((name, bytes) -> server.put("archive", name, bytes));
      System.setProperty(StorageEndpoint.PROPERTY, server.root());
      Outcome cloud =
          execute(
              "ingest", "--input", "gs://archive", "--out", "gs://products/sm", "--grid", "30x60");
      assertThat(cloud.exit()).isZero();
      assertThat(server.names("products"))
          .containsExactlyElementsOf(RESULTS.stream().map(name -> "sm/" + name).toList());
      direct.forEach(
          (name, bytes) -> assertThat(server.get("products", "sm/" + name)).hasValue(bytes));
    } finally {
      System.clearProperty(StorageEndpoint.PROPERTY);
      FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    }
  }

  private Process start(Path in, Path out) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            Ccdas.class.getName(),
            "ingest",
            "--input",
            in.toString(),
            "--out",
            out.toString(),
            "--grid",
            "1x1")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /** Killed while it reads, then while it writes a product, then run again. */
  @Test
  void aKilledIngestLeavesNoHalfProductAndCanBeRunAgain() throws Exception {
    Path in = folder.resolve("in");
    LetterArchive.write(in, LetterArchive.good());
    Path undisturbed = folder.resolve("undisturbed");
    assertThat(ingest(in, undisturbed, "--grid", "1x1").exit()).isZero();
    Map<String, byte[]> expected = results(undisturbed);

    Path out = folder.resolve("out");
    Path last = in.resolve("2010s/letter_20110102_D_v1.txt");
    byte[] good = Files.readAllBytes(last);
    Files.writeString(last, "power cut", StandardCharsets.UTF_8);
    Process reading = start(in, out);
    assertThat(reading.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(reading.exitValue()).isEqualTo(LetterProduct.DIED);
    assertThat(results(out)).isEmpty();

    Files.write(last, good);
    Process writing = start(in, out);
    while (writing.isAlive() && !writes(out)) {
      Thread.onSpinWait();
    }
    writing.destroyForcibly().waitFor();
    results(out).forEach((name, bytes) -> assertThat(bytes).isEqualTo(expected.get(name)));

    assertThat(ingest(in, out, "--grid", "1x1").exit()).isZero();
    assertThat(results(out)).containsExactlyEntriesOf(expected);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.count()).isEqualTo(RESULTS.size());
    }
  }

  private static boolean writes(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.anyMatch(file -> file.getFileName().toString().contains("soil-moisture"));
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
