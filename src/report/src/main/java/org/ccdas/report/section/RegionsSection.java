package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Bars;
import org.ccdas.report.run.CellFluxes;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.run.RunResults;

/** Fluxes of regions, with uncertainties when they were computed. */
public final class RegionsSection {
  private static final String ID = "regions";
  private static final String TITLE = "Regions";
  private static final List<String> QUANTITIES = List.of("NEP", "GPP", "NPP", "ET");
  private static final double[] BAND_EDGES = {-60, -30, 0, 30, 60, 90};

  private RegionsSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    if (run.posterior().isPresent() && !run.posterior().get().targets().isEmpty()) {
      return withUncertainty(run.posterior().get());
    }
    if (run.fluxes().isEmpty()) {
      return Section.leftOut(ID, TITLE, RunResults.missing("fluxes.nc"));
    }
    return bands(run.fluxes().get());
  }

  private static Section withUncertainty(PosteriorResult posterior) {
    Section section = Section.of(ID, TITLE);
    for (String quantity : QUANTITIES) {
      List<PosteriorResult.Target> targets =
          posterior.targets().stream()
              .filter(t -> t.quantity().equalsIgnoreCase(quantity) && t.year() == 0)
              .toList();
      if (!targets.isEmpty()) {
        section = add(section, quantity, targets);
      }
    }
    return section.add(table(posterior).html());
  }

  private static Section add(
      Section section, String quantity, List<PosteriorResult.Target> targets) {
    List<String> names = targets.stream().map(PosteriorResult.Target::region).toList();
    return section.figure(
        Bars.draw(
            "regions-" + quantity.toLowerCase(Locale.ROOT),
            quantity + " of " + names.size() + " regions, prior and posterior, with uncertainties",
            names,
            List.of(
                Bars.Kind.prior(
                    targets.stream().mapToDouble(PosteriorResult.Target::prior).toArray(),
                    targets.stream().mapToDouble(PosteriorResult.Target::priorSigma).toArray()),
                Bars.Kind.posterior(
                    targets.stream().mapToDouble(PosteriorResult.Target::posterior).toArray(),
                    targets.stream()
                        .mapToDouble(PosteriorResult.Target::posteriorSigma)
                        .toArray())),
            quantity + ", mean over the window, " + targets.get(0).unit()),
        quantity
            + " by region with one standard deviation, before and after. Where the black bar of the"
            + " posterior is much shorter, the observations tell something of the region. Only the"
            + " uncertainty of the parameters is in it, not that of the model's form, its weather or"
            + " the transport.");
  }

  private static HtmlTable table(PosteriorResult posterior) {
    HtmlTable table =
        new HtmlTable("Targets: value ± standard deviation, and by how much that fell")
            .texts("region", "quantity", "year")
            .numbers("prior", "posterior")
            .numbers("draws: median", "68 percent", "95 percent")
            .texts("unit")
            .numbers("reduced by, percent");
    for (PosteriorResult.Target t : posterior.targets()) {
      table.row(
          t.region(),
          t.quantity(),
          t.year() == 0 ? "mean" : String.valueOf(t.year()),
          significant(t.prior(), 4) + " ± " + significant(t.priorSigma(), 3),
          significant(t.posterior(), 4) + " ± " + significant(t.posteriorSigma(), 3),
          t.drawn().map(drawn -> significant(drawn.median(), 4)).orElse(""),
          t.drawn().map(drawn -> range(drawn.lower68(), drawn.upper68())).orElse(""),
          t.drawn().map(drawn -> range(drawn.lower95(), drawn.upper95())).orElse(""),
          t.unit(),
          fixed(t.reduction(), 0));
    }
    return table;
  }

  private static String range(double lower, double upper) {
    return significant(lower, 3) + " to " + significant(upper, 3);
  }

  private static Section bands(CellFluxes fluxes) {
    List<String> names = new ArrayList<>();
    int bands = BAND_EDGES.length - 1;
    double[] prior = new double[bands + 1];
    double[] posterior = new double[bands + 1];
    for (int b = bands - 1; b >= 0; b--) {
      int row = bands - 1 - b;
      names.add(edge(BAND_EDGES[b]) + " to " + edge(BAND_EDGES[b + 1]));
      var inside = CellFluxes.band(BAND_EDGES[b], BAND_EDGES[b + 1]);
      prior[row] = fluxes.mean("nep_prior", inside);
      posterior[row] = fluxes.mean("nep_posterior", inside);
    }
    names.add("all land");
    prior[bands] = fluxes.mean("nep_prior", box -> true);
    posterior[bands] = fluxes.mean("nep_posterior", box -> true);
    return Section.of(ID, TITLE)
        .paragraph(
            "This run has no uncertainties of regional fluxes (no posterior.nc with targets); shown"
                + " are sums over bands of latitude.")
        .figure(
            Bars.draw(
                "regions-nep",
                "Net ecosystem production by band of latitude, prior and posterior",
                names,
                List.of(
                    Bars.Kind.prior(prior, Bars.none(prior.length)),
                    Bars.Kind.posterior(posterior, Bars.none(posterior.length))),
                "NEP, mean over the window, PgC a year"),
            "Uptake by the land is positive, to the right.");
  }

  private static String edge(double latitude) {
    return latitude == 0
        ? "equator"
        : fixed(Math.abs(latitude), 0) + "° " + (latitude > 0 ? "N" : "S");
  }
}
