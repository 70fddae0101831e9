package org.ccdas.pipelines;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.ccdas.verify.check.model.DerivativeCost;
import org.ccdas.verify.check.model.ModelChecks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ccdas check}: whether the derivatives of model and cost are right. */
@Command(
    name = "check",
    description =
        "Check the derivatives of single tiles and of the whole cost: adjoint identity, Taylor"
            + " remainder, central differences. Ends with 1 when a tolerance is broken.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of points, directions and weather; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--directions",
      paramLabel = "K",
      defaultValue = "3",
      description = "Random directions of each check; default ${DEFAULT-VALUE}.")
  private int directions;

  @Option(
      names = "--days",
      paramLabel = "D",
      defaultValue = "365",
      description = "Days that the tiles run after their spin-up; default ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--only",
      paramLabel = "SUBJECT",
      description =
          "Checks this only: one of ${COMPLETION-CANDIDATES}. Again for more; without it all.",
      completionCandidates = Subjects.class)
  private List<String> only = List.of();

  /** The subjects, for the help. */
  private static final class Subjects implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ModelChecks.subjects().iterator();
    }
  }

  @Override
  public Integer call() {
    require(directions >= 1, "--directions is " + directions + ", it must be at least 1");
    require(days >= 2, "--days is " + days + ", it must be at least 2");
    List<String> subjects = ModelChecks.subjects();
    for (String subject : only) {
      require(
          subjects.contains(subject),
          "--only " + subject + ": there is " + String.join(", ", subjects));
    }
    PrintWriter out = spec.commandLine().getOut();
    ModelChecks.Findings findings =
        new ModelChecks(seed, directions, days)
            .run(
                only.isEmpty() ? subjects : only,
                subject -> {
                  out.println("Checking " + subject);
                  out.flush();
                });
    return report(findings, out);
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), problem);
    }
  }

  /** Prints what was found and gives the exit code. */
  static int report(ModelChecks.Findings findings, PrintWriter out) {
    out.println();
    out.print(findings.table().text());
    out.println();
    findings.activity().ifPresent(activity -> printActivity(activity, out));
    out.println("Time of derivatives (medians of a few runs, indicative)");
    out.print(DerivativeCost.table(findings.costs()));
    out.println();
    int checks = findings.table().results().size();
    long failed = findings.table().results().stream().filter(result -> !result.passed()).count();
    out.println(
        findings.table().passed()
            ? "All " + checks + " checks passed."
            : failed + " of " + checks + " checks failed.");
    out.flush();
    return findings.table().passed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static void printActivity(ModelChecks.Activity activity, PrintWriter out) {
    int active = activity.parameters() - activity.inactive().size();
    out.println(
        "The observations of the whole cost depend on "
            + active
            + " of "
            + activity.parameters()
            + " parameters"
            + (activity.inactive().isEmpty()
                ? "."
                : ", not on " + String.join(", ", activity.inactive()) + "."));
    out.println();
  }
}
