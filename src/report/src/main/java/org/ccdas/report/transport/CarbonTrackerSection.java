package org.ccdas.report.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Numbers;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.Lines;
import org.ccdas.report.picture.Picture;
import org.ccdas.transport.proof.CarbonTrackerProof;
import org.ccdas.transport.proof.CarbonTrackerProof.Score;

/** The fluxes of CarbonTracker through the models, beside CarbonTracker/TM5 and the flasks. */
final class CarbonTrackerSection {
  private static final List<String> DRAWN = List.of("BRW", "MHD", "MLO", "SMO", "SPO");

  private CarbonTrackerSection() {}

  static Section of(TransportEvidence evidence) {
    Section section =
        Section.of("carbontracker", "Fluxes of CarbonTracker 2017")
            .paragraph(
                "Zonal monthly fluxes of land, ocean and fossil fuel 2000-2016, spread along longitude by"
                    + " the area of land, the area of sea and the fossil pattern, against CO2 of"
                    + " CarbonTracker and TM5 at the same stations, and against flasks; the first two"
                    + " years are left out. What the biosphere does along longitude is not in the"
                    + " fluxes, so that stations near land are at a disadvantage.");
    section =
        section
            .add(
                table(
                        evidence,
                        "Against CarbonTracker and TM5",
                        CarbonTrackerProof.Result::againstModel)
                    .html())
            .add(table(evidence, "Against flasks", CarbonTrackerProof.Result::againstFlasks).html())
            .add(tracers(evidence).html());
    for (String code : DRAWN) {
      section = section.figure(season(evidence, code), "Mean seasonal cycle at " + code + ".");
    }
    return section;
  }

  private static HtmlTable table(
      TransportEvidence evidence,
      String caption,
      Function<CarbonTrackerProof.Result, Map<String, Score>> which) {
    HtmlTable table = new HtmlTable(caption).texts("station").manyColumns();
    for (CarbonTrackerProof.Result result : evidence.carbonTracker()) {
      String name = result.name() + ": ";
      table.numbers(
          name + "amplitude ratio",
          name + "season r",
          name + "anomaly r",
          name + "gradient to SPO, difference, ppm",
          name + "growth, difference, ppm/yr");
    }
    List<String> codes = new ArrayList<>(which.apply(evidence.carbonTracker().get(0)).keySet());
    for (String code : codes) {
      List<String> cells = new ArrayList<>();
      cells.add(code);
      for (CarbonTrackerProof.Result result : evidence.carbonTracker()) {
        Score score = which.apply(result).get(code);
        cells.add(Numbers.fixed(score.amplitude(), 2));
        cells.add(Numbers.fixed(score.seasonal(), 2));
        cells.add(Numbers.fixed(score.anomaly(), 2));
        cells.add(Numbers.signed(score.gradient(), 2));
        cells.add(Numbers.signed(score.growth(), 3));
      }
      table.row(cells.toArray(String[]::new));
    }
    List<String> medians = new ArrayList<>();
    medians.add("median");
    for (CarbonTrackerProof.Result result : evidence.carbonTracker()) {
      Map<String, Score> scores = which.apply(result);
      medians.add(Numbers.fixed(CarbonTrackerProof.median(scores, Score::amplitude), 2));
      medians.add(Numbers.fixed(CarbonTrackerProof.median(scores, Score::seasonal), 2));
      medians.add(Numbers.fixed(CarbonTrackerProof.median(scores, Score::anomaly), 2));
      medians.add(Numbers.signed(CarbonTrackerProof.median(scores, Score::gradient), 2));
      medians.add(Numbers.signed(CarbonTrackerProof.median(scores, Score::growth), 3));
    }
    return table.row(medians.toArray(String[]::new));
  }

  private static HtmlTable tracers(TransportEvidence evidence) {
    HtmlTable table =
        new HtmlTable("Tracers of CarbonTracker at the Southern Ocean, medians over stations")
            .texts("model", "tracer")
            .numbers("stations", "amplitude ratio", "season r", "growth, difference, ppm/yr");
    for (CarbonTrackerProof.Result result : evidence.carbonTracker()) {
      result
          .tracers()
          .forEach(
              (kind, scores) ->
                  table.row(
                      result.name(),
                      kind.name().toLowerCase(Locale.ROOT),
                      String.valueOf(scores.size()),
                      Numbers.fixed(CarbonTrackerProof.median(scores, Score::amplitude), 2),
                      Numbers.fixed(CarbonTrackerProof.median(scores, Score::seasonal), 2),
                      Numbers.signed(CarbonTrackerProof.median(scores, Score::growth), 3)));
    }
    return table;
  }

  private static Picture season(TransportEvidence evidence, String code) {
    double[] months = IntStream.rangeClosed(1, 12).asDoubleStream().toArray();
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < evidence.carbonTracker().size(); i++) {
      CarbonTrackerProof.Result result = evidence.carbonTracker().get(i);
      curves.add(
          Curve.run(result.name(), result.againstModel().get(code).modelSeason(), i).marked());
    }
    CarbonTrackerProof.Result first = evidence.carbonTracker().get(0);
    curves.add(Curve.other("CarbonTracker/TM5", first.againstModel().get(code).season(), 3));
    if (first.againstFlasks().containsKey(code)) {
      curves.add(Curve.observed(first.againstFlasks().get(code).season()));
    }
    return Lines.draw(
        "season-" + code.toLowerCase(Locale.ROOT),
        "Seasonal cycle of CO2 at " + code,
        months,
        "month",
        "CO2, ppm",
        curves);
  }
}
