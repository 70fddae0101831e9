package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.ccdas.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccdas report}: the page of a run that has ended, made from its files. */
@Command(
    name = "report",
    description = "Make the page report.html of a run, and its pictures, from its result files.")
final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "The folder of the run.")
  private Path folder;

  @Override
  public void run() {
    try {
      Path page = Report.write(folder);
      PrintWriter terminal = spec.commandLine().getOut();
      terminal.println("wrote " + page + " and the pictures beside it");
      terminal.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
