package org.ccdas.report.local;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.Arrays;
import java.util.List;
import org.ccdas.observe.local.LocalField;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.Scatter;
import org.ccdas.report.picture.TimeSeries;
import org.ccdas.report.picture.WorldMap;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.scale.ColourScale;
import org.ccdas.report.scale.ColourTable;

/** Values of cells against the model: correlation by cell, its change, time series. */
final class LocalSection {
  private static final String UNIT = "correlation, no unit";

  private final LocalWords words;
  private final LocalResult result;

  private LocalSection(LocalWords words, LocalResult result) {
    this.words = words;
    this.result = result;
  }

  /** The section of a stream. */
  static Section of(LocalWords words, RunResults run) {
    return run.files()
        .find(words.file(), LocalResult::read)
        .map(result -> new LocalSection(words, result).section())
        .orElseGet(
            () ->
                Section.leftOut(
                    words.id(),
                    words.heading(),
                    RunResults.missing(words.file())
                        + " "
                        + words.heading()
                        + " was not assimilated."));
  }

  private Section section() {
    Section section = Section.of(words.id(), words.heading()).add(table().html());
    section = maps(section);
    section =
        change(
            section,
            "",
            LocalField.R_PRIOR_ODD,
            LocalField.R_CHANGE_EVEN,
            "Change of the correlation by the assimilation, against the correlation before. The two"
                + " come from different days, odd and even ones: taken from the same days, chance"
                + " alone would make cells that happen to be low rise.");
    section =
        change(
            section,
            "-anomaly",
            LocalField.R_PRIOR_ODD_ANOMALY,
            LocalField.R_CHANGE_EVEN_ANOMALY,
            "The same without the mean season of each cell: what is left is how single "
                + "ups and downs are followed.");
    return series(section);
  }

  private HtmlTable table() {
    HtmlTable table =
        new HtmlTable(
                "Medians over "
                    + result.cells().size()
                    + " cells with observations, "
                    + fixed(Arrays.stream(result.field(LocalField.OBSERVATIONS)).sum(), 0)
                    + " values in all")
            .texts("statistic")
            .numbers("prior", "posterior");
    row(table, "correlation r", LocalField.R_PRIOR, LocalField.R_POSTERIOR);
    row(table, "unbiased rmse" + unit(), LocalField.UBRMSE_PRIOR, LocalField.UBRMSE_POSTERIOR);
    row(table, "bias" + unit(), LocalField.BIAS_PRIOR, LocalField.BIAS_POSTERIOR);
    return table;
  }

  private void row(HtmlTable table, String name, LocalField prior, LocalField posterior) {
    table.row(name, significant(result.median(prior), 3), significant(result.median(posterior), 3));
  }

  private String unit() {
    return words.shownUnit().isEmpty() ? "" : ", " + words.shownUnit();
  }

  private Section maps(Section section) {
    WorldMap map = WorldMap.of(result.cells());
    ColourScale scale = new ColourScale(ColourTable.VIRIDIS, 0, 1);
    double[] prior = result.field(LocalField.R_PRIOR);
    double[] posterior = result.field(LocalField.R_POSTERIOR);
    double[] change = new double[prior.length];
    Arrays.setAll(change, c -> posterior[c] - prior[c]);
    return section
        .figure(
            map.draw(
                words.id() + "-r-prior",
                "Map of the correlation of modelled and observed "
                    + words.title()
                    + " before assimilation",
                prior,
                scale,
                "prior " + UNIT),
            "Correlation of "
                + words.title()
                + " of the model with the observations before"
                + " assimilation; negative ones have the colour of 0. Cells without enough"
                + " observations are grey.")
        .figure(
            map.draw(
                words.id() + "-r-posterior",
                "Map of the correlation of modelled and observed "
                    + words.title()
                    + " after assimilation",
                posterior,
                scale,
                "posterior " + UNIT),
            "The same after assimilation, in the same colours.")
        .figure(
            map.draw(
                words.id() + "-r-change",
                "Map of the change of the correlation of " + words.title() + " by the assimilation",
                change,
                ColourScale.differences(change),
                "posterior less prior " + UNIT),
            "Red cells follow the observations better after assimilation, blue ones worse.");
  }

  private Section change(
      Section section, String suffix, LocalField priorOdd, LocalField changeEven, String caption) {
    double[] before = result.field(priorOdd);
    double[] change = result.field(changeEven);
    int pairs = Scatter.pairs(before, change);
    if (pairs == 0) {
      return section.paragraph(
          "No cell has enough days to compare odd and even ones"
              + (suffix.isEmpty() ? "." : " without the season."));
    }
    return section.figure(
        Scatter.draw(
            words.id() + "-change" + suffix,
            "Change of the correlation against the correlation before, " + pairs + " cells",
            before,
            "prior correlation on odd days, no unit",
            change,
            "change on even days, no unit"),
        caption + " n = " + pairs + " cells.");
  }

  private Section series(Section section) {
    Section with = section;
    for (int s = 0; s < result.series().size(); s++) {
      LocalResult.Series series = result.series().get(s);
      String place =
          fixed(Math.abs(series.lat()), 1)
              + (series.lat() < 0 ? "° S, " : "° N, ")
              + fixed(Math.abs(series.lon()), 1)
              + (series.lon() < 0 ? "° W" : "° E");
      with =
          with.figure(
              TimeSeries.at(result.days(), words.axis())
                  .withError(series.sigma())
                  .draw(
                      words.id() + "-series-" + (s + 1),
                      words.heading() + " at " + place + ", observed, prior and posterior",
                      List.of(
                          Curve.observed(series.observed()),
                          Curve.prior(series.prior()),
                          Curve.posterior(series.posterior()))),
              words.modelled()
                  + " at "
                  + place
                  + ": observed with the standard deviation of its errors, and the model. A constant"
                  + " distance is bias, which the misfit lets pass; what counts is the timing and"
                  + " size of the ups and downs.");
    }
    return with;
  }
}
