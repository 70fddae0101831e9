package org.ccdas.pipelines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.Report;
import org.ccdas.report.compared.ComparisonIndex;
import org.ccdas.report.comparison.ComparisonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccdas report}: the page of a run or of a comparison, made from its files. */
@Command(
    name = "report",
    description = {
      "Make the page report.html of a run, and its pictures, from its result files;",
      "or comparison.html and comparison.csv of what 'ccdas experiment' has run so far."
    })
final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "The folder of the run or comparison.")
  private Location folder;

  @Override
  public void run() {
    try {
      PrintWriter terminal = spec.commandLine().getOut();
      if (StoredFiles.exists(folder.resolve(ComparisonIndex.FILE))) {
        ComparisonReport.write(folder, terminal);
        return;
      }
      Location page = Report.write(folder);
      terminal.println("wrote " + page + " and the pictures beside it");
      terminal.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
