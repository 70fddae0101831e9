package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.signed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ccdas.assimilate.posterior.EnsembleSpread;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.report.page.Html;
import org.ccdas.report.run.EnsembleResult;
import org.ccdas.report.run.ParameterRow;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.run.TwinErrors;
import org.ccdas.report.stream.StreamPages;

/** The question of the run and its answer in three sentences, made from its numbers. */
public final class Answer {
  /** Draws that spread so many times as wide as the linear theory put it in doubt. */
  private static final double WIDER = 1.25;

  /** A cost for each observation up to which the misfits are called as large as the errors. */
  private static final double FITTING = 1.5;

  /** A share of the variance that is rounding: the observations see no element but the land's. */
  private static final double NOTHING = 1e-9;

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
    for (String note : run.summary().notes()) {
      lead.add(Html.element("p", note).with("class", "note"));
    }
    return lead;
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  private static String enumerated(List<String> items) {
    int last = items.size() - 1;
    String before = String.join(", ", items.subList(0, last));
    return before + (last > 0 ? " and " : "") + items.get(last);
  }

  static String question(RunSummary summary) {
    List<String> data = new ArrayList<>();
    summary
        .observations()
        .forEach(
            (stream, count) -> {
              if (count > 0) {
                data.add(StreamPages.assimilated(stream, summary));
              }
            });
    return "The question: which of the "
        + fixed(summary.parameters(), 0)
        + " process parameters, and with them which carbon fluxes of "
        + fixed(summary.cells(), 0)
        + " land cells, agree best with "
        + (data.isEmpty() ? "no observation at all" : enumerated(data))
        + " from "
        + summary.window().first()
        + " to "
        + summary.window().last()
        + ", given the prior uncertainties?";
  }

  private static String fit(RunResults run) {
    RunSummary summary = run.summary();
    String cost =
        "the cost fell from "
            + significant(summary.cost().prior(), 4)
            + " to "
            + significant(summary.cost().posterior(), 4)
            + " in "
            + fixed(summary.iterations(), 0)
            + " iterations";
    String found =
        summary.converged()
            ? "The minimum was found: " + cost
            : "The search did not converge ("
                + summary.stoppedBecause()
                + "), so what follows is the best point found, not the minimum: "
                + cost;
    StringBuilder misfits = new StringBuilder(found);
    for (Map.Entry<String, PriorPosterior> stream : summary.chiSquare().entrySet()) {
      PriorPosterior chi = stream.getValue();
      if (chi != null && Double.isFinite(chi.posterior())) {
        misfits
            .append(misfits.length() == found.length() ? ", and " : "; ")
            .append("the squared ")
            .append(StreamPages.title(stream.getKey()))
            .append(" misfit for each observation, in units of its error, went from ")
            .append(significant(chi.prior(), 3))
            .append(" to ")
            .append(significant(chi.posterior(), 3))
            .append(
                chi.posterior() <= FITTING
                    ? ", so misfits are about as large as the stated errors"
                    : ", so misfits stay larger than the stated errors");
      }
    }
    return misfits.append('.').toString();
  }

  private static String fluxes(RunResults run) {
    RunSummary.Budget mean = run.summary().global().mean();
    double nep = mean.nep().posterior();
    Optional<PosteriorResult.Target> target =
        run.posterior().flatMap(posterior -> posterior.globalMean("NEP"));
    return "The land of the model "
        + (nep >= 0 ? "takes up " : "gives off ")
        + fixed(Math.abs(nep), 2)
        + target.map(t -> " ± " + fixed(t.posteriorSigma(), 2)).orElse("")
        + " PgC a year (prior "
        + signed(mean.nep().prior(), 2)
        + target.map(t -> " ± " + fixed(t.priorSigma(), 2)).orElse("")
        + ", uptake positive) at a gross primary production of "
        + fixed(mean.gpp().posterior(), 1)
        + " PgC a year (prior "
        + fixed(mean.gpp().prior(), 1)
        + (target.isPresent() ? ")." : "); their uncertainties were not computed in this run.")
        + intervals(run.summary(), target).orElseGet(() -> drawn(run))
        + uncertain(run.summary());
  }

  /**
   * What draws of the run itself say of the uptake beside the linear theory, and which is better.
   */
  private static Optional<String> intervals(
      RunSummary summary, Optional<PosteriorResult.Target> nep) {
    RunSummary.Draws draws = summary.posterior() == null ? null : summary.posterior().draws();
    return draws == null
        ? Optional.empty()
        : nep.flatMap(target -> target.drawn().map(drawn -> interval(draws, drawn, target)));
  }

  private static String interval(
      RunSummary.Draws draws, EnsembleSpread.Interval drawn, PosteriorResult.Target target) {
    String leads =
        draws.better()
            ? " Better than that linear uncertainty is the interval of draws from the posterior,"
                + " run through the full model: "
            : " Draws from the posterior, run through the full model, are not proved to stand for"
                + " it, nor is that linear uncertainty: ";
    double wider = (drawn.upper68() - drawn.lower68()) / (2 * target.posteriorSigma());
    String doubt =
        !draws.better() && wider > WIDER
            ? " They spread "
                + fixed(wider, 1)
                + " times as wide as it, so that it is rather a lower bound."
            : "";
    return leads
        + "median "
        + signed(drawn.median(), 2)
        + ", 68 percent between "
        + signed(drawn.lower68(), 2)
        + " and "
        + signed(drawn.upper68(), 2)
        + ", 95 percent between "
        + signed(drawn.lower95(), 2)
        + " and "
        + signed(drawn.upper95(), 2)
        + " ("
        + String.join("; ", draws.reasons())
        + ")."
        + doubt;
  }

  /** The uptake by the full model, where members of this posterior have been drawn. */
  private static String drawn(RunResults run) {
    if (run.ensemble().isEmpty() || run.parameters().isEmpty()) {
      return "";
    }
    EnsembleResult ensemble = run.ensemble().get();
    double[] minimum = run.parameters().get().stream().mapToDouble(ParameterRow::x).toArray();
    OptionalInt nep = ensemble.globalMean("NEP");
    Optional<EnsembleResult.Spread> spread = ensemble.posterior();
    if (nep.isEmpty()
        || spread.isEmpty()
        || !EnsembleCheck.isOf(ensemble, minimum)
        || Double.isNaN(spread.get().median()[nep.getAsInt()])) {
      return "";
    }
    int t = nep.getAsInt();
    return " Members drawn and run through the full model"
        + by(spread.get())
        + " give a median of "
        + signed(spread.get().median()[t], 2)
        + " and 68 percent between "
        + signed(spread.get().lower()[t], 2)
        + " and "
        + signed(spread.get().upper()[t], 2)
        + (spread.get().weighted() || spread.get().settled()
            ? ", which is the better interval."
            : ".");
  }

  private static String by(EnsembleResult.Spread spread) {
    if (spread.mixing() != null) {
      return ", moved by Markov chains,";
    }
    return spread.weighted() ? ", weighted by the cost," : ", unweighted,";
  }

  /** What the uncertainty of the uptake comes from, and what is not in it. */
  private static String uncertain(RunSummary summary) {
    Map<String, Double> shares =
        summary.posterior() == null ? null : summary.posterior().nepVarianceShares();
    if (shares == null || 1 - shares.values().iterator().next() < NOTHING) {
      return "";
    }
    List<String> background = new ArrayList<>();
    double fluxes = 0;
    for (Map.Entry<String, Double> share : shares.entrySet()) {
      if (share.getKey().startsWith(ControlVectorFile.BACKGROUND_FACTOR)) {
        String name = share.getKey().substring(ControlVectorFile.BACKGROUND_FACTOR.length());
        background.add(name + " " + percent(share.getValue()));
        fluxes += share.getValue();
      }
    }
    double offset = shares.getOrDefault(ControlVectorFile.CO2_OFFSET, 0.0);
    return " Of the variance of the uptake "
        + percent(1 - fluxes - offset)
        + " percent are of the land's parameters, "
        + percent(offset)
        + " of the CO2 at the start and "
        + percent(fluxes)
        + " of the prescribed fluxes"
        + (background.isEmpty()
            ? ", which are taken to be exact; so the uncertainty leaves out what is not known of"
                + " them. "
            : " (" + enumerated(background) + "). ")
        + "Errors of the transport model are not included.";
  }

  private static String percent(double share) {
    return fixed(Math.max(0, 100 * share), 0);
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
    TwinErrors twin = run.summary().twin();
    if (twin != null) {
      return "The truth of this synthetic world is known: the error of the monthly fluxes of the"
          + " cells fell from "
          + significant(twin.fluxErrorPrior(), 3)
          + " to "
          + significant(twin.fluxErrorPosterior(), 3)
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
