package org.ccdas.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.evaluate.judge.Comparison;
import org.ccdas.evaluate.judge.GridComparison;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.judge.Stage;
import org.ccdas.evaluate.score.IlambScores;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Heatmap;
import org.ccdas.report.scale.ColourScale;
import org.ccdas.report.scale.ColourTable;

/** Scores of ILAMB. */
final class ScoresSection {
  private static final String ID = "scores";
  private static final String TITLE = "Scores of ILAMB";
  private static final List<String> NAMES =
      List.of("bias", "rmse", "cycle", "interannual", "distribution", "overall");

  private ScoresSection() {}

  static Section of(Judgement judgement) {
    List<String> rows = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (GridComparison grid : judgement.grids()) {
      rows.add(grid.quantity().symbol() + " " + grid.source());
      values.add(both(grid.scores(Stage.PRIOR), grid.scores(Stage.POSTERIOR)));
    }
    for (Comparison one : judgement.comparisons()) {
      if (one.ensemble()) {
        rows.add(one.quantity().symbol() + " " + one.place().name() + ", " + one.kind().words());
        values.add(both(one.scores(Stage.PRIOR).ilamb(), one.scores(Stage.POSTERIOR).ilamb()));
      }
    }
    if (rows.isEmpty()) {
      return Section.leftOut(
          ID, TITLE, "Left out: neither gridded references nor means of three sources are there.");
    }
    List<String> columns = new ArrayList<>();
    for (String name : NAMES) {
      columns.add(name + ", prior");
      columns.add(name + ", posterior");
    }
    return Section.of(ID, TITLE)
        .figure(
            Heatmap.draw(
                "ilamb",
                "Scores of ILAMB by reference, prior and posterior",
                rows,
                columns,
                values.toArray(double[][]::new),
                new ColourScale(ColourTable.VIRIDIS, 0, 1),
                "score, 0 to 1"),
            "Scores after Collier et al. (2018): 1 is perfect. Of single series for regions; by cells,"
                + " weighted by area, for gridded references, which alone have a score of the"
                + " distribution in space. The overall score is the mean of those that there are, that"
                + " of the rmse counting twice.");
  }

  private static double[] both(IlambScores prior, IlambScores posterior) {
    return new double[] {
      prior.bias(), posterior.bias(),
      prior.rmse(), posterior.rmse(),
      prior.cycle(), posterior.cycle(),
      prior.interannual(), posterior.interannual(),
      prior.distribution(), posterior.distribution(),
      prior.overall(), posterior.overall()
    };
  }
}
