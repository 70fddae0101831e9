package org.ccdas.report.evaluation;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.signed;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.ccdas.evaluate.judge.Comparison;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.judge.PublishedAbstract;
import org.ccdas.evaluate.judge.Stage;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.score.Agreement;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Scatter;

/** Fluxes at towers, by type of vegetation. */
final class SitesSection {
  private static final String ID = "sites";
  private static final String TITLE = "Towers";
  private static final String ALL = "all";

  private SitesSection() {}

  static Section of(Judgement judgement) {
    List<Comparison> sites =
        judgement.comparisons().stream().filter(one -> !one.isRegional()).toList();
    if (sites.isEmpty()) {
      return Section.leftOut(
          ID,
          TITLE,
          "Left out: no tower has a year of good months within the window and near a cell.");
    }
    Section section =
        Section.of(ID, TITLE)
            .paragraph(
                "A tower is compared with the grid cell that it lies in, per area of the cell's"
                    + " vegetation; on a coast with the nearest one. That cell has the weather and the"
                    + " plant types of a large area, not of the tower: read differences between prior"
                    + " and posterior, not the size of the errors.");
    for (Quantity quantity : Quantity.values()) {
      List<Comparison> of = sites.stream().filter(one -> one.quantity() == quantity).toList();
      if (!of.isEmpty()) {
        section = section.heading(quantity.symbol()).add(types(quantity, of).html());
        section = scatter(section, quantity, of);
      }
    }
    return section.add(Html.unfold("Every tower", towers(sites).html()));
  }

  private static HtmlTable types(Quantity quantity, List<Comparison> sites) {
    HtmlTable table =
        new HtmlTable(
                quantity.symbol()
                    + " by type of vegetation (IGBP): medians over towers, "
                    + quantity.siteUnit()
                    + ", prior → posterior")
            .texts("type")
            .numbers(
                "towers", "better", "rmse", "bias", "r of months", "r of season", "r of anomalies");
    List<String> rows =
        new ArrayList<>(new TreeSet<>(sites.stream().map(one -> one.place().type()).toList()));
    rows.add(ALL);
    for (String type : rows) {
      List<Comparison> of =
          sites.stream()
              .filter(one -> type.equals(ALL) || one.place().type().equals(type))
              .toList();
      long better =
          of.stream()
              .filter(
                  one -> one.agreement(Stage.POSTERIOR).rmse() < one.agreement(Stage.PRIOR).rmse())
              .count();
      table.row(
          type,
          String.valueOf(of.size()),
          String.valueOf(better),
          medians(of, Agreement::rmse),
          medians(of, Agreement::bias),
          medians(of, Agreement::r),
          arrow(of, (one, stage) -> one.scores(stage).season().r()),
          arrow(of, (one, stage) -> one.scores(stage).anomaly().r()));
    }
    return table;
  }

  private interface OfStage {
    double number(Comparison one, Stage stage);
  }

  private static String medians(List<Comparison> of, ToDoubleFunction<Agreement> number) {
    return arrow(of, (one, stage) -> number.applyAsDouble(one.agreement(stage)));
  }

  private static String arrow(List<Comparison> of, OfStage number) {
    int decimals = of.get(0).quantity().isFlux() ? 2 : 3;
    return fixed(PublishedAbstract.median(of, one -> number.number(one, Stage.PRIOR)), decimals)
        + " → "
        + fixed(PublishedAbstract.median(of, one -> number.number(one, Stage.POSTERIOR)), decimals);
  }

  private static Section scatter(Section section, Quantity quantity, List<Comparison> of) {
    double[] prior = of.stream().mapToDouble(one -> one.agreement(Stage.PRIOR).rmse()).toArray();
    double[] change =
        of.stream()
            .mapToDouble(
                one -> one.agreement(Stage.POSTERIOR).rmse() - one.agreement(Stage.PRIOR).rmse())
            .toArray();
    String unit = ", " + quantity.siteUnit();
    return section.figure(
        Scatter.draw(
            "towers-" + quantity.variable(),
            "Change of the error of " + quantity.symbol() + " at towers against the prior error",
            prior,
            "prior rmse of " + quantity.symbol() + unit,
            change,
            "posterior less prior rmse" + unit),
        "A point a tower: below the line the assimilation made the fit better.");
  }

  private static HtmlTable towers(List<Comparison> sites) {
    HtmlTable table =
        new HtmlTable("Every tower, prior → posterior")
            .texts("tower", "type", "flux")
            .numbers("months", "mean", "bias", "rmse", "r")
            .texts("unit")
            .manyColumns();
    for (Comparison one : sites) {
      Agreement prior = one.agreement(Stage.PRIOR);
      Agreement posterior = one.agreement(Stage.POSTERIOR);
      table.row(
          one.place().name(),
          one.place().type(),
          one.quantity().symbol(),
          String.valueOf(prior.n()),
          fixed(prior.referenceMean(), 2),
          signed(prior.bias(), 2) + " → " + signed(posterior.bias(), 2),
          fixed(prior.rmse(), 2) + " → " + fixed(posterior.rmse(), 2),
          fixed(prior.r(), 2) + " → " + fixed(posterior.r(), 2),
          one.unit());
    }
    return table;
  }
}
