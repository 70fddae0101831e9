package org.ccdas.report.evaluation;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.signed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccdas.evaluate.judge.Comparison;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.judge.Stage;
import org.ccdas.evaluate.reference.Kind;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.score.Agreement;
import org.ccdas.evaluate.score.Scores;
import org.ccdas.evaluate.score.Season;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Bars;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.Lines;
import org.ccdas.report.picture.Taylor;

/** NEP of globe, latitude bands and regions: means, seasons, months. */
final class RegionsSection {
  private static final String ID = "regions";
  private static final String TITLE = "Net uptake by region";
  private static final List<Kind> KINDS = List.of(Kind.INVERSION, Kind.DGVM);

  private RegionsSection() {}

  static Section of(Judgement judgement) {
    List<Comparison> regional =
        judgement.comparisons().stream()
            .filter(Comparison::isRegional)
            .filter(one -> one.quantity() == Quantity.NEP)
            .toList();
    if (regional.isEmpty()) {
      return Section.leftOut(
          ID, TITLE, "Left out: no data set has net fluxes of regions in the months of this run.");
    }
    Section section =
        Section.of(ID, TITLE)
            .paragraph(
                "NEP is positive for uptake. Each reference is made to mean what the NEP of a run"
                    + " means (last column of the tables): emissions by land-use change are a flux of"
                    + " their own, and what rivers carry to the sea counts as uptake by the land.");
    List<Comparison> means = regional.stream().filter(Comparison::ensemble).toList();
    if (!means.isEmpty()) {
      section = bars(section, means);
      section = seasons(section, means);
    }
    List<Taylor.Mark> marks = new ArrayList<>();
    for (Comparison one : regional) {
      if (one.ensemble() && !one.place().set().equals("transcom")) {
        marks.add(mark(one));
      }
    }
    if (!marks.isEmpty()) {
      section =
          section.figure(
              Taylor.draw(
                  "taylor-regions",
                  "Taylor diagram of monthly NEP of globe and latitude bands against the means of"
                      + " inversions and of vegetation models",
                  marks),
              "Taylor diagram of monthly NEP: distance from the origin is the standard deviation over"
                  + " that of the reference, the angle gives the correlation (numbers at the rim), and"
                  + " the distance from the black point is the error without bias (green arcs). N, T"
                  + " and S: north of 30 N, 30 S to 30 N, south of 30 S. I: mean of inversions, D:"
                  + " mean of vegetation models. The line goes from prior to"
                  + " posterior; what lies beyond is drawn at the rim.");
    }
    return section.add(
        Html.unfold("All sources: globe and latitude bands", table(regional, false).html()),
        Html.unfold("All sources: TransCom regions", table(regional, true).html()));
  }

  private static Taylor.Mark mark(Comparison one) {
    Agreement prior = one.scores(Stage.PRIOR).months();
    Agreement posterior = one.scores(Stage.POSTERIOR).months();
    return new Taylor.Mark(
        letter(one.place().name()) + (one.kind() == Kind.INVERSION ? " I" : " D"),
        prior.sd() / prior.referenceSd(),
        prior.r(),
        posterior.sd() / posterior.referenceSd(),
        posterior.r());
  }

  /** Short, so that marks near one another can be told apart. */
  private static String letter(String band) {
    return switch (band) {
      case "90S-30S" -> "S";
      case "30S-30N" -> "T";
      case "30N-90N" -> "N";
      default -> band;
    };
  }

  private static Section bars(Section section, List<Comparison> means) {
    Set<Comparison.Place> places = new LinkedHashSet<>();
    means.forEach(one -> places.add(one.place()));
    List<Comparison.Place> rows = List.copyOf(places);
    double[] prior = new double[rows.size()];
    double[] posterior = new double[rows.size()];
    double[] sigma = new double[rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      Comparison any = at(means, rows.get(r)).findFirst().orElseThrow();
      prior[r] = mean(any.prior());
      posterior[r] = mean(any.posterior());
      sigma[r] = any.own().posterior();
    }
    List<Bars.Kind> kinds = new ArrayList<>();
    // the prior's own uncertainty is many times the width of the picture
    kinds.add(Bars.Kind.prior(prior, Bars.none(rows.size())));
    kinds.add(Bars.Kind.posterior(posterior, sigma));
    for (Kind kind : KINDS) {
      double[] values = Bars.none(rows.size());
      double[] spread = Bars.none(rows.size());
      for (int r = 0; r < rows.size(); r++) {
        Optional<Comparison> one = at(means, rows.get(r)).filter(c -> c.kind() == kind).findFirst();
        if (one.isPresent()) {
          values[r] = one.get().agreement(Stage.PRIOR).referenceMean();
          spread[r] = one.get().meanSigma();
        }
      }
      kinds.add(Bars.Kind.other("mean of " + kind.words(), values, spread, KINDS.indexOf(kind)));
    }
    return section.figure(
        Bars.draw(
            "nep-regions",
            "Mean NEP of regions: prior, posterior, mean of inversions and of vegetation models",
            rows.stream().map(Comparison.Place::name).toList(),
            kinds,
            "NEP, PgC a year"),
        "Mean NEP over the window. The prior has next to none where soil carbon is in balance over"
            + " the window. Error bars: posterior standard deviation of the run, and the"
            + " standard deviation among inversions and among vegetation models. TransCom regions"
            + " of vegetation models still have the emissions by land-use change in them.");
  }

  private static Stream<Comparison> at(List<Comparison> all, Comparison.Place place) {
    return all.stream().filter(one -> one.place().equals(place));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  private static Section seasons(Section section, List<Comparison> means) {
    Section with = section.heading("Mean season");
    double[] months = IntStream.rangeClosed(1, 12).asDoubleStream().toArray();
    for (Comparison one : means) {
      if (one.kind() != Kind.INVERSION) {
        continue;
      }
      List<Curve> curves = new ArrayList<>();
      curves.add(Curve.observed(Season.cycle(one.months(), one.reference())).named(one.source()));
      at(means, one.place())
          .filter(other -> other.kind() == Kind.DGVM)
          .forEach(
              other ->
                  curves.add(
                      Curve.other(
                          other.source(), Season.cycle(other.months(), other.reference()), 1)));
      curves.add(Curve.prior(Season.cycle(one.months(), one.prior())));
      curves.add(Curve.posterior(Season.cycle(one.months(), one.posterior())));
      with =
          with.figure(
              Lines.draw(
                  "season-" + one.place().name(),
                  "Mean season of NEP of " + one.place().name(),
                  months,
                  "month",
                  "NEP of " + one.place().name() + ", PgC a year",
                  curves),
              "Mean season of NEP, " + one.place().name() + ", as a rate a year.");
    }
    return with;
  }

  private static HtmlTable table(List<Comparison> regional, boolean transcom) {
    HtmlTable table =
        new HtmlTable(
                "NEP, PgC a year: mean, difference from the reference, agreement of months and of the"
                    + " mean season, prior → posterior")
            .texts("region", "reference")
            .numbers(
                "mean of reference",
                "bias",
                "bias over sigma",
                "rmse of months",
                "r of months",
                "r of season",
                "amplitude",
                "of reference",
                "season late, months")
            .texts("made to mean the same")
            .manyColumns();
    for (Comparison one : regional) {
      if (one.place().set().equals("transcom") == transcom) {
        Scores prior = one.scores(Stage.PRIOR);
        Scores posterior = one.scores(Stage.POSTERIOR);
        Agreement before = one.agreement(Stage.PRIOR);
        Agreement after = one.agreement(Stage.POSTERIOR);
        table.row(
            one.place().name(),
            one.source(),
            signed(after.referenceMean(), 2) + sigma(one.meanSigma()),
            signed(before.bias(), 2) + " → " + signed(after.bias(), 2),
            signed(one.standardised(Stage.POSTERIOR), 1),
            fixed(before.rmse(), 2) + " → " + fixed(after.rmse(), 2),
            fixed(before.r(), 2) + " → " + fixed(after.r(), 2),
            fixed(prior.season().r(), 2) + " → " + fixed(posterior.season().r(), 2),
            fixed(prior.amplitude(), 1) + " → " + fixed(posterior.amplitude(), 1),
            fixed(posterior.referenceAmplitude(), 1),
            signed(prior.lag(), 1) + " → " + signed(posterior.lag(), 1),
            one.adjustment());
      }
    }
    return table;
  }

  private static String sigma(double sigma) {
    return Double.isNaN(sigma) ? "" : " ± " + fixed(sigma, 2);
  }
}
