package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.signed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Bars;
import org.ccdas.report.picture.Heatmap;
import org.ccdas.report.run.LeftOutGroup;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.scale.ColourScale;
import org.ccdas.report.stream.StreamPages;

/** Which observations changed the fluxes, and what would be known without them. */
public final class AttributionSection {
  private static final String ID = "attribution";
  private static final String TITLE = "Which observations did it";

  /** Share of the change up to which what is not linear may be overlooked. */
  private static final double LINEAR = 0.05;

  private AttributionSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    if (run.posterior().isEmpty()) {
      return Section.leftOut(ID, TITLE, RunResults.missing("posterior.nc"));
    }
    PosteriorResult posterior = run.posterior().get();
    if (posterior.groups().isEmpty()) {
      return Section.leftOut(
          ID, TITLE, "Left out: posterior.nc of this run has no groups of observations.");
    }
    Section section = Section.of(ID, TITLE);
    if (posterior.attribution().length > 0) {
      section = attribution(section, posterior);
    }
    return leftOut(section, posterior);
  }

  /** Groups of one place and stream taken together over the years, in their order. */
  static Map<String, List<Integer>> places(List<PosteriorResult.Group> groups) {
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      PosteriorResult.Group group = groups.get(g);
      String name = group.place().isEmpty() ? group.stream() : group.place();
      String label = group.year() == 0 ? name : name + ", " + StreamPages.title(group.stream());
      places.computeIfAbsent(label, key -> new ArrayList<>()).add(g);
    }
    return places;
  }

  private static double sum(double[] values, List<Integer> indices) {
    return indices.stream().mapToDouble(i -> values[i]).sum();
  }

  private static Section attribution(Section section, PosteriorResult posterior) {
    Map<String, List<Integer>> places = places(posterior.groups());
    List<String> names = List.copyOf(places.keySet());
    List<Integer> nep = means(posterior, "NEP");
    Section with = section;
    for (int target : nep.subList(0, Math.min(1, nep.size()))) {
      PosteriorResult.Target t = posterior.targets().get(target);
      double[] parts =
          places.values().stream()
              .mapToDouble(groups -> sum(posterior.attribution()[target], groups))
              .toArray();
      with =
          with.figure(
              Bars.draw(
                  ID,
                  "Change of NEP of " + t.region() + " by group of observations",
                  names,
                  List.of(Bars.Kind.posterior(parts, Bars.none(parts.length))),
                  "change of NEP, " + t.region() + ", mean over the window, " + t.unit()),
              "By how much each group of observations moved the NEP of "
                  + t.region()
                  + " from its prior value; the bars sum to the whole change, "
                  + signed(t.posterior() - t.prior(), 3)
                  + " "
                  + t.unit()
                  + ", less what the model is not linear. "
                  + curvature(t.posterior() - t.prior(), Arrays.stream(parts).sum())
                  + " Bars of opposite sign are observations that pull against each other.");
    }
    if (nep.size() > 1) {
      double[][] values =
          names.stream()
              .map(
                  name ->
                      nep.stream()
                          .mapToDouble(t -> sum(posterior.attribution()[t], places.get(name)))
                          .toArray())
              .toArray(double[][]::new);
      double[] all =
          IntStream.range(0, values.length)
              .boxed()
              .flatMapToDouble(r -> Arrays.stream(values[r]))
              .toArray();
      with =
          with.figure(
              Heatmap.draw(
                  "attribution-regions",
                  "Change of NEP of each region by each group of observations",
                  names,
                  nep.stream().map(t -> posterior.targets().get(t).region()).toList(),
                  values,
                  ColourScale.differences(all),
                  "change of NEP, " + posterior.targets().get(nep.get(0)).unit()),
              "Rows are groups of observations, columns are regions: red raised the uptake of the"
                  + " region, blue lowered it. Each column sums to the region's change.");
    }
    return with.add(
        Html.unfold(
            "The change of every mean target, split by group", table(posterior, places).html()));
  }

  /** How far the parts, which are linear, make up the change. */
  private static String curvature(double change, double parts) {
    String sum = "They sum to " + signed(parts, 3) + "; the rest, " + signed(change - parts, 3);
    return Math.abs(change - parts) <= LINEAR * Math.abs(change)
        ? sum + ", is curvature of the model between prior and posterior."
        : sum
            + ", is curvature of the model between prior and posterior and belongs to no group: the"
            + " bars say which way each group pulls at the minimum, not how much of the change it"
            + " made.";
  }

  private static List<Integer> means(PosteriorResult posterior, String quantity) {
    return IntStream.range(0, posterior.targets().size())
        .filter(t -> posterior.targets().get(t).quantity().equalsIgnoreCase(quantity))
        .filter(t -> posterior.targets().get(t).year() == 0)
        .boxed()
        .sorted(
            Comparator.comparing(
                t ->
                    !posterior
                        .targets()
                        .get(t)
                        .region()
                        .toLowerCase(Locale.ROOT)
                        .startsWith("glob")))
        .toList();
  }

  private static HtmlTable table(PosteriorResult posterior, Map<String, List<Integer>> places) {
    HtmlTable table =
        new HtmlTable("The part of each group in the change of each target; exact at the last step")
            .texts("target", "unit")
            .numbers("change")
            .numbers(places.keySet().toArray(new String[0]));
    for (int t = 0; t < posterior.targets().size(); t++) {
      PosteriorResult.Target target = posterior.targets().get(t);
      if (target.year() != 0) {
        continue;
      }
      double[] parts = posterior.attribution()[t];
      List<String> cells = new ArrayList<>();
      cells.add(target.quantity() + " " + target.region());
      cells.add(target.unit());
      cells.add(significant(target.posterior() - target.prior(), 3));
      places.values().forEach(groups -> cells.add(significant(sum(parts, groups), 3)));
      table.row(cells.toArray(new String[0]));
    }
    return table;
  }

  private static Section leftOut(Section section, PosteriorResult posterior) {
    LeftOutGroup left = posterior.leftOut();
    HtmlTable table =
        new HtmlTable(
                "Each group left out, predicted from all others: its degrees of freedom, its misfit,"
                    + " and for stations rmse and squared error over predicted variance")
            .texts("group")
            .numbers("degrees of freedom", "misfit with", "misfit without")
            .numbers("rmse with, ppm", "rmse without, ppm", "χ² of the prediction");
    for (int g = 0; g < posterior.groups().size(); g++) {
      if (Double.isNaN(left.costWithout()[g]) && Double.isNaN(left.rmseWithout()[g])) {
        continue;
      }
      table.row(
          posterior.groups().get(g).label(),
          fixed(left.information()[g], 2),
          significant(left.costWith()[g], 4),
          significant(left.costWithout()[g], 4),
          fixed(left.rmseWith()[g], 2),
          fixed(left.rmseWithout()[g], 2),
          fixed(left.chiSquare()[g], 2));
    }
    if (table.size() == 0) {
      return section.paragraph(
          "Predictions with a group left out are not in posterior.nc of this run.");
    }
    return section
        .heading("Leaving each group out")
        .add(table.html())
        .paragraph(
            "In closed form at the last linearisation, without running again. A χ² near 1 means"
                + " that the others predict the group as well as their uncertainties say; one much"
                + " larger, that the group contradicts them.");
  }
}
