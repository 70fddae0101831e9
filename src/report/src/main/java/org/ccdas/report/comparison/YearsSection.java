package org.ccdas.report.comparison;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.TimeSeries;
import org.ccdas.report.run.CellFluxes;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.section.VariabilitySection;

/** How the flux of the land differs from year to year, by run. */
final class YearsSection {
  private static final String ID = "years";
  private static final String TITLE = "From year to year";

  private YearsSection() {}

  static Section of(List<ComparedRun> all) {
    List<ComparedRun> runs = all.stream().filter(run -> run.run().fluxes().isPresent()).toList();
    if (runs.isEmpty()) {
      return Section.leftOut(ID, TITLE, "Left out: no run has a file fluxes.nc.");
    }
    CellFluxes first = runs.get(0).run().fluxes().get();
    Section section =
        Section.of(ID, TITLE)
            .figure(
                TimeSeries.at(first.months(), "NEP, PgC a year")
                    .withZero()
                    .draw(
                        "nep-months",
                        "Monthly net ecosystem production of all land, by run",
                        curves(runs, false)),
                "Net ecosystem production of all land cells by month, as a rate a year; above 0 the"
                    + " land takes up carbon.")
            .add(table(runs).html());
    if (runs.stream().anyMatch(ComparedRun::hasSameWeather)) {
      return section.paragraph(
          "There is no inter-annual variability to compare: the weather of these runs is a"
              + " climatology, the same in every year, which carries no such signal. Differences"
              + " between years come from the CO₂ of the air only and are not a result.");
    }
    if (first.wholeYears().size() < 3) {
      return section.paragraph(
          "The window has fewer than three whole years, too few to speak of inter-annual"
              + " variability.");
    }
    return section.figure(
        TimeSeries.at(first.months(), "NEP anomaly, PgC a year")
            .withZero()
            .draw(
                "nep-anomalies",
                "Anomaly of the net ecosystem production of all land by run, running mean of 12"
                    + " months",
                curves(runs, true)),
        "Monthly NEP of all land less its mean season and its linear trend, as a running mean of 12"
            + " months. Above 0 the land takes up more than usual.");
  }

  private static List<Curve> curves(List<ComparedRun> runs, boolean anomaly) {
    List<Curve> curves = new ArrayList<>();
    for (ComparedRun run : runs) {
      double[] nep =
          run.run().fluxes().get().total(run.prior() ? "nep_prior" : "nep_posterior", box -> true);
      curves.add(
          Curve.run(run.name(), anomaly ? VariabilitySection.anomaly(nep) : nep, run.colour()));
    }
    return curves;
  }

  private static HtmlTable table(List<ComparedRun> runs) {
    HtmlTable table =
        new HtmlTable("NEP of all land by year, PgC; uptake is positive")
            .manyColumns()
            .texts("year")
            .numbers("months");
    runs.forEach(run -> table.numbers(run.name()));
    List<RunSummary.Year> years = runs.get(0).run().summary().global().years();
    for (int y = 0; y < years.size(); y++) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(years.get(y).year()));
      row.add(String.valueOf(years.get(y).months()));
      for (ComparedRun run : runs) {
        RunSummary.Year year = run.run().summary().global().years().get(y);
        row.add(fixed(run.number(year.budget().nep()), 3));
      }
      table.row(row.toArray(String[]::new));
    }
    return table;
  }
}
