package org.ccdas.pipelines.results;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ccdas.assimilate.posterior.Attribution;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.EnsembleSpread;
import org.ccdas.assimilate.posterior.Minima;
import org.ccdas.assimilate.posterior.ParameterEstimate;
import org.ccdas.assimilate.posterior.Target;
import org.ccdas.assimilate.posterior.TargetEstimate;
import org.ccdas.inputs.region.Regions;
import org.ccdas.observe.stream.TableLines;
import org.ccdas.pipelines.run.RunPosterior;
import org.ccdas.report.run.RunSummary;

/** The part of the table on what is known: parameters, fluxes, and whose observations told it. */
final class PosteriorLines {
  private static final int PARAMETERS = 10;
  private static final int GROUPS = 8;

  private PosteriorLines() {}

  static void print(RunPosterior found, TableLines lines) {
    lines.line("");
    lines.line(
        "%.1f degrees of freedom for signal of %d parameters; %d directions of eigenvalue 3 or more",
        found.spectrum().degreesOfFreedom(),
        found.posterior().size(),
        found.spectrum().constrained(3));
    found.profile().ifPresent(profile -> profile(ProfileSummary.of(profile), lines));
    minima(found.minima(), lines);
    targets(found, lines);
    drawn(found, lines);
    variance(found, lines);
    attribution(found, lines);
  }

  private static void profile(RunSummary.Profile profile, TableLines lines) {
    lines.line(
        "one posterior sigma from the minimum the cost rises by %s to %s, expected 0.5:"
            + " %d directions flagged",
        TableLines.number(profile.lowest(), 3),
        TableLines.number(profile.highest(), 3),
        profile.flagged());
    if (profile.beyondBound() > 0) {
      lines.line(
          "  %d of %d points lie beyond |x| = %s and were not evaluated",
          profile.beyondBound(),
          profile.points() + profile.beyondBound(),
          TableLines.number(profile.bound(), 1));
    }
  }

  private static void minima(Minima minima, TableLines lines) {
    if (minima.ends().size() == 1) {
      return;
    }
    lines.line(
        "%d starts, %d ended away from the lowest minimum ((a-b)'H(a-b) of %s or more):",
        minima.ends().size(), minima.others(), Minima.AGREE);
    for (Minima.End end : minima.ends()) {
      lines.line(
          "  cost %.6f, squared distance %.2g%s",
          end.cost(), end.squaredDistance(), end.converged() ? "" : ", not converged");
    }
  }

  /** The parameters that moved most, with what is known of them. */
  static void parameters(RunFindings findings, RunPosterior found, TableLines lines) {
    lines.line("");
    lines.line(
        "%-36s %12s %25s %9s  %s",
        "parameters that moved most", "prior", "posterior, -+ sigma", "reduction", "unit");
    ParameterEstimate.of(findings.outcome().setup().control(), found.posterior()).stream()
        .sorted(Comparator.comparingDouble(estimate -> -Math.abs(estimate.x())))
        .limit(PARAMETERS)
        .forEach(
            p ->
                lines.line(
                    "%-36s %12.5g %25s %7.0f %%  %s",
                    p.parameter().label(),
                    p.parameter().prior(),
                    String.format(
                        Locale.ROOT, "%.4g (%.4g, %.4g)", p.posterior(), p.lower(), p.upper()),
                    p.reduction(),
                    p.parameter().unit()));
  }

  private static void targets(RunPosterior found, TableLines lines) {
    lines.line("");
    lines.line(
        "%-44s %16s %16s %9s  %s",
        "mean over the window", "prior", "posterior", "reduction", "unit");
    for (TargetEstimate estimate : found.targets()) {
      Target target = estimate.target();
      if (shown(target)) {
        lines.line(
            "  %-42s %16s %16s %7s %%  %s",
            target.quantity() + " " + target.region().label(),
            withSigma(estimate.prior(), estimate.priorSigma()),
            withSigma(estimate.posterior(), estimate.posteriorSigma()),
            TableLines.number(estimate.reduction(), 0),
            target.quantity().unit());
      }
    }
  }

  /** What draws from the posterior say of the same fluxes. */
  private static void drawn(RunPosterior found, TableLines lines) {
    if (found.draws().isEmpty()) {
      return;
    }
    Ensemble draws = found.draws().get();
    List<EnsembleSpread> spreads = draws.spreads();
    lines.line("");
    lines.line(
        "by the full model, %s:",
        draws.quality().holds() ? "better than the linear +-" : "no better than the linear +-");
    PosteriorSummary.draws(draws).reasons().forEach(reason -> lines.line("  %s", reason));
    lines.line("%-44s %9s %19s %19s  %s", "mean over the window", "median", "68 %", "95 %", "unit");
    for (int t = 0; t < spreads.size(); t++) {
      Target target = found.targets().get(t).target();
      if (shown(target)) {
        EnsembleSpread.Interval interval = spreads.get(t).interval();
        lines.line(
            "  %-42s %9s %19s %19s  %s",
            target.quantity() + " " + target.region().label(),
            TableLines.number(interval.median(), 2),
            range(interval.lower68(), interval.upper68()),
            range(interval.lower95(), interval.upper95()),
            target.quantity().unit());
      }
    }
  }

  private static String range(double lower, double upper) {
    return TableLines.number(lower, 2) + " to " + TableLines.number(upper, 2);
  }

  /** Means over the window: of every region that of NEP, of the globe all. */
  private static boolean shown(Target target) {
    return target.year() == 0
        && (target.quantity() == Target.Quantity.NEP
            || target.region().set().equals(Regions.GLOBE));
  }

  private static String withSigma(double value, double sigma) {
    return TableLines.number(value, 2) + " +- " + TableLines.number(sigma, 2);
  }

  /** What the uncertainty of the mean NEP of the globe comes from. */
  private static void variance(RunPosterior found, TableLines lines) {
    if (found.nep().isEmpty()) {
      return;
    }
    double[] parts = found.variance().parts()[found.nep().getAsInt()];
    lines.line("");
    lines.line("sigma of the mean NEP of the globe, PgC yr-1, by what it comes from:");
    for (int k = 0; k < parts.length; k++) {
      lines.line(
          "  %-34s %12s",
          found.variance().sources().get(k), TableLines.number(Math.sqrt(parts[k]), 3));
    }
    lines.line("  (errors of the transport are not included)");
  }

  /** Who changed the mean NEP of the globe. */
  private static void attribution(RunPosterior found, TableLines lines) {
    if (found.nep().isEmpty()) {
      return;
    }
    int nep = found.nep().getAsInt();
    Attribution attribution = found.attribution();
    double[] parts = attribution.parts()[nep];
    lines.line("");
    lines.line(
        "change of the mean NEP of the globe by group, PgC yr-1 (sum %s):",
        TableLines.number(attribution.change(nep), 3));
    List<Integer> order =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(g -> -Math.abs(parts[g])))
            .limit(GROUPS)
            .toList();
    for (int g : order) {
      lines.line(
          "  %-34s %12s", attribution.groups().get(g).label(), TableLines.number(parts[g], 3));
    }
  }
}
