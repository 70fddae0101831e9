package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.judge.Statement;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.evaluation.RunEvaluation;
import org.ccdas.report.evaluation.EvaluationFiles;
import org.ccdas.report.evaluation.EvaluationPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccdas evaluate}: a finished run beside independent data. */
@Command(
    name = "evaluate",
    description = {
      "Put a finished run beside independent data: budgets, inversions, vegetation models, gridded",
      "production, towers. Writes "
          + EvaluationPage.PAGE
          + ", "
          + EvaluationFiles.JSON
          + " and "
          + EvaluationFiles.CSV
          + "; the last lines printed are",
      "the verdicts on the published abstract."
    })
final class EvaluateCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "The folder of the run.")
  private Location run;

  @Option(
      names = "--against",
      paramLabel = "DATA",
      required = true,
      description =
          "Folder with independent data; it and the folders in it are searched for files of known"
              + " names, which docs/judging.md lists.")
  private Location data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for what is written; default: that of the run.")
  private Location out;

  @Override
  public void run() {
    PrintWriter terminal = spec.commandLine().getOut();
    Location folder = out == null ? run : out;
    try {
      Judgement judgement =
          new RunEvaluation(run, data, folder)
              .write(
                  step -> {
                    terminal.println(step);
                    terminal.flush();
                  });
      terminal.println(
          judgement.comparisons().size()
              + " comparisons in "
              + folder
              + ": "
              + EvaluationPage.PAGE
              + ", "
              + EvaluationFiles.JSON
              + ", "
              + EvaluationFiles.CSV);
      for (Statement one : judgement.statements()) {
        terminal.println(one.id() + ": " + one.verdict().words() + ": " + one.number());
      }
      terminal.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
