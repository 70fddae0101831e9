package org.ccdas.pipelines.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.core.evaluation.Evaluation;
import org.ccdas.core.evaluation.FrozenTiles;
import org.ccdas.core.evaluation.Manifest;
import org.ccdas.core.file.AtomicFile;
import org.ccdas.core.minimise.Minimiser;
import org.ccdas.pipelines.problem.Problem;

/** Tells a person how a run goes, a line an evaluation, and a machine the same in a file beside. */
public final class RunLog {
  private static final Pattern LINE = Pattern.compile("\\{\"evaluation\":(\\d{1,9}),.*\\}");

  private final PrintWriter out;
  private final Path progress;
  private final int mostEvaluations;

  /**
   * A log.
   *
   * @param out for a person
   * @param progress file of lines of JSON, appended to
   * @param mostEvaluations after which the run stops at the latest
   */
  public RunLog(PrintWriter out, Path progress, int mostEvaluations) {
    this.out = out;
    this.progress = progress;
    this.mostEvaluations = mostEvaluations;
  }

  /** Says something. */
  public void say(String text) {
    out.println(text);
    out.flush();
  }

  void prepared(Problem problem, Manifest manifest, FrozenTiles frozen, double seconds) {
    say(
        String.format(
            Locale.ROOT,
            "prepared %d cells, %d tiles (%d without carbon) in %d blocks, %d CO2 observations"
                + " at %d stations, %d parameters: %.1f s",
            manifest.cells(),
            manifest.tiles(),
            frozen.count(),
            manifest.blocks().size(),
            problem.setup().co2().count(),
            problem.assimilated(),
            problem.setup().control().size(),
            seconds));
  }

  void minimised(Minimiser end, double seconds) {
    say(
        String.format(
            Locale.ROOT,
            "%s after %d iterations and %d evaluations, %.1f s: %s",
            end.converged() ? "converged" : "stopped",
            end.iterations(),
            end.evaluations(),
            seconds,
            end.reason()));
  }

  /**
   * Progress of the rounds that follow this state. What the file says of rounds after it, or of
   * another run, is dropped: they are told again.
   */
  Assimilation.Progress rounds(Minimiser start) throws IOException {
    keep(start.evaluations());
    if (start.finished()) {
      say("this run has ended before, after " + start.evaluations() + " evaluations");
    } else {
      if (start.evaluations() > 0) {
        say("resumed after " + start.evaluations() + " evaluations");
      }
      say(" eval  iter            J       J_co2    |gradient|      step       s   ETA");
    }
    return new Assimilation.Progress() {
      private int rounds;
      private double total;

      @Override
      public void round(List<Evaluation> evaluations, Minimiser after, double seconds)
          throws IOException {
        rounds++;
        total += seconds;
        double left = total / rounds * (mostEvaluations - after.evaluations());
        for (Evaluation evaluation : evaluations) {
          line(evaluation, after, seconds, left);
        }
      }
    };
  }

  /** Keeps the whole lines of the first evaluations. */
  private void keep(int evaluations) throws IOException {
    if (evaluations == 0 || !Files.exists(progress)) {
      Files.deleteIfExists(progress);
      return;
    }
    StringBuilder kept = new StringBuilder();
    for (String line : Files.readAllLines(progress, StandardCharsets.UTF_8)) {
      Matcher whole = LINE.matcher(line);
      if (whole.matches() && Integer.parseInt(whole.group(1)) <= evaluations) {
        kept.append(line).append('\n');
      }
    }
    AtomicFile.write(progress, kept.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void line(Evaluation evaluation, Minimiser after, double seconds, double left)
      throws IOException {
    double norm = norm(evaluation.gradient());
    double step =
        after.history().isEmpty() ? 0 : after.history().get(after.history().size() - 1).step();
    say(
        String.format(
            Locale.ROOT,
            "%5d %5d %12.4f %11.4f %13.5g %9.3g %7.1f %s",
            after.evaluations(),
            after.iterations(),
            evaluation.cost(),
            evaluation.co2(),
            norm,
            step,
            seconds,
            after.finished() ? "done" : "< " + Math.round(left) + " s"));
    Files.createDirectories(progress.getParent());
    Files.writeString(
        progress,
        String.format(
            Locale.ROOT,
            "{\"evaluation\":%d,\"iteration\":%d,\"cost\":%s,\"background\":%s,\"co2\":%s,"
                + "\"gradientNorm\":%s,\"seconds\":%.3f}\n",
            after.evaluations(),
            after.iterations(),
            json(evaluation.cost()),
            json(evaluation.background()),
            json(evaluation.co2()),
            json(norm),
            seconds),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** JSON knows no NaN and no infinity. */
  private static String json(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "null";
  }

  private static double norm(double[] gradient) {
    if (gradient == null) {
      return Double.NaN;
    }
    double sum = 0;
    for (double element : gradient) {
      sum += element * element;
    }
    return Math.sqrt(sum);
  }
}
