package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.signed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccdas.report.page.Html;
import org.ccdas.report.run.ParameterRow;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.run.RunJson;

/** The question of the run and its answer in three sentences, made from its numbers. */
public final class Answer {
  /** A cost for each observation up to which the misfits are called as large as the errors. */
  private static final double FITTING = 1.5;

  private Answer() {}

  /** What stands at the top of the page. */
  public static List<Html> of(RunResults run) {
    List<Html> lead = new ArrayList<>();
    lead.add(Html.paragraph(question(run.summary())));
    lead.add(
        Html.element("div")
            .with("class", "answer")
            .add(
                Html.paragraph(fit(run)),
                Html.paragraph(fluxes(run)),
                Html.paragraph(learned(run))));
    for (String note : run.summary().texts("notes")) {
      lead.add(Html.element("p", note).with("class", "note"));
    }
    return lead;
  }

  static String question(RunJson summary) {
    List<String> data = new ArrayList<>();
    if (summary.number("observations.co2") > 0) {
      long stations =
          summary.list("stations").stream().filter(s -> s.isTrue("assimilated")).count();
      data.add(
          fixed(summary.number("observations.co2"), 0)
              + " monthly CO₂ values of "
              + stations
              + (stations == 1 ? " station" : " stations"));
    }
    if (summary.number("observations.soilMoisture") > 0) {
      data.add(
          fixed(summary.number("observations.soilMoisture"), 0)
              + " daily soil-moisture values of land cells");
    }
    return "The question: which of the "
        + fixed(summary.number("parameters"), 0)
        + " process parameters, and with them which carbon fluxes of "
        + fixed(summary.number("cells"), 0)
        + " land cells, agree best with "
        + (data.isEmpty() ? "no observation at all" : String.join(" and ", data))
        + " from "
        + summary.text("window.first")
        + " to "
        + summary.text("window.last")
        + ", given the prior uncertainties?";
  }

  private static String fit(RunResults run) {
    RunJson summary = run.summary();
    double prior = summary.number("cost.prior");
    double posterior = summary.number("cost.posterior");
    double chi = summary.number("chiSquare.posterior");
    String cost =
        "the cost fell from "
            + significant(prior, 4)
            + " to "
            + significant(posterior, 4)
            + " in "
            + fixed(summary.number("iterations"), 0)
            + " iterations";
    String found =
        summary.isTrue("converged")
            ? "The minimum was found: " + cost
            : "The search did not converge ("
                + run.stoppedBecause()
                + "), so what follows is the best point found, not the minimum: "
                + cost;
    if (Double.isNaN(chi)) {
      return found + ".";
    }
    return found
        + ", and the squared CO₂ misfit for each observation, in units of its error, from "
        + significant(summary.number("chiSquare.prior"), 3)
        + " to "
        + significant(chi, 3)
        + (chi <= FITTING
            ? ", so misfits are about as large as the stated errors."
            : ", so misfits stay larger than the stated errors.");
  }

  private static String fluxes(RunResults run) {
    RunJson summary = run.summary();
    double nep = summary.number("global.mean.nep.posterior");
    Optional<PosteriorResult.Target> target =
        run.posterior().flatMap(posterior -> globalMean(posterior, "NEP"));
    return "The land of the model "
        + (nep >= 0 ? "takes up " : "gives off ")
        + fixed(Math.abs(nep), 2)
        + target.map(t -> " ± " + fixed(t.posteriorSigma(), 2)).orElse("")
        + " PgC a year (prior "
        + signed(summary.number("global.mean.nep.prior"), 2)
        + target.map(t -> " ± " + fixed(t.priorSigma(), 2)).orElse("")
        + ", uptake positive) at a gross primary production of "
        + fixed(summary.number("global.mean.gpp.posterior"), 1)
        + " PgC a year (prior "
        + fixed(summary.number("global.mean.gpp.prior"), 1)
        + (target.isPresent() ? ")." : "); their uncertainties were not computed in this run.");
  }

  /** The mean over window and globe of a quantity, when it is among the targets. */
  public static Optional<PosteriorResult.Target> globalMean(
      PosteriorResult posterior, String quantity) {
    return posterior.targets().stream()
        .filter(t -> t.quantity().equals(quantity) && t.year() == 0)
        .filter(t -> t.region().toLowerCase(Locale.ROOT).startsWith("glob"))
        .findFirst();
  }

  private static String learned(RunResults run) {
    if (run.posterior().isPresent() && run.parameters().isPresent()) {
      PosteriorResult posterior = run.posterior().get();
      List<String> best =
          run.parameters().get().stream()
              .sorted(Comparator.comparingDouble(p -> posterior.sigma()[p.index()]))
              .limit(3)
              .map(
                  p -> p.label() + " (by " + fixed(posterior.reduction(p.index()), 0) + " percent)")
              .toList();
      return "The observations determine "
          + fixed(posterior.degreesOfFreedom(), 1)
          + " of "
          + posterior.sigma().length
          + " degrees of freedom; the uncertainties that fell most are those of "
          + String.join(", ", best)
          + ".";
    }
    Optional<ParameterRow> moved =
        run.parameters()
            .flatMap(p -> p.stream().max(Comparator.comparingDouble(r -> Math.abs(r.x()))));
    RunJson summary = run.summary();
    if (summary.has("twin")) {
      return "The truth of this synthetic world is known: the error of the monthly fluxes of the"
          + " cells fell from "
          + significant(summary.number("twin.fluxErrorPrior"), 3)
          + " to "
          + significant(summary.number("twin.fluxErrorPosterior"), 3)
          + " gC m⁻² a month.";
    }
    return moved
        .map(
            p ->
                "The parameter that moved most is "
                    + p.label()
                    + ", by "
                    + signed(p.x(), 2)
                    + " prior standard deviations; what the observations determine was not"
                    + " computed in this run.")
        .orElse("What was learned about parameters is not in this folder.");
  }
}
