package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.signed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Intervals;
import org.ccdas.report.run.ParameterRow;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.run.RunResults;

/** Parameters before and after, with uncertainty, sorted by what was learned about them. */
public final class ParametersSection {
  private static final String ID = "parameters";
  private static final String TITLE = "Parameters";
  private static final int SHOWN = 30;

  private ParametersSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    if (run.parameters().isEmpty()) {
      return Section.leftOut(ID, TITLE, RunResults.missing("parameters.nc"));
    }
    Optional<PosteriorResult> posterior = run.posterior();
    List<ParameterRow> sorted = sorted(run.parameters().get(), posterior);
    List<ParameterRow> shown = sorted.subList(0, Math.min(SHOWN, sorted.size()));
    String order =
        posterior.isPresent()
            ? "sorted by how much their uncertainty fell"
            : "sorted by how far they moved";
    Section section =
        Section.of(ID, TITLE)
            .figure(
                Intervals.draw(
                    ID,
                    "The "
                        + shown.size()
                        + " first of "
                        + sorted.size()
                        + " parameters, "
                        + order
                        + ": prior and posterior with one standard deviation; the first is "
                        + shown.get(0).label(),
                    shown.stream().map(p -> row(p, posterior)).toList(),
                    "distance from the prior, prior standard deviations"),
                "Parameters "
                    + order
                    + ", in units of their own prior standard deviation: the prior is 0 ± 1 for"
                    + " all (orange, open). "
                    + (posterior.isPresent()
                        ? "A short blue bar means that the observations determine the parameter;"
                            + " one as long as the orange bar means that they say nothing of it."
                        : "The uncertainty after assimilation was not computed in this run, so the"
                            + " blue points have no bars: how far a parameter moved does not say"
                            + " how well it is known."));
    return section.add(
        Html.unfold("All " + sorted.size() + " parameters", table(sorted, posterior).html()));
  }

  /** Those learned most about first; without uncertainties those that moved most. */
  static List<ParameterRow> sorted(
      List<ParameterRow> parameters, Optional<PosteriorResult> posterior) {
    Comparator<ParameterRow> order =
        posterior
            .map(p -> Comparator.<ParameterRow>comparingDouble(row -> p.sigma()[row.index()]))
            .orElse(Comparator.comparingDouble(row -> -Math.abs(row.x())));
    return parameters.stream().sorted(order).toList();
  }

  private static Intervals.Row row(ParameterRow parameter, Optional<PosteriorResult> posterior) {
    double sigma = posterior.map(p -> p.sigma()[parameter.index()]).orElse(Double.NaN);
    return new Intervals.Row(
        parameter.label(),
        Intervals.Estimate.of(0, 1),
        Intervals.Estimate.of(parameter.x(), sigma));
  }

  private static HtmlTable table(List<ParameterRow> rows, Optional<PosteriorResult> posterior) {
    HtmlTable table =
        new HtmlTable(
                "All parameters in physical units; x is the posterior in prior standard"
                    + " deviations")
            .texts("symbol", "acts on")
            .numbers("prior", "prior sigma", "posterior");
    if (posterior.isPresent()) {
      table.numbers("from", "to");
    }
    table.texts("unit").numbers("x");
    if (posterior.isPresent()) {
      table.numbers("uncertainty reduced by, percent");
    }
    for (ParameterRow p : rows) {
      String prior = significant(p.prior(), 5);
      String sigma = significant(p.priorSigma(), 3);
      String after = significant(p.posterior(), 5);
      if (posterior.isPresent()) {
        PosteriorResult result = posterior.get();
        table.row(
            p.symbol(),
            p.scope().replace(";", ", "),
            prior,
            sigma,
            after,
            significant(result.lower()[p.index()], 5),
            significant(result.upper()[p.index()], 5),
            p.unit(),
            signed(p.x(), 2),
            fixed(result.reduction(p.index()), 1));
      } else {
        table.row(
            p.symbol(),
            p.scope().replace(";", ", "),
            prior,
            sigma,
            after,
            p.unit(),
            signed(p.x(), 2));
      }
    }
    return table;
  }
}
