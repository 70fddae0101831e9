package org.ccdas.report.evaluation;

import static org.ccdas.report.page.Numbers.fixed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.evaluate.judge.Comparison;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.judge.Stage;
import org.ccdas.evaluate.reference.Kind;
import org.ccdas.evaluate.score.Agreement;
import org.ccdas.evaluate.score.Season;
import org.ccdas.inputs.region.Regions;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.TimeSeries;

/** Differences between years: anomalies as a running mean, and the years of the global budget. */
final class YearsSection {
  private static final String ID = "years";
  private static final String TITLE = "From year to year";

  private YearsSection() {}

  static Section of(Judgement judgement) {
    List<Comparison> global =
        judgement.comparisons().stream()
            .filter(one -> one.place().set().equals(Regions.GLOBE))
            .toList();
    if (global.isEmpty()) {
      return Section.leftOut(
          ID, TITLE, "Left out: no data set has global fluxes in the months of this run.");
    }
    Section section = Section.of(ID, TITLE);
    for (String note : judgement.notes()) {
      if (note.contains("inter-annual")) {
        section = section.paragraph(note);
      }
    }
    for (Comparison one : global) {
      if (one.ensemble() && one.kind() == Kind.INVERSION) {
        section = anomalies(section, one, global);
      }
    }
    for (Comparison one : global) {
      if (one.kind() == Kind.BUDGET) {
        section = budget(section, one);
      }
    }
    return section.add(table(global).html());
  }

  private static Section anomalies(Section section, Comparison mean, List<Comparison> global) {
    List<Curve> curves = new ArrayList<>();
    for (Comparison one : global) {
      if (one.kind() == mean.kind() && one.quantity() == mean.quantity() && !one.ensemble()) {
        curves.add(Curve.member("single inversions", running(one, one.reference())));
      }
    }
    for (Comparison one : global) {
      if (one.ensemble() && one.kind() == Kind.DGVM) {
        curves.add(Curve.other(one.source(), running(one, one.reference()), 1));
      }
    }
    curves.add(Curve.run(mean.source(), running(mean, mean.reference()), 1));
    curves.add(Curve.prior(running(mean, mean.prior())));
    curves.add(Curve.posterior(running(mean, mean.posterior())));
    return section.figure(
        TimeSeries.at(middles(mean), "NEP anomaly, PgC a year")
            .withZero()
            .draw(
                "anomalies",
                "Anomalies of global NEP, running mean of 12 months, of the run, inversions and"
                    + " vegetation models",
                curves),
        "Monthly NEP of all land less its mean season, as a running mean of 12 months.");
  }

  private static double[] running(Comparison one, double[] values) {
    return Season.runningMean(Season.anomaly(one.months(), values));
  }

  private static List<LocalDate> middles(Comparison one) {
    List<LocalDate> dates = new ArrayList<>();
    for (int i = 0; i < one.reference().length; i++) {
      LocalDate first = one.months().at(i * one.monthsEach()).atDay(1);
      dates.add(first.plusDays(15L + 30L * (one.monthsEach() - 1) / 2));
    }
    return dates;
  }

  private static Section budget(Section section, Comparison one) {
    String id = one.source().replaceAll("[^A-Za-z0-9]+", "-");
    return section.figure(
        TimeSeries.at(middles(one), "NEP, PgC a year")
            .withError(one.referenceSigma())
            .withZero()
            .draw(
                id,
                "Annual NEP of the run beside " + one.source(),
                List.of(
                    Curve.observed(one.reference()).named(one.source()),
                    Curve.prior(one.prior()).marked(),
                    Curve.posterior(one.posterior()).marked())),
        "Annual NEP of all land, and "
            + one.source()
            + " with its error ("
            + one.adjustment()
            + ").");
  }

  private static HtmlTable table(List<Comparison> global) {
    HtmlTable table =
        new HtmlTable("Global fluxes: correlation of differences between years, prior → posterior")
            .texts("reference", "flux")
            .numbers("r of monthly anomalies", "r of running mean", "years", "r of years")
            .numbers("standard deviation of years", "of reference");
    for (Comparison one : global) {
      table.row(
          one.source(),
          one.quantity().symbol(),
          arrow(one.scores(Stage.PRIOR).anomaly(), one.scores(Stage.POSTERIOR).anomaly()),
          arrow(one.scores(Stage.PRIOR).runningMean(), one.scores(Stage.POSTERIOR).runningMean()),
          String.valueOf(one.scores(Stage.PRIOR).years().n()),
          arrow(one.scores(Stage.PRIOR).years(), one.scores(Stage.POSTERIOR).years()),
          fixed(one.scores(Stage.PRIOR).years().sd(), 2)
              + " → "
              + fixed(one.scores(Stage.POSTERIOR).years().sd(), 2),
          fixed(one.scores(Stage.PRIOR).years().referenceSd(), 2));
    }
    return table;
  }

  private static String arrow(Agreement prior, Agreement posterior) {
    return fixed(prior.r(), 2) + " → " + fixed(posterior.r(), 2);
  }
}
