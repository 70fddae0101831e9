package org.ccdas.report.transport;

import java.util.List;
import java.util.Locale;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Numbers;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.Lines;
import org.ccdas.transport.tracer.CirculationProfile;

/** The built-in circulation beside that of a reanalysis: overturning, jets, trades. */
final class CirculationSection {
  private CirculationSection() {}

  static Section of(List<CirculationComparison> months) {
    HtmlTable table =
        new HtmlTable("Extremes and the latitudes where they are, built-in and reanalysis")
            .texts("month", "quantity", "built-in", "reanalysis");
    Section section =
        Section.of("circulation", "Circulation")
            .paragraph(
                "Zonal means on the grid of the tracer model after the correction of mass: the mass flux"
                    + " northward above 500 hPa, the zonal wind at 200 hPa and that of the lowest"
                    + " layer.");
    for (CirculationComparison month : months) {
      CirculationProfile own = month.own();
      CirculationProfile seen = month.seen();
      row(
          table,
          month,
          "largest overturning 30 S-40 N, 1e10 kg/s",
          own.largest(own.stream(), -30, 40),
          seen.largest(seen.stream(), -30, 40));
      row(
          table,
          month,
          "smallest overturning 40 S-30 N, 1e10 kg/s",
          own.smallest(own.stream(), -40, 30),
          seen.smallest(seen.stream(), -40, 30));
      row(
          table,
          month,
          "northern jet, m/s",
          own.largest(own.jet(), 20, 60),
          seen.largest(seen.jet(), 20, 60));
      row(
          table,
          month,
          "southern jet, m/s",
          own.largest(own.jet(), -60, -20),
          seen.largest(seen.jet(), -60, -20));
      row(
          table,
          month,
          "northern trades, m/s",
          own.smallest(own.trades(), 3, 30),
          seen.smallest(seen.trades(), 3, 30));
      row(
          table,
          month,
          "southern trades, m/s",
          own.smallest(own.trades(), -30, -3),
          seen.smallest(seen.trades(), -30, -3));
    }
    section = section.add(table.html());
    for (CirculationComparison month : months) {
      String name = month.label().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      section =
          section
              .figure(
                  Lines.draw(
                      "overturning-" + name,
                      "Mass flux northward above 500 hPa, " + month.label(),
                      month.own().lat(),
                      "latitude, degrees north",
                      "1e10 kg/s",
                      curves(month.own().stream(), month.seen().stream())),
                  "Mass flux northward above 500 hPa, " + month.label() + ".")
              .figure(
                  Lines.draw(
                      "jets-" + name,
                      "Zonal wind at 200 hPa, " + month.label(),
                      month.own().lat(),
                      "latitude, degrees north",
                      "m/s",
                      curves(month.own().jet(), month.seen().jet())),
                  "Zonal mean zonal wind at 200 hPa, " + month.label() + ".");
    }
    return section;
  }

  private static List<Curve> curves(double[] own, double[] seen) {
    return List.of(Curve.run("built-in", own, 0), Curve.observed(seen).named("reanalysis"));
  }

  private static void row(
      HtmlTable table, CirculationComparison month, String quantity, double[] own, double[] seen) {
    table.row(month.label(), quantity, text(own), text(seen));
  }

  private static String text(double[] extreme) {
    return Numbers.fixed(extreme[0], 1) + " at " + Numbers.fixed(extreme[1], 1);
  }
}
