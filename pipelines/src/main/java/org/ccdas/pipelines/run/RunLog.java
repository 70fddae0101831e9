package org.ccdas.pipelines.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.assimilate.posterior.Mixing;
import org.ccdas.assimilate.posterior.Profile;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.block.Manifest;
import org.ccdas.pipelines.config.MinimiserSettings;
import org.ccdas.pipelines.problem.Problem;

/**
 * Tells a person how a run goes, by a bar on a terminal and else a line a round, and a machine the
 * same in a file beside.
 */
public final class RunLog {
  private final PrintWriter out;
  private final ProgressFile file;
  private final double tolerance;
  private final int mostEvaluations;
  private final boolean terminal;
  private RoundDisplay display;

  /**
   * A log that writes lines.
   *
   * @param out for a person
   * @param progress file of lines of JSON, appended to
   * @param mostEvaluations after which the run stops at the latest
   */
  public RunLog(PrintWriter out, Location progress, int mostEvaluations) {
    this(out, progress, 0, mostEvaluations, false);
  }

  private RunLog(
      PrintWriter out, Location progress, double tolerance, int mostEvaluations, boolean terminal) {
    this.out = out;
    this.file = new ProgressFile(progress);
    this.tolerance = tolerance;
    this.mostEvaluations = mostEvaluations;
    this.terminal = terminal;
  }

  /** A log of a run with these settings: with a bar when a person sits at a terminal. */
  public static RunLog of(PrintWriter out, Location progress, MinimiserSettings settings) {
    return new RunLog(
        out,
        progress,
        settings.gradientTolerance(),
        settings.maxEvaluations(),
        System.console() != null);
  }

  /** Says something. */
  public void say(String text) {
    out.println(text);
    out.flush();
  }

  void prepared(Problem problem, Manifest manifest, EvaluationSetup setup, double seconds) {
    problem.notes().forEach(note -> say("note: " + note));
    say(
        String.format(
            Locale.ROOT,
            "prepared %d cells, %d tiles (%d without carbon) in %d blocks, %s, %d parameters:"
                + " %.1f s",
            manifest.cells(),
            manifest.tiles(),
            setup.frozen().count(),
            manifest.blocks().size(),
            problem.counted(),
            problem.setup().control().size(),
            seconds));
    problem.weatherChoices().forEach(note -> say("weather: " + note));
  }

  void minimised(Minimiser end, double seconds) {
    end();
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

  void endsEvaluated(double seconds) {
    say(String.format(Locale.ROOT, "evaluated the prior and the result: %.1f s", seconds));
  }

  void profiled(Profile profile, double seconds) {
    say(
        String.format(
            Locale.ROOT,
            "checked the uncertainty by the cost at %d points around the minimum: %.1f s",
            profile.evaluated(),
            seconds));
  }

  /** A line about chains of draws. */
  public static String moved(Mixing mixing) {
    return String.format(
        Locale.ROOT,
        "move %d of the draws, %.0f percent of the way: %.0f percent taken, worth %.0f, drift %+.1f",
        mixing.moves(),
        100 * mixing.share(),
        100 * mixing.acceptance(),
        mixing.effectiveDraws(),
        mixing.drift());
  }

  void drawn(int draws, double seconds) {
    say(
        String.format(
            Locale.ROOT, "ran %d draws from the posterior forward: %.1f s", draws, seconds));
  }

  /**
   * Progress of the rounds that follow this state. What the file says of rounds after it, or of
   * another run, is dropped: they are told again.
   *
   * @param streams names of the streams of observations
   */
  Assimilation.Progress rounds(Minimiser start, List<String> streams) throws IOException {
    file.keep(start.evaluations());
    if (start.finished()) {
      say("this run has ended before, after " + start.evaluations() + " evaluations");
      return (evaluations, after, seconds) -> {};
    }
    if (start.evaluations() > 0) {
      say("resumed after " + start.evaluations() + " evaluations");
    }
    display = terminal ? bar(start) : new RoundLines(out, streams);
    display.begin();
    TimeLeft timeLeft = new TimeLeft(tolerance, mostEvaluations, start.evaluations());
    return (evaluations, after, seconds) -> {
      RunRound round = RunRound.of(evaluations, after, seconds, timeLeft);
      for (int i = 0; i < evaluations.size(); i++) {
        file.append(round, round.costs().get(i), round.number(i));
      }
      display.round(round);
    };
  }

  private RoundDisplay bar(Minimiser start) {
    return new RoundBar(
        new ConsoleProgressBarConsumer(System.err), mostEvaluations, start.evaluations());
  }

  /** Ends the showing of rounds, whether the search came to its end or not. */
  void end() {
    if (display != null) {
      display.close();
      display = null;
    }
  }
}
