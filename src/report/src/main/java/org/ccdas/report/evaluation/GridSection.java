package org.ccdas.report.evaluation;

import java.util.Arrays;
import java.util.List;
import org.ccdas.evaluate.judge.GridComparison;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.judge.Stage;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.WorldMap;
import org.ccdas.report.scale.ColourScale;

/** Maps of the difference from gridded references. */
final class GridSection {
  private static final String ID = "maps";
  private static final String TITLE = "Gross production, cell by cell";
  private static final double G_PER_KG_DAYS = 1e3 * 86400 * 365;

  private GridSection() {}

  static Section of(Judgement judgement) {
    List<GridComparison> production =
        judgement.grids().stream().filter(one -> one.quantity().isFlux()).toList();
    if (production.isEmpty()) {
      return Section.leftOut(
          ID,
          TITLE,
          "Left out: there is no gridded gross primary production (FLUXCOM, MODIS MOD17) in the data"
              + " folder. Files by the CF conventions are read; docs/judging.md names them.");
    }
    WorldMap map = WorldMap.of(judgement.run().cells().stream().map(Cell::box).toList());
    Section section = Section.of(ID, TITLE);
    for (GridComparison grid : production) {
      String id = grid.source().replaceAll("[^A-Za-z0-9]+", "-");
      double[] prior = difference(grid, Stage.PRIOR);
      double[] posterior = difference(grid, Stage.POSTERIOR);
      double[] both = Arrays.copyOf(prior, prior.length + posterior.length);
      System.arraycopy(posterior, 0, both, prior.length, posterior.length);
      ColourScale scale = ColourScale.differences(both);
      String label = grid.quantity().symbol() + " less " + grid.source() + ", gC m⁻² a year";
      section =
          section
              .heading(grid.source())
              .figure(
                  map.draw(
                      "bias-posterior-" + id,
                      "Map of the difference of GPP from " + grid.source() + " after assimilation",
                      posterior,
                      scale,
                      "posterior " + label),
                  "Mean over the months that "
                      + grid.source()
                      + " has: red is more than it, blue is less; cells without its values are"
                      + " grey.")
              .figure(
                  map.draw(
                      "bias-prior-" + id,
                      "Map of the difference of GPP from " + grid.source() + " before assimilation",
                      prior,
                      scale,
                      "prior " + label),
                  "The same before assimilation.");
    }
    return section;
  }

  private static double[] difference(GridComparison grid, Stage stage) {
    double[] difference = new double[grid.reference().length];
    Arrays.setAll(difference, c -> (grid.means(stage)[c] - grid.reference()[c]) * G_PER_KG_DAYS);
    return difference;
  }
}
