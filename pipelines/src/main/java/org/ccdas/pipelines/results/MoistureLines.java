package org.ccdas.pipelines.results;

/** The soil moisture of a run in a few lines of text. */
final class MoistureLines {
  private MoistureLines() {}

  static void print(MoistureSummary summary, TableLines lines) {
    if (summary == null) {
      return;
    }
    lines.heading("soil moisture, " + summary.counted());
    lines.row("chi-square", summary.chiSquare(), 3, "");
    lines.row("r, median of cells", summary.r(), 3, "");
    lines.row("RMSE, median, m3 m-3", summary.rmse(), 4, "");
    lines.row("RMSE without bias, median, m3 m-3", summary.unbiasedRmse(), 4, "");
    lines.line(
        "change of r on even days where r of odd days was poor %+.3f, where good %+.3f;"
            + " without seasonal cycle %+.3f and %+.3f",
        summary.change().wherePoor(),
        summary.change().whereGood(),
        summary.changeOfAnomaly().wherePoor(),
        summary.changeOfAnomaly().whereGood());
    lines.line(
        "offsets of cells: mean %+.3f, standard deviation %.3f m3 m-3",
        summary.offset().mean(), summary.offset().standardDeviation());
  }
}
