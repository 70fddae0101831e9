package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.signed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Marks;
import org.ccdas.report.run.EnsembleResult;
import org.ccdas.report.run.EnsembleResult.Spread;
import org.ccdas.report.run.EnsembleResult.Target;
import org.ccdas.report.run.RunSummary;

/** Spread of members that were drawn and run forward, against the linear uncertainties. */
final class EnsembleCheck {
  private static final String GLOBE = "globe";

  private EnsembleCheck() {}

  /** The section with the ensembles at its end. */
  static Section add(Section section, EnsembleResult result) {
    List<Integer> shown =
        IntStream.range(0, result.targets().size())
            .filter(t -> result.targets().get(t).year() == 0)
            .boxed()
            .toList();
    List<Integer> drawn = shown.stream().filter(t -> isDrawn(result.targets().get(t))).toList();
    return section
        .figure(
            Marks.draw(
                "ensemble-spread",
                "Standard deviation of ensemble members over the linear one for "
                    + drawn.size()
                    + " fluxes; "
                    + medians(result),
                drawn.stream().map(t -> name(result.targets().get(t))).toList(),
                kinds(result, drawn),
                new Marks.Expected(1, 2 * result.all().get(0).samplingError()),
                "spread of the members over linear uncertainty, no unit"),
            reading(result) + furthest(result, drawn))
        .add(Html.unfold("The numbers of all regions", table(result, shown).html()));
  }

  private static boolean isDrawn(Target target) {
    return target.quantity().equals("NEP") || target.region().equals(GLOBE);
  }

  private static String name(Target target) {
    return target.quantity() + ", " + target.region();
  }

  private static List<Marks.Kind> kinds(EnsembleResult result, List<Integer> targets) {
    List<Marks.Kind> kinds = new ArrayList<>();
    for (Spread spread : result.all()) {
      double[] ratios = targets.stream().mapToDouble(spread::ratio).toArray();
      kinds.add(
          spread.from().equals("prior")
              ? Marks.Kind.prior("drawn from the prior", ratios)
              : Marks.Kind.posterior("drawn from the posterior", ratios));
    }
    return kinds;
  }

  private static String medians(EnsembleResult result) {
    List<String> medians =
        result.all().stream()
            .map(spread -> fixed(spread.medianRatio(), 2) + " for the " + spread.from())
            .toList();
    return "the median over all fluxes and years is " + String.join(" and ", medians);
  }

  private static String reading(EnsembleResult result) {
    List<String> counts = new ArrayList<>();
    for (Spread spread : result.all()) {
      counts.add(
          spread.members()
              + " members from the "
              + spread.from()
              + " ("
              + spread.thrownAway()
              + " draws beyond the bound thrown away, "
              + spread.failed()
              + " members without a result)");
    }
    return "Parameters drawn at random and run through the full model: "
        + String.join(", ", counts)
        + ". A mark at 1 means that the fluxes spread as much as the uncertainties on this page say;"
        + " right of it they are too small, left of it too large. The band is what chance alone"
        + " allows with so many members (two standard errors). In numbers, "
        + medians(result)
        + "."
        + result.posterior().map(EnsembleCheck::weights).orElse("");
  }

  private static String weights(Spread posterior) {
    if (posterior.mixing() != null) {
      return " Draws from the posterior: "
          + RunSummary.Draws.chains(posterior.mixing(), posterior.members())
          + ".";
    }
    if (Double.isNaN(posterior.shape())) {
      return "";
    }
    String shape = " The largest weights have a Pareto shape of " + fixed(posterior.shape(), 2);
    return posterior.weighted()
        ? shape + ": members of the posterior count by the cost where they are."
        : shape
            + ", too large for weights to be trusted: members count alike, drawn about the floor of"
            + " the valley that the cost has.";
  }

  /** The mark furthest from 1, by its factor. */
  private static String furthest(EnsembleResult result, List<Integer> targets) {
    String text = "";
    double largest = 0;
    for (Spread spread : result.all()) {
      for (int t : targets) {
        double factor = Math.abs(Math.log(spread.ratio(t)));
        if (Double.isFinite(factor) && factor > largest) {
          largest = factor;
          text =
              " Furthest off: members from the "
                  + spread.from()
                  + " in "
                  + name(result.targets().get(t))
                  + ", "
                  + fixed(spread.ratio(t), 2)
                  + " times the linear uncertainty.";
        }
      }
    }
    return text;
  }

  private static HtmlTable table(EnsembleResult result, List<Integer> targets) {
    HtmlTable table =
        new HtmlTable("Means over the window: standard deviation by linear theory and of members")
            .texts("region", "quantity", "drawn from")
            .numbers("at the centre", "linear sigma", "members' sigma", "ratio")
            .numbers("members' mean less centre", "median", "68 % from", "to")
            .texts("unit");
    for (int t : targets) {
      Target target = result.targets().get(t);
      for (Spread spread : result.all()) {
        table.row(
            target.region(),
            target.quantity(),
            spread.from(),
            significant(spread.centre()[t], 4),
            significant(spread.linear()[t], 3),
            significant(spread.sigma()[t], 3),
            fixed(spread.ratio(t), 2),
            signed(spread.mean()[t] - spread.centre()[t], 3),
            significant(spread.median()[t], 4),
            significant(spread.lower()[t], 4),
            significant(spread.upper()[t], 4),
            target.unit());
      }
    }
    return table;
  }

  /** Whether the members were drawn about this minimum; the run may have gone on since. */
  static boolean isOf(EnsembleResult result, double[] minimum) {
    return Arrays.equals(result.minimum(), minimum);
  }
}
