package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.apache.beam.sdk.util.UserCodeException;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

class CcdasTest {
  private record Outcome(int exit, String out, String err) {}

  @Command(name = "broken")
  static final class Broken implements Callable<Integer> {
    private final RuntimeException failure;

    Broken(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public Integer call() {
      throw failure;
    }
  }

  @Test
  void printsItsVersions() {
    Outcome outcome = run("--version");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .containsPattern("^ccdas \\d+\\.\\d+")
        .contains("Apache Beam 2.")
        .contains("Java ");
  }

  @Test
  void helpNamesTheCommandsAndExitCodes() {
    Outcome outcome = run("--help");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("config").contains("2 wrong use");
    assertThat(run("config", "resolve", "--help").out())
        .contains("--data=FOLDER")
        .contains("${data}");
  }

  @Test
  void wrongUseExitsWithTwoAndASuggestion() {
    assertThat(run().exit()).isEqualTo(2);
    assertThat(run("config").exit()).isEqualTo(2);
    Outcome command = run("conifg");
    assertThat(command.exit()).isEqualTo(2);
    assertThat(command.err()).contains("Did you mean config?").contains("ccdas --help");
    Outcome option = run("config", "resolve", "x.yaml", "--dta", "y");
    assertThat(option.exit()).isEqualTo(2);
    assertThat(option.err()).contains("'--dta'").contains("Did you mean --data?");
    assertThat(option.out()).isEmpty();
  }

  @Test
  void badInputExitsWithOneAndItsMessageOnly() {
    Outcome outcome = run("config", "resolve", "no-such.yaml");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualToNormalizingNewlines(
            "error: no-such.yaml: there is no such experiment file. Check the path.\n");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void resolvesAShippedExperiment() {
    Outcome outcome = run("config", "resolve", "experiments/flask-coarse.yaml", "--data", "/data");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("cells: /data/land/grid_tm2.csv").contains("passes: 2");
  }

  @Test
  void printsSchemaAndKeys() {
    assertThat(run("config", "schema").out()).contains("\"$schema\"").contains("gradientTolerance");
    assertThat(run("config", "keys").out()).contains("| `window.first` | month | required |");
  }

  @Test
  void anExperimentNeedsAFileAndAFolder() {
    assertThat(run("experiment").err()).contains("Missing required parameter: 'FILE'");
    Outcome outcome = run("experiment", "experiments/validation-coarse.yaml");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("Missing required option: '--out=FOLDER'");
  }

  @Test
  void reportMakesThePageOfAComparison(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("comparison.json"),
        """
        {"name":"c","title":"C","members":[{"name":"prior","assimilate":[],"heldOutStations":[],
         "heldOutYears":[],"heldOutRegions":[],"minimiser":"lbfgs","sameProblem":[],"error":null}]}
        """);
    Outcome outcome = run("report", folder.toString());
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("Not among the results: prior.");
    assertThat(folder.resolve("comparison.html")).exists();
  }

  @Test
  void findsTheInputErrorInsideWhatRunnersThrow() {
    InputException bad = new InputException("a.nc", "variable t", "NaN", "Fill it");
    RuntimeException wrapped =
        new RuntimeException(new CompletionException(UserCodeException.wrap(bad)));
    Outcome outcome = fail(wrapped);
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualToNormalizingNewlines("error: a.nc, variable t: NaN. Fill it.\n");
  }

  @Test
  void keepsTheStackTraceOfOtherFailures() throws IOException {
    Outcome outcome = fail(new IllegalStateException("outer", new ArithmeticException("by zero")));
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .startsWith("error: the program failed with ArithmeticException: by zero");
    Path file = Path.of(outcome.err().replaceAll("(?s).*trace is in (.*)\\.\\s*$", "$1"));
    assertThat(Files.readString(file))
        .contains("outer")
        .contains("Caused by")
        .contains("CcdasTest");
    Files.delete(file);
  }

  @Test
  void printsTheStackTraceOnRequest() {
    Outcome outcome = fail(new IllegalStateException("deep"), "--stacktrace");
    assertThat(outcome.err())
        .contains("at org.ccdas.pipelines.CcdasTest")
        .doesNotContain("trace is in");
  }

  @Test
  void survivesACircleOfCauses() {
    IllegalStateException one = new IllegalStateException("one");
    IllegalStateException two = new IllegalStateException("two", one);
    one.initCause(two);
    assertThat(fail(two, "--stacktrace").err()).contains("IllegalStateException: one");
  }

  private static Outcome fail(RuntimeException failure, String... options) {
    CommandLine line = Ccdas.commandLine();
    line.addSubcommand(CommandSpec.forAnnotatedObject(new Broken(failure)));
    return run(
        line, options.length == 0 ? new String[] {"broken"} : new String[] {options[0], "broken"});
  }

  private static Outcome run(String... arguments) {
    return run(Ccdas.commandLine(), arguments);
  }

  private static Outcome run(CommandLine line, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit = line.execute(arguments);
    return new Outcome(exit, out.toString(), err.toString());
  }
}
