package org.ccdas.report.comparison;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Bars;
import org.ccdas.report.picture.Dots;
import org.ccdas.report.run.ParameterRow;

/** By how much each run lowers the uncertainty of the parameters. */
final class LearnedSection {
  private static final String ID = "learned";
  private static final String TITLE = "What was learned of the parameters";
  private static final int SHOWN = 20;

  private LearnedSection() {}

  static Section of(List<ComparedRun> all) {
    List<ComparedRun> runs =
        all.stream().filter(run -> !run.prior() && run.reductions().isPresent()).toList();
    if (runs.isEmpty() || runs.get(0).run().parameters().isEmpty()) {
      return Section.leftOut(
          ID, TITLE, "Left out: no run has worked out the uncertainty of its parameters.");
    }
    List<ParameterRow> parameters = runs.get(0).run().parameters().get();
    List<double[]> reductions = runs.stream().map(run -> run.reductions().get()).toList();
    List<Integer> order =
        IntStream.range(0, parameters.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -best(reductions, i)))
            .toList();
    List<Integer> shown = order.subList(0, Math.min(SHOWN, order.size()));
    List<Dots.Kind> kinds = new ArrayList<>();
    for (int r = 0; r < runs.size(); r++) {
      double[] reduction = reductions.get(r);
      kinds.add(
          new Dots.Kind(
              runs.get(r).name(),
              runs.get(r).colour(),
              r,
              shown.stream().mapToDouble(i -> reduction[i]).toArray(),
              Bars.none(shown.size()),
              false));
    }
    return Section.of(ID, TITLE)
        .figure(
            Dots.draw(
                "reduction-parameters",
                "By how many percent the uncertainty of "
                    + shown.size()
                    + " parameters fell, by run",
                shown.stream().map(i -> parameters.get(i).label()).toList(),
                kinds,
                "reduction of the uncertainty, percent"),
            "By how much each run lowers the standard deviation of a parameter, for the "
                + shown.size()
                + " of "
                + parameters.size()
                + " about which some run learns most. 0 percent is the prior, 100 percent would be"
                + " full knowledge.")
        .add(
            Html.unfold(
                "All " + parameters.size() + " parameters",
                table(runs, parameters, order, reductions).html()));
  }

  private static double best(List<double[]> reductions, int parameter) {
    return reductions.stream().mapToDouble(reduction -> reduction[parameter]).max().orElseThrow();
  }

  private static HtmlTable table(
      List<ComparedRun> runs,
      List<ParameterRow> parameters,
      List<Integer> order,
      List<double[]> reductions) {
    HtmlTable table =
        new HtmlTable(
                "Posterior in prior standard deviations from the prior, and in brackets the percent"
                    + " by which the uncertainty fell")
            .manyColumns()
            .texts("parameter");
    runs.forEach(run -> table.numbers(run.name()));
    for (int i : order) {
      List<String> row = new ArrayList<>();
      row.add(parameters.get(i).label());
      for (int r = 0; r < runs.size(); r++) {
        double x = runs.get(r).run().parameters().map(all -> all.get(i).x()).orElse(Double.NaN);
        row.add(fixed(x, 2) + " (" + fixed(reductions.get(r)[i], 0) + ")");
      }
      table.row(row.toArray(String[]::new));
    }
    return table;
  }
}
