package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TwinCoverageCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "experiment";
    arguments[1] = "twin-coverage";
    System.arraycopy(options, 0, arguments, 2, options.length);
    CommandLine line = Ccdas.commandLine();
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }

  @Test
  void wrongUseExitsWithTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("--out");
    assertThat(run("--out", folder.toString(), "--draws", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--draws is 0, it must be at least 1");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void earlierTwinsAreNotOverwritten() throws IOException {
    Files.writeString(folder.resolve("plan.json"), "{}");
    assertThat(run("--out", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("the plan of earlier twins. Add --resume");
    assertThat(folder.resolve("world")).doesNotExist();
  }

  /**
   * A draw is too little to meet the criteria: the exit code says so, and the results are there.
   */
  @Test
  void theExitCodeIsTheVerdict() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("data"));
    world.spoil(
        world.experiment(),
        "kind: lbfgs, maxEvaluations: 4, gradientTolerance: 0",
        "maxEvaluations: 5");
    Path results = folder.resolve("twins");
    int exit =
        run(
            world.experiment().toString(),
            "--data",
            world.folder().toString(),
            "--out",
            results.toString(),
            "--draws",
            "1");
    assertThat(err.toString()).isEmpty();
    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .contains("draw 1 of 1, seed 1")
        .containsPattern("pooled coverage of one sigma \\S+ \\(wanted \\[0.6, 0.76\\]\\): failed");
    assertThat(results.resolve("twin-coverage.json")).isNotEmptyFile();
    assertThat(results.resolve("blocks")).exists();
  }
}
