package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.History;
import org.ccdas.report.run.ProgressLine;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.stream.StreamPages;

/** Cost and gradient by evaluation. */
public final class CostSection {
  private static final String ID = "cost";
  private static final String TITLE = "How the cost fell";

  private CostSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    Section section = Section.of(ID, TITLE).add(terms(run).html());
    if (run.progress().isEmpty()) {
      return section.paragraph(RunResults.missing(ProgressLine.FILE));
    }
    List<ProgressLine> lines = run.progress().get();
    double[] x = numbers(lines, ProgressLine::evaluation);
    List<Curve> costs = new ArrayList<>();
    costs.add(Curve.posterior(numbers(lines, ProgressLine::cost)).named("cost"));
    int colour = 2;
    for (String stream : run.streams()) {
      // a stream that is only compared with costs nothing
      double[] terms = numbers(lines, line -> line.streams().getOrDefault(stream, Double.NaN));
      if (Arrays.stream(terms).anyMatch(term -> term > 0)) {
        costs.add(Curve.other(StreamPages.title(stream), terms, colour));
        colour = colour == 2 ? 0 : colour + (colour == 0 ? 3 : 1);
      }
    }
    costs.add(Curve.other("prior term", numbers(lines, ProgressLine::prior), 1));
    List<History.Panel> panels =
        List.of(
            new History.Panel("cost, no unit", costs.stream().map(Curve::marked).toList()),
            new History.Panel(
                "|gradient|, no unit",
                List.of(
                    Curve.prior(numbers(lines, ProgressLine::gradientNorm))
                        .named("norm of the gradient")
                        .marked())));
    return section
        .figure(
            History.draw(
                ID,
                "Cost by term and norm of its gradient for each evaluation, on logarithmic axes;"
                    + " the cost goes from "
                    + significant(run.summary().cost().prior(), 4)
                    + " to "
                    + significant(run.summary().cost().posterior(), 4),
                "evaluation",
                x,
                panels),
            "Each mark is an evaluation of the cost at a trial point, so single ones may lie"
                + " above the one before; not every evaluation has a gradient. At a minimum the gradient is near nothing while the cost"
                + " no longer falls. The prior term is what it costs that parameters leave their"
                + " prior values.")
        .paragraph(
            (run.summary().converged() ? "Converged: " : "Stopped without converging: ")
                + run.summary().stoppedBecause()
                + ".");
  }

  private static HtmlTable terms(RunResults run) {
    RunSummary summary = run.summary();
    HtmlTable table =
        new HtmlTable("Terms of the cost before and after assimilation")
            .texts("term")
            .numbers("values", "prior", "posterior");
    row(table, summary.cost(), "prior term", summary.parameters(), RunSummary.Cost.PRIOR_TERM);
    for (String stream : run.streams()) {
      String title = StreamPages.title(stream);
      row(table, summary.cost(), title, summary.observations().get(stream), stream);
    }
    table.row(
        "sum",
        "",
        significant(summary.cost().prior(), 5),
        significant(summary.cost().posterior(), 5));
    return table;
  }

  private static void row(
      HtmlTable table, RunSummary.Cost cost, String name, int count, String term) {
    if (cost.terms().containsKey(term)) {
      table.row(
          name,
          fixed(count, 0),
          significant(cost.term(term).prior(), 5),
          significant(cost.term(term).posterior(), 5));
    }
  }

  private static double[] numbers(List<ProgressLine> lines, ToDoubleFunction<ProgressLine> number) {
    return lines.stream().mapToDouble(number).toArray();
  }
}
