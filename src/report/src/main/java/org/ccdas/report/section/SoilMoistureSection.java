package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.Arrays;
import java.util.List;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.Scatter;
import org.ccdas.report.picture.TimeSeries;
import org.ccdas.report.picture.WorldMap;
import org.ccdas.report.run.MoistureResult;
import org.ccdas.report.scale.ColourScale;
import org.ccdas.report.scale.ColourTable;

/** Soil moisture against its observations: correlation by cell, its change, time series. */
public final class SoilMoistureSection {
  private static final String ID = "soil-moisture";
  private static final String TITLE = "Soil moisture";
  private static final String UNIT = "correlation, no unit";

  private SoilMoistureSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    if (run.moisture().isEmpty()) {
      return Section.leftOut(
          ID, TITLE, RunResults.missing("soilmoisture.nc") + " Soil moisture was not assimilated.");
    }
    MoistureResult moisture = run.moisture().get();
    Section section = Section.of(ID, TITLE).add(table(moisture).html());
    section = maps(section, moisture);
    section =
        change(
            section,
            moisture,
            "",
            "Change of the correlation by the assimilation, against the correlation before. The two"
                + " come from different days, odd and even ones: taken from the same days, chance"
                + " alone would make cells that happen to be low rise.");
    section =
        change(
            section,
            moisture,
            "_anomaly",
            "The same without the mean season of each cell: what is left is how single wet and dry"
                + " spells are followed.");
    return series(section, moisture);
  }

  private static HtmlTable table(MoistureResult moisture) {
    HtmlTable table =
        new HtmlTable(
                "Medians over "
                    + moisture.cells().size()
                    + " cells with observations, "
                    + fixed(Arrays.stream(moisture.field("observations")).sum(), 0)
                    + " days in all")
            .texts("statistic")
            .numbers("prior", "posterior");
    row(table, moisture, "correlation r", "r");
    row(table, moisture, "unbiased rmse, m³ m⁻³", "ubrmse");
    row(table, moisture, "bias, m³ m⁻³", "bias");
    return table;
  }

  private static void row(HtmlTable table, MoistureResult moisture, String name, String field) {
    table.row(
        name,
        significant(moisture.median(field + "_prior"), 3),
        significant(moisture.median(field + "_posterior"), 3));
  }

  private static Section maps(Section section, MoistureResult moisture) {
    WorldMap map = WorldMap.of(moisture.cells());
    ColourScale scale = new ColourScale(ColourTable.VIRIDIS, 0, 1);
    double[] prior = moisture.field("r_prior");
    double[] posterior = moisture.field("r_posterior");
    double[] change = new double[prior.length];
    Arrays.setAll(change, c -> posterior[c] - prior[c]);
    return section
        .figure(
            map.draw(
                "moisture-r-prior",
                "Map of the correlation of modelled and observed soil moisture before assimilation",
                prior,
                scale,
                "prior " + UNIT),
            "Correlation of daily soil moisture of the model with the observations before"
                + " assimilation; negative ones have the colour of 0. Cells without enough"
                + " observations are grey.")
        .figure(
            map.draw(
                "moisture-r-posterior",
                "Map of the correlation of modelled and observed soil moisture after assimilation",
                posterior,
                scale,
                "posterior " + UNIT),
            "The same after assimilation, in the same colours.")
        .figure(
            map.draw(
                "moisture-r-change",
                "Map of the change of the correlation of soil moisture by the assimilation",
                change,
                ColourScale.differences(change),
                "posterior less prior " + UNIT),
            "Red cells follow the observations better after assimilation, blue ones worse.");
  }

  private static Section change(
      Section section, MoistureResult moisture, String suffix, String caption) {
    double[] before = moisture.field("r_prior_odd" + suffix);
    double[] change = moisture.field("r_change_even" + suffix);
    int pairs = Scatter.pairs(before, change);
    if (pairs == 0) {
      return section.paragraph(
          "No cell has enough days to compare odd and even ones"
              + (suffix.isEmpty() ? "." : " without the season."));
    }
    return section.figure(
        Scatter.draw(
            "moisture-change" + suffix.replace('_', '-'),
            "Change of the correlation against the correlation before, " + pairs + " cells",
            before,
            "prior correlation on odd days, no unit",
            change,
            "change on even days, no unit"),
        caption + " n = " + pairs + " cells.");
  }

  private static Section series(Section section, MoistureResult moisture) {
    Section with = section;
    for (int s = 0; s < moisture.series().size(); s++) {
      MoistureResult.Series series = moisture.series().get(s);
      String place =
          fixed(Math.abs(series.lat()), 1)
              + (series.lat() < 0 ? "° S, " : "° N, ")
              + fixed(Math.abs(series.lon()), 1)
              + (series.lon() < 0 ? "° W" : "° E");
      with =
          with.figure(
              TimeSeries.at(moisture.days(), "moisture, m³ m⁻³")
                  .withError(series.sigma())
                  .draw(
                      "moisture-series-" + (s + 1),
                      "Daily soil moisture at " + place + ", observed, prior and posterior",
                      List.of(
                          Curve.observed(series.observed()),
                          Curve.prior(series.prior()),
                          Curve.posterior(series.posterior()))),
              "Moisture of the top 5 cm at "
                  + place
                  + ": observed with the standard deviation of its errors, and the model. A constant"
                  + " distance is bias, which the misfit lets pass; what counts is the timing and"
                  + " size of the ups and downs.");
    }
    return with;
  }
}
