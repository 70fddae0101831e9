package org.ccdas.report.local;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.List;
import java.util.Optional;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.page.Section;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.stream.FitStatistic;
import org.ccdas.report.stream.StreamPage;

/** What all streams of values of cells add to the pages. */
public abstract class LocalPage implements StreamPage {
  private final String stream;
  private final LocalWords words;

  /** A stream of this name. */
  protected LocalPage(String stream, LocalWords words) {
    this.stream = stream;
    this.words = words;
  }

  @Override
  public String stream() {
    return stream;
  }

  @Override
  public String title() {
    return words.title();
  }

  @Override
  public String assimilated(RunSummary summary) {
    return fixed(summary.observations().get(stream), 0) + " " + words.values();
  }

  @Override
  public List<Section> sections(RunResults run) {
    return List.of(LocalSection.of(words, run));
  }

  @Override
  public List<String> rejected(RunResults run) {
    return List.of();
  }

  @Override
  public List<FitStatistic> statistics() {
    return List.of(
        new FitStatistic("r", "r, median of cells", "1", 3),
        new FitStatistic(
            "unbiasedRmse",
            "RMSE less bias, median"
                + (words.shownUnit().isEmpty() ? "" : ", " + words.shownUnit()),
            words.unit(),
            4));
  }

  @Override
  public List<Section> compared(List<ComparedRun> runs) {
    return List.of();
  }

  @Override
  public List<String> predicted(List<ComparedRun> runs) {
    return List.of();
  }

  @Override
  public Optional<String> unseen(ComparedRun run) {
    return Optional.empty();
  }
}
