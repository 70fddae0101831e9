package org.ccdas.report.co2;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.List;
import java.util.Optional;
import org.ccdas.observe.co2.StationLine;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.TimeSeries;
import org.ccdas.report.picture.WorldMap;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;

/** CO2 at stations: observed, prior, posterior, residuals. */
final class StationsSection {
  private static final String ID = "stations";
  private static final String TITLE = "CO₂ at the stations";

  private StationsSection() {}

  /** The section. */
  static Section of(RunResults run) {
    Optional<List<StationRecord>> found = Co2Page.stations(run);
    if (found.isEmpty()) {
      return Section.leftOut(ID, TITLE, RunResults.missing(Co2Page.FILE));
    }
    List<StationRecord> stations = found.get();
    Section section =
        Section.of(ID, TITLE)
            .figure(
                WorldMap.of(run.fluxes().map(f -> f.cells()).orElse(List.of()))
                    .with(
                        stations.stream()
                            .map(
                                s ->
                                    new WorldMap.Place(s.code(), s.lat(), s.lon(), s.assimilated()))
                            .toList())
                    .drawPlaces(
                        "station-map",
                        "Map of the " + stations.size() + " stations and of the land cells"),
                "Filled marks are stations whose observations are assimilated, open ones are held"
                    + " out and only compared with. Green are the land cells of the run.")
            .add(table(run.summary()).html());
    for (StationRecord station : stations) {
      section = add(section, station);
    }
    return section;
  }

  private static Section add(Section section, StationRecord station) {
    String status = station.assimilated() ? "assimilated" : "held out";
    return section.figure(
        TimeSeries.at(station.months(), "CO₂, ppm")
            .withError(station.sigma())
            .drawWithResiduals(
                "station-" + station.code(),
                "Monthly CO2 at "
                    + station.name()
                    + ", observed, prior and posterior, with the residuals below",
                List.of(
                    Curve.observed(station.observed()),
                    Curve.prior(station.prior()),
                    Curve.posterior(station.posterior())),
                "ppm"),
        station.name()
            + " ("
            + station.code()
            + ", "
            + fixed(station.lat(), 1)
            + "° N, "
            + fixed(station.lon(), 1)
            + "° E, "
            + status
            + "). Above: observed monthly means with the standard deviation of their errors, and"
            + " the model. Below: model less observation; after a good assimilation the blue"
            + " points scatter about 0 without a trend or a season.");
  }

  private static HtmlTable table(RunSummary summary) {
    HtmlTable table =
        new HtmlTable(
                "Fit at the stations, prior → posterior: squared misfit for each value in units of"
                    + " its error, root mean square and mean of model less observed, peak to trough"
                    + " of the mean season, growth")
            .texts("station", "")
            .numbers("months", "χ²", "rmse, ppm", "bias, ppm", "amplitude, ppm (observed)")
            .numbers("growth, ppm a year (observed)");
    for (StationLine s : Co2Page.lines(summary)) {
      table.row(
          s.code(),
          s.assimilated() ? "assimilated" : "held out",
          String.valueOf(s.n()),
          arrow(s.chiSquare()),
          arrow(s.rmse()),
          arrow(s.bias()),
          arrow(s.amplitude()),
          arrow(s.growth()));
    }
    return table;
  }

  private static String arrow(StationLine.Compared number) {
    return arrow(number.modelled()) + " (" + fixed(number.observed(), 2) + ")";
  }

  private static String arrow(PriorPosterior number) {
    return fixed(number.prior(), 2) + " → " + fixed(number.posterior(), 2);
  }
}
