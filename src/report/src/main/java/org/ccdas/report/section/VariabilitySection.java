package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.evaluate.score.Season;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.TimeSeries;
import org.ccdas.report.run.CellFluxes;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;

/** How the flux of the land differs from year to year. */
public final class VariabilitySection {
  private static final String ID = "variability";
  private static final String TITLE = "From year to year";

  private VariabilitySection() {}

  /** The section. */
  public static Section of(RunResults run) {
    if (run.fluxes().isEmpty()) {
      return Section.leftOut(ID, TITLE, RunResults.missing("fluxes.nc"));
    }
    CellFluxes fluxes = run.fluxes().get();
    double[] prior = fluxes.total("nep_prior", box -> true);
    double[] posterior = fluxes.total("nep_posterior", box -> true);
    Section section =
        Section.of(ID, TITLE)
            .figure(
                TimeSeries.at(fluxes.months(), "NEP, PgC a year")
                    .withZero()
                    .draw(
                        "nep-global",
                        "Monthly net ecosystem production of all land, prior and posterior",
                        List.of(Curve.prior(prior), Curve.posterior(posterior))),
                "Net ecosystem production of all land cells by month, as a rate a year; above 0"
                    + " the land takes up carbon.")
            .add(years(run.summary()).html());
    if (run.summary().notes().stream().anyMatch(n -> n.contains("inter-annual"))) {
      return section.paragraph(
          "There is no inter-annual variability to show: the weather of this run is the same in"
              + " every year, so differences between years are not a result.");
    }
    if (fluxes.wholeYears().size() < 3) {
      return section.paragraph(
          "The window has fewer than three whole years, too few to speak of inter-annual"
              + " variability.");
    }
    return section.figure(
        TimeSeries.at(fluxes.months(), "NEP anomaly, PgC a year")
            .withZero()
            .draw(
                "nep-anomaly",
                "Anomaly of the net ecosystem production of all land, running mean of 12 months",
                List.of(
                    Curve.prior(anomaly(prior)).named("prior"),
                    Curve.posterior(anomaly(posterior)))),
        "Monthly NEP of all land less its mean season and its linear trend, as a running mean of 12"
            + " months (n = "
            + fluxes.months().size()
            + " months). Above 0 the land takes up more than usual.");
  }

  /**
   * What is left of a monthly series without its mean season and linear trend, as a centred running
   * mean of 12 months; NaN where that lacks a month.
   */
  public static double[] anomaly(double[] monthly) {
    double[] times = IntStream.range(0, monthly.length).asDoubleStream().toArray();
    // months of a name are taken together, whichever the first one is
    MonthAxis months = new MonthAxis(YearMonth.of(2000, 1), monthly.length);
    double[] values = Season.anomaly(months, monthly);
    double[] within = Season.anomaly(months, times);
    // slope = sum t' v' / sum t' t', where ' is less the mean of the same calendar month, so that
    // neither takes anything from the other
    double product = 0;
    double square = 0;
    for (int m = 0; m < monthly.length; m++) {
      product += within[m] * values[m];
      square += within[m] * within[m];
    }
    double slope = square == 0 ? 0 : product / square;
    double[] left = new double[monthly.length];
    Arrays.setAll(left, m -> values[m] - slope * within[m]);
    return Season.runningMean(left);
  }

  private static HtmlTable years(RunSummary summary) {
    HtmlTable table =
        new HtmlTable("Budget of all land by year, prior → posterior; NEP positive for uptake")
            .texts("year")
            .numbers("months", "NEP, PgC", "GPP, PgC", "NPP, PgC", "ET, mm");
    for (RunSummary.Year year : summary.global().years()) {
      table.row(
          String.valueOf(year.year()),
          String.valueOf(year.months()),
          arrow(year.budget().nep(), 2),
          arrow(year.budget().gpp(), 1),
          arrow(year.budget().npp(), 1),
          arrow(year.budget().evapotranspiration(), 0));
    }
    return table;
  }

  private static String arrow(PriorPosterior number, int decimals) {
    return fixed(number.prior(), decimals) + " → " + fixed(number.posterior(), decimals);
  }
}
