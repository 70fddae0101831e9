package org.ccdas.pipelines.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/** The file of progress: a line of JSON for each evaluation, for programs. */
final class ProgressFile {
  private static final Pattern LINE = Pattern.compile("\\{\"evaluation\":(\\d{1,9}),.*\\}");

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
        String.format(
                Locale.ROOT,
                "{\"evaluation\":%d,\"iteration\":%d,\"cost\":%s,\"prior\":%s,%s"
                    + "\"gradientNorm\":%s,\"step\":%s,\"damping\":%s,"
                    + "\"seconds\":%.3f,\"secondsLeft\":%s}\n",
                evaluation,
                round.iteration(),
                json(costs.cost()),
                json(costs.prior()),
                streams(costs),
                json(costs.gradientNorm()),
                json(round.step()),
                json(round.damping()),
                round.seconds(),
                json(round.secondsLeft()))
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String streams(RunRound.Costs costs) {
    StringBuilder text = new StringBuilder();
    costs
        .streams()
        .forEach(
            (name, cost) ->
                text.append('"').append(name).append("\":").append(json(cost)).append(','));
    return text.toString();
  }

  /** JSON knows no NaN and no infinity. */
  private static String json(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "null";
  }
}
