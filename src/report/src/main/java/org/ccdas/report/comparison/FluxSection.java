package org.ccdas.report.comparison;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Bars;
import org.ccdas.report.picture.Dots;
import org.ccdas.report.picture.Picture;
import org.ccdas.report.run.PosteriorResult;

/** Fluxes of regions with their uncertainties, by run. */
final class FluxSection {
  private static final String ID = "fluxes";
  private static final String TITLE = "Regional fluxes";

  private FluxSection() {}

  static Section of(List<ComparedRun> all) {
    List<ComparedRun> runs = all.stream().filter(run -> !run.means("NEP").isEmpty()).toList();
    if (runs.isEmpty()) {
      return Section.leftOut(
          ID, TITLE, "Left out: no run has worked out uncertainties of regional fluxes.");
    }
    Section section = Section.of(ID, TITLE);
    for (String quantity : List.of("NEP", "GPP")) {
      List<PosteriorResult.Target> regions = regions(runs.get(0), quantity);
      if (!regions.isEmpty()) {
        section = section.figure(picture(quantity, regions, runs), caption(quantity));
      }
    }
    List<PosteriorResult.Target> nep = regions(runs.get(0), "NEP");
    List<ComparedRun> assimilations = runs.stream().filter(run -> !run.prior()).toList();
    if (!nep.isEmpty() && !assimilations.isEmpty()) {
      section =
          section.figure(
              Dots.draw(
                  "reduction-regions",
                  "By how many percent the uncertainty of NEP fell in " + nep.size() + " regions",
                  names(nep),
                  kinds(nep, assimilations, (run, target) -> target.reduction(), false),
                  "reduction of the uncertainty of mean NEP, percent"),
              "By how much each run lowers the standard deviation of a region's NEP, prior and"
                  + " posterior both linearised at the minimum of the run. 0 percent: the"
                  + " observations say nothing of the region that the prior did not.");
    }
    return section.add(Html.unfold("All regions in numbers", table(runs).html()));
  }

  private static HtmlTable table(List<ComparedRun> runs) {
    HtmlTable table =
        new HtmlTable(
                "Fluxes with one standard deviation, and in brackets the percent by"
                    + " which it fell")
            .manyColumns()
            .texts("mean over the window");
    runs.forEach(run -> table.numbers(run.name()));
    for (String quantity : List.of("NEP", "GPP")) {
      for (PosteriorResult.Target target : runs.get(0).means(quantity)) {
        List<String> row = new ArrayList<>();
        row.add(quantity + " " + target.region() + ", " + target.unit());
        runs.forEach(
            run -> row.add(run.target(target.name()).map(own -> cell(run, own)).orElse("–")));
        table.row(row.toArray(String[]::new));
      }
    }
    return table;
  }

  private static String cell(ComparedRun run, PosteriorResult.Target target) {
    int decimals = target.quantity().equals("GPP") ? 1 : 2;
    return fixed(run.value(target), decimals)
        + " ± "
        + fixed(run.sigma(target), decimals)
        + (run.prior() ? "" : " (" + fixed(target.reduction(), 0) + ")");
  }

  /** All but the globe, which is in the table and would make the others small. */
  private static List<PosteriorResult.Target> regions(ComparedRun run, String quantity) {
    Optional<PosteriorResult.Target> globe =
        run.run().posterior().flatMap(posterior -> posterior.globalMean(quantity));
    return run.means(quantity).stream()
        .filter(target -> globe.isEmpty() || !target.equals(globe.get()))
        .toList();
  }

  private static Picture picture(
      String quantity, List<PosteriorResult.Target> regions, List<ComparedRun> runs) {
    return Dots.draw(
        "fluxes-" + quantity.toLowerCase(Locale.ROOT),
        quantity + " of " + regions.size() + " regions by run, with uncertainties",
        names(regions),
        kinds(regions, runs, ComparedRun::value, true),
        quantity + ", mean over the window, " + regions.get(0).unit());
  }

  private static String caption(String quantity) {
    return quantity
        + " of regions, mean over the window, with one standard deviation"
        + (quantity.equals("NEP") ? "; uptake by the land is positive" : "")
        + ". Where the bars of two runs do not overlap, their observations disagree. Only the"
        + " uncertainty of the parameters is in the bars.";
  }

  private static List<String> names(List<PosteriorResult.Target> regions) {
    return regions.stream().map(PosteriorResult.Target::region).toList();
  }

  private static List<Dots.Kind> kinds(
      List<PosteriorResult.Target> regions,
      List<ComparedRun> runs,
      ToDoubleBiFunction<ComparedRun, PosteriorResult.Target> value,
      boolean withSigma) {
    List<Dots.Kind> kinds = new ArrayList<>();
    for (int r = 0; r < runs.size(); r++) {
      ComparedRun run = runs.get(r);
      double[] values = Bars.none(regions.size());
      double[] sigma = Bars.none(regions.size());
      for (int t = 0; t < values.length; t++) {
        Optional<PosteriorResult.Target> own = run.target(regions.get(t).name());
        values[t] = own.map(target -> value.applyAsDouble(run, target)).orElse(Double.NaN);
        if (withSigma) {
          sigma[t] = own.map(run::sigma).orElse(Double.NaN);
        }
      }
      kinds.add(new Dots.Kind(run.name(), run.colour(), r, values, sigma, run.prior()));
    }
    return kinds;
  }
}
