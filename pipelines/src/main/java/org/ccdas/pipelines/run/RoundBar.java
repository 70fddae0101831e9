package org.ccdas.pipelines.run;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar that moves in place, on a terminal. Its end is the estimated number of evaluations, which
 * moves too; without an estimate, the largest allowed.
 */
final class RoundBar implements RoundDisplay {
  private static final int REFRESH_MILLIS = 500;
  private static final int WIDTH = 100;

  private final ProgressBarConsumer consumer;
  private final int mostEvaluations;
  private final int before;
  private ProgressBar bar;

  /**
   * A bar.
   *
   * @param consumer takes what is drawn
   * @param mostEvaluations at which the search ends at the latest
   * @param before evaluations of a run that is taken up
   */
  RoundBar(ProgressBarConsumer consumer, int mostEvaluations, int before) {
    this.consumer = consumer;
    this.mostEvaluations = mostEvaluations;
    this.before = before;
  }

  @Override
  public void begin() {
    bar =
        new ProgressBarBuilder()
            .setTaskName("minimise")
            .setStyle(ProgressBarStyle.ASCII)
            .setInitialMax(mostEvaluations)
            .startsFrom(before, Duration.ZERO)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setMaxRenderedLength(WIDTH)
            // its own estimate assumes even progress; ours is in the message
            .hideEta()
            .setConsumer(consumer)
            .build();
    bar.setExtraMessage("the first takes longest");
  }

  @Override
  public void round(RunRound round) {
    double perEvaluation = round.seconds() / round.costs().size();
    double left = round.secondsLeft() / perEvaluation;
    bar.maxHint(
        round.finished() || !Double.isFinite(left)
            ? round.finished() ? round.evaluations() : mostEvaluations
            : round.evaluations() + Math.max(1, Math.round(left)));
    bar.stepTo(round.evaluations());
    bar.setExtraMessage(message(round));
    bar.refresh();
  }

  static String message(RunRound round) {
    RunRound.Costs best = round.best();
    return String.format(
        Locale.ROOT, "J %.5g |g| %.3g, %s", best.cost(), best.gradientNorm(), round.left());
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
