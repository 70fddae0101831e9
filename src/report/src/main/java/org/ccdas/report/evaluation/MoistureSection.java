package org.ccdas.report.evaluation;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.signed;

import java.util.List;
import org.ccdas.evaluate.judge.Anomalies;
import org.ccdas.evaluate.judge.GridComparison;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Scatter;
import org.ccdas.report.picture.WorldMap;
import org.ccdas.report.scale.ColourScale;
import org.ccdas.report.scale.ColourTable;

/** Anomalies of soil moisture, cell by cell. */
final class MoistureSection {
  private static final String ID = "moisture";
  private static final String TITLE = "Soil moisture, cell by cell";

  private MoistureSection() {}

  static Section of(Judgement judgement) {
    List<GridComparison> moisture =
        judgement.grids().stream().filter(one -> one.quantity() == Quantity.SOIL_MOISTURE).toList();
    if (moisture.isEmpty()) {
      return Section.leftOut(
          ID, TITLE, "Left out: there is no gridded soil moisture in the months of this run.");
    }
    Section section = Section.of(ID, TITLE);
    HtmlTable table =
        new HtmlTable("Correlation of monthly anomalies, medians over cells")
            .texts("reference")
            .numbers("prior", "posterior", "change where poor", "change where good");
    for (GridComparison grid : moisture) {
      Anomalies anomalies = grid.anomalies();
      table.row(
          grid.source(),
          fixed(Anomalies.median(anomalies.prior()), 3),
          fixed(Anomalies.median(anomalies.posterior()), 3),
          signed(anomalies.changeWherePoor(), 4),
          signed(anomalies.changeWhereGood(), 4));
    }
    section =
        section
            .add(table.html())
            .paragraph(
                "Poor and good are the halves of the cells below and above the median of the prior"
                    + " correlation of every other month; the change is that of the remaining months.");
    WorldMap map = WorldMap.of(judgement.run().cells().stream().map(Cell::box).toList());
    for (GridComparison grid : moisture) {
      section =
          section
              .figure(
                  map.draw(
                      "moisture-r",
                      "Map of the correlation of anomalies of soil moisture with " + grid.source(),
                      grid.anomalies().posterior(),
                      new ColourScale(ColourTable.BLUE_WHITE_RED, -1, 1),
                      "r of monthly anomalies, posterior"),
                  "Correlation of monthly anomalies of the uppermost soil's moisture with "
                      + grid.source()
                      + " after assimilation.")
              .figure(
                  Scatter.draw(
                      "moisture-change",
                      "Change of the correlation of soil moisture against the prior correlation",
                      grid.anomalies().priorOdd(),
                      "prior r, odd months",
                      grid.anomalies().changeEven(),
                      "posterior less prior r, even months"),
                  "A point a cell: above the line the assimilation made the correlation better.");
    }
    return section;
  }
}
