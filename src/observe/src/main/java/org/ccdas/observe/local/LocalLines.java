package org.ccdas.observe.local;

import org.ccdas.observe.stream.TableLines;

/** A local stream of a run in a few lines of text. */
final class LocalLines {
  private LocalLines() {}

  static void print(LocalNames names, LocalSummary summary, TableLines lines) {
    lines.heading(names.title() + ", " + summary.counted());
    lines.row("chi-square", summary.chiSquare(), 3, "");
    lines.row("r, median of cells", summary.r(), 3, "");
    lines.row("RMSE, median, " + names.units(), summary.rmse(), names.decimals(), "");
    lines.row(
        "RMSE without bias, median, " + names.units(),
        summary.unbiasedRmse(),
        names.decimals(),
        "");
    lines.line(
        "change of r on even days where r of odd days was poor %+.3f, where good %+.3f;"
            + " without seasonal cycle %+.3f and %+.3f",
        summary.change().wherePoor(),
        summary.change().whereGood(),
        summary.changeOfAnomaly().wherePoor(),
        summary.changeOfAnomaly().whereGood());
    lines.line(
        "offsets of cells: mean %+.3f, standard deviation %.3f %s",
        summary.offset().mean(), summary.offset().standardDeviation(), names.units());
  }
}
