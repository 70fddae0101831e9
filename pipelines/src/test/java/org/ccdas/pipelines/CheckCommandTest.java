package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.ccdas.verify.check.CheckResult;
import org.ccdas.verify.check.CheckTable;
import org.ccdas.verify.check.model.DerivativeCost;
import org.ccdas.verify.check.model.ModelChecks;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CheckCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Ccdas.commandLine();
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }

  private static CheckResult result(String subject, double measured) {
    return new CheckResult(subject, "adjoint identity", measured, 1e-11, measured <= 1e-11, "");
  }

  private static ModelChecks.Findings findings(double measured, List<String> inactive) {
    return new ModelChecks.Findings(
        new CheckTable(List.of(result("a tile", 1e-16), result("whole cost", measured))),
        Optional.of(new ModelChecks.Activity(101, inactive)),
        List.of(new DerivativeCost("whole cost", 0.01, 0.02, 0.03, 0.04)));
  }

  @Test
  void checksATile() {
    String tile = ModelChecks.subjects().get(5);
    assertThat(run("check", "--days", "5", "--directions", "1", "--seed", "3", "--only", tile))
        .isZero();
    assertThat(out.toString())
        .contains("Checking tile C4Gr sahel")
        .containsPattern("tile C4Gr sahel +central differences +\\S+ +1.00e-06 +passed")
        .contains("gradient/forward")
        .contains("All 4 checks passed.")
        .doesNotContain("whole cost");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void endsWithOneWhenAToleranceIsBroken() {
    int exit =
        CheckCommand.report(findings(1e-3, List.of("c0 global")), new PrintWriter(out, true));
    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .contains("FAILED")
        .contains("100 of 101 parameters, not on c0 global.")
        .contains("1 of 2 checks failed.");
  }

  @Test
  void endsWithZeroWhenAllPass() {
    assertThat(CheckCommand.report(findings(0, List.of()), new PrintWriter(out, true))).isZero();
    assertThat(out.toString()).contains("All 2 checks passed.").doesNotContain("FAILED");
  }

  @Test
  void refusesChecksOfNothing() {
    assertThat(run("check", "--directions", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--directions is 0, it must be at least 1");
    assertThat(run("check", "--only", "tile")).isEqualTo(2);
    assertThat(err.toString()).contains("--only tile: there is ").contains("whole cost");
    assertThat(run("check", "--help")).isZero();
    assertThat(out.toString()).containsPattern("each check;\\s+default 3\\.");
    assertThat(run("check", "--days", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--days is 1, it must be at least 2");
  }
}
