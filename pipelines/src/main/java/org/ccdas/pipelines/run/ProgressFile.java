package org.ccdas.pipelines.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.run.ProgressLine;
import org.ccdas.report.run.ResultJson;

/** The file of progress: a line of JSON for each evaluation, for programs. */
final class ProgressFile {
  private static final Pattern LINE = Pattern.compile("\\{\"evaluation\":(\\d{1,9}),.*\\}");

  private static final double MILLI = 1e3;

  private final Location path;

  ProgressFile(Location path) {
    this.path = path;
  }

  /** Keeps the whole lines of the first evaluations, and drops all others. */
  void keep(int evaluations) throws IOException {
    if (evaluations == 0 || !StoredFiles.exists(path)) {
      StoredFiles.delete(path);
      return;
    }
    StringBuilder kept = new StringBuilder();
    for (String line : StoredFiles.readText(path).lines().toList()) {
      Matcher whole = LINE.matcher(line);
      if (whole.matches() && Integer.parseInt(whole.group(1)) <= evaluations) {
        kept.append(line).append('\n');
      }
    }
    StoredFiles.write(path, kept.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Appends a line. */
  void append(RunRound round, RunRound.Costs costs, int evaluation) throws IOException {
    StoredFiles.append(
        path,
        ResultJson.line(
            new ProgressLine(
                evaluation,
                round.iteration(),
                costs.cost(),
                costs.prior(),
                costs.gradientNorm(),
                round.step(),
                round.damping(),
                Math.round(round.seconds() * MILLI) / MILLI,
                round.secondsLeft(),
                costs.streams())));
  }
}
