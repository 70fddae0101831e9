package org.ccdas.report.transport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.inputs.station.Station;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Numbers;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.Lines;
import org.ccdas.report.picture.Picture;
import org.ccdas.report.picture.TimeSeries;
import org.ccdas.transport.proof.Sf6Data;
import org.ccdas.transport.proof.Sf6Proof;
import org.ccdas.transport.proof.Sf6Score;

/** SF6: what the models make of the emissions, beside the stations. */
final class Sf6Section {
  private Sf6Section() {}

  static Section of(TransportEvidence evidence) {
    Section section =
        Section.of("sf6", "Sulphur hexafluoride")
            .paragraph(
                "Emissions of four bands of latitude since 1970, spread within them by the fossil pattern,"
                    + " against monthly means of 13 NOAA stations. A fit of the mixing constants uses"
                    + " 1995-2001; the years 2002-2008 judge. The inventory makes less growth than was"
                    + " observed, and the gradient goes with the emissions: the rows marked scaled"
                    + " multiply them by observed over modelled growth of 1995-2001.");
    section = section.add(scores(evidence).html()).add(residuals(evidence).html());
    section =
        section.paragraph(
            "Mixing constants of the tracer model: "
                + Numbers.significant(evidence.constants().tropical(), 3)
                + " and "
                + Numbers.significant(evidence.constants().midlatitude(), 3)
                + " m2/s along the surface in the tropics and at 45 degrees, "
                + Numbers.significant(evidence.constants().freeVertical(), 3)
                + " m2/s upwards in the free troposphere, convection times "
                + Numbers.significant(evidence.constants().convection(), 3)
                + ".");
    return section
        .figure(
            gradient(evidence),
            "Mean difference to the South Pole 2002-2008 by latitude, emissions scaled.")
        .figure(
            series(evidence),
            "SF6 at Barrow and at the South Pole, emissions scaled; the level is set to the observed"
                + " mean.")
        .figure(
            samoa(evidence), "Mean seasonal cycle at Samoa 1995-2008; the model before scaling.");
  }

  private static HtmlTable scores(TransportEvidence evidence) {
    HtmlTable table =
        new HtmlTable("SF6, model and observed")
            .texts("model", "years", "emissions")
            .numbers(
                "growth, ppt/yr",
                "observed",
                "BRW-SPO, ppt",
                "observed",
                "MLO-CGO, ppt",
                "observed",
                "exchange time, yr",
                "observed",
                "rms about the gradient, ppt");
    for (Sf6Proof.Result result : evidence.sf6()) {
      String scaled = "scaled by " + Numbers.fixed(result.scale(), 3);
      row(table, result.name(), "1995-2001 (fitted)", scaled, result.fitted());
      row(table, result.name(), "2002-2008", scaled, result.judged());
      row(table, result.name(), "2002-2008", "inventory", result.inventory());
    }
    return table;
  }

  private static void row(
      HtmlTable table, String name, String years, String emissions, Sf6Score score) {
    table.row(
        name,
        years,
        emissions,
        Numbers.fixed(score.growth()[0], 4),
        Numbers.fixed(score.growth()[1], 4),
        Numbers.fixed(score.brwSpo()[0], 3),
        Numbers.fixed(score.brwSpo()[1], 3),
        Numbers.fixed(score.mloCgo()[0], 3),
        Numbers.fixed(score.mloCgo()[1], 3),
        Numbers.fixed(score.exchange()[0], 2),
        Numbers.fixed(score.exchange()[1], 2),
        Numbers.fixed(score.rms(), 3));
  }

  private static HtmlTable residuals(TransportEvidence evidence) {
    HtmlTable table =
        new HtmlTable(
                "Annual means 2002-2008, model less observed about the mean of all, ppt, scaled")
            .texts("station");
    evidence.sf6().forEach(result -> table.numbers(result.name()));
    for (int s = 0; s < evidence.sf6Data().stations().size(); s++) {
      List<String> cells = new ArrayList<>();
      cells.add(evidence.sf6Data().stations().get(s).code());
      for (Sf6Proof.Result result : evidence.sf6()) {
        cells.add(Numbers.signed(result.judged().residual()[s], 3));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private static Picture gradient(TransportEvidence evidence) {
    Sf6Data data = evidence.sf6Data();
    List<Station> stations = data.stations();
    int[] order =
        IntStream.range(0, stations.size())
            .boxed()
            .sorted((a, b) -> Double.compare(stations.get(a).lat(), stations.get(b).lat()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] lat = Arrays.stream(order).mapToDouble(s -> stations.get(s).lat()).toArray();
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < evidence.sf6().size(); i++) {
      Sf6Proof.Result result = evidence.sf6().get(i);
      curves.add(
          Curve.run(result.name(), gradient(data, result.modelled(), order, result.scale()), i)
              .marked());
    }
    curves.add(Curve.observed(gradient(data, data.observed(), order, 1)));
    return Lines.draw(
        "sf6-gradient",
        "SF6 by latitude, models and observed",
        lat,
        "latitude, degrees north",
        "difference to the South Pole, ppt",
        curves);
  }

  private static double[] gradient(Sf6Data data, double[][] series, int[] order, double scale) {
    int from = (2002 - data.firstYear()) * 12;
    int pole = order[0];
    double[] gradient = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      double sum = 0;
      int count = 0;
      for (int k = from; k < series[pole].length; k++) {
        double seen = data.observed()[order[i]][k] + data.observed()[pole][k];
        if (Double.isFinite(seen)) {
          sum += scale * (series[order[i]][k] - series[pole][k]);
          count++;
        }
      }
      gradient[i] = count > 24 ? sum / count : Double.NaN;
    }
    return gradient;
  }

  private static Picture series(TransportEvidence evidence) {
    Sf6Data data = evidence.sf6Data();
    int from = (Sf6Proof.FIRST - data.firstYear()) * 12;
    List<String> codes = data.stations().stream().map(Station::code).toList();
    int barrow = codes.indexOf("BRW");
    int pole = codes.indexOf("SPO");
    List<LocalDate> times = new ArrayList<>();
    for (int k = from; k < data.observed()[pole].length; k++) {
      times.add(LocalDate.of(data.firstYear() + k / 12, k % 12 + 1, 15));
    }
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < evidence.sf6().size(); i++) {
      Sf6Proof.Result result = evidence.sf6().get(i);
      double level = 0;
      int count = 0;
      for (int k = from; k < data.observed()[pole].length; k++) {
        if (Double.isFinite(data.observed()[pole][k])) {
          level += data.observed()[pole][k] - result.scale() * result.modelled()[pole][k];
          count++;
        }
      }
      for (int station : new int[] {barrow, pole}) {
        double[] values = Arrays.copyOfRange(result.modelled()[station], from, from + times.size());
        for (int k = 0; k < values.length; k++) {
          values[k] = result.scale() * values[k] + level / count;
        }
        curves.add(Curve.run(result.name(), values, i));
      }
    }
    for (int station : new int[] {barrow, pole}) {
      curves.add(
          Curve.observed(Arrays.copyOfRange(data.observed()[station], from, from + times.size())));
    }
    return TimeSeries.at(times, "SF6, ppt")
        .draw("sf6-series", "SF6 at Barrow and South Pole, models and observed", curves);
  }

  private static Picture samoa(TransportEvidence evidence) {
    double[] months = IntStream.rangeClosed(1, 12).asDoubleStream().toArray();
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < evidence.sf6().size(); i++) {
      curves.add(
          Curve.run(evidence.sf6().get(i).name(), evidence.sf6().get(i).samoa()[0], i).marked());
    }
    curves.add(Curve.observed(evidence.sf6().get(0).samoa()[1]));
    return Lines.draw(
        "sf6-samoa", "Seasonal cycle of SF6 at Samoa", months, "month", "SF6, ppt", curves);
  }
}
