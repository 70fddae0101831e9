package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.signed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.Heatmap;
import org.ccdas.report.picture.History;
import org.ccdas.report.run.ParameterRow;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.scale.ColourScale;
import org.ccdas.report.scale.ColourTable;

/** Which parameters the observations cannot tell apart, and how many directions they determine. */
public final class CorrelationSection {
  private static final String ID = "correlation";
  private static final String TITLE = "What the observations cannot tell apart";
  private static final int SHOWN = 30;
  private static final int PAIRS = 15;
  private static final double SMALLEST = 1e-4;

  /** Correlation of two parameters. */
  record Pair(int first, int second, double correlation) {}

  private CorrelationSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    if (run.posterior().isEmpty()) {
      return Section.leftOut(ID, TITLE, RunResults.missing("posterior.nc"));
    }
    if (run.parameters().isEmpty()) {
      return Section.leftOut(ID, TITLE, RunResults.missing("parameters.nc"));
    }
    PosteriorResult posterior = run.posterior().get();
    List<ParameterRow> shown =
        ParametersSection.sorted(run.parameters().get(), run.posterior()).stream()
            .limit(SHOWN)
            .sorted(Comparator.comparingInt(ParameterRow::index))
            .toList();
    List<String> names = shown.stream().map(ParameterRow::label).toList();
    double[][] correlation =
        shown.stream()
            .map(
                a ->
                    shown.stream()
                        .mapToDouble(b -> posterior.correlation(a.index(), b.index()))
                        .toArray())
            .toArray(double[][]::new);
    double[] numbers =
        IntStream.rangeClosed(1, posterior.eigenvalue().length).mapToDouble(i -> i).toArray();
    double[] ones = IntStream.range(0, numbers.length).mapToDouble(i -> 1).toArray();
    return Section.of(ID, TITLE)
        .figure(
            Heatmap.draw(
                ID,
                "Posterior correlation of the "
                    + shown.size()
                    + " parameters whose uncertainty fell most",
                names,
                names,
                correlation,
                new ColourScale(ColourTable.BLUE_WHITE_RED, -1, 1),
                "correlation, no unit"),
            "Posterior correlation of the parameters whose uncertainty fell most, in the order of"
                + " the control vector. Deep red (or blue) off the diagonal: the observations"
                + " determine the difference (or the sum) of the two better than each by itself."
                + " The prior has no correlations.")
        .add(table(strongest(posterior), run.parameters().get()).html())
        .figure(
            History.draw(
                "spectrum",
                "Eigenvalues of the Hessian of the observations, falling, and the line at 1",
                "direction in the space of parameters",
                numbers,
                List.of(
                    new History.Panel(
                        "eigenvalue, no unit",
                        List.of(
                            Curve.posterior(shown(posterior.eigenvalue()))
                                .named("information of the observations"),
                            Curve.prior(ones).named("information of the prior"))))),
            "How much the observations say along each direction, relative to the prior: left of"
                + " where the lines cross they say more than the prior. In all they determine "
                + fixed(posterior.degreesOfFreedom(), 1)
                + " degrees of freedom of "
                + posterior.sigma().length
                + ".");
  }

  /** Without those that are nothing but rounding. */
  private static double[] shown(double[] eigenvalues) {
    return Arrays.stream(eigenvalues).map(v -> v < SMALLEST ? Double.NaN : v).toArray();
  }

  /** Pairs of strongest correlation, the strongest first. */
  static List<Pair> strongest(PosteriorResult posterior) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < posterior.sigma().length; i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(new Pair(j, i, posterior.correlation(i, j)));
      }
    }
    return pairs.stream()
        .sorted(Comparator.comparingDouble(pair -> -Math.abs(pair.correlation())))
        .limit(PAIRS)
        .toList();
  }

  private static HtmlTable table(List<Pair> pairs, List<ParameterRow> parameters) {
    HtmlTable table =
        new HtmlTable("The strongest correlations").texts("", "and").numbers("correlation");
    for (Pair pair : pairs) {
      table.row(
          parameters.get(pair.first()).label(),
          parameters.get(pair.second()).label(),
          signed(pair.correlation(), 2));
    }
    return table;
  }
}
