package org.ccdas.report.run;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccdas.assimilate.posterior.DrawQuality;
import org.ccdas.assimilate.posterior.EnsembleSpread;
import org.ccdas.assimilate.posterior.ImportanceWeights;
import org.ccdas.assimilate.posterior.Mixing;
import org.ccdas.observe.stream.PriorPosterior;

/**
 * The numbers of a run as {@code summary.json} has them, for those who write it and those who read
 * it; {@code docs/results.md} explains each. Maps by stream are in the order of the run.
 *
 * @param minima null without uncertainties, as posterior and targets
 * @param twin null for a run that is no twin experiment
 * @param details what the streams add, each under its own keys
 */
public record RunSummary(
    String name,
    String title,
    List<String> notes,
    Cost cost,
    Map<String, Integer> observations,
    Map<String, Fit> fit,
    Map<String, PriorPosterior> chiSquare,
    PriorPosterior gradientNorm,
    String minimiser,
    boolean converged,
    String stoppedBecause,
    int iterations,
    int evaluations,
    int passes,
    List<Minimum> minima,
    Posterior posterior,
    List<Target> targets,
    Map<String, Double> seconds,
    int cells,
    int tiles,
    int tilesWithoutCarbon,
    int parameters,
    int days,
    Window window,
    String runner,
    @JsonInclude(JsonInclude.Include.NON_NULL) TwinErrors twin,
    @JsonIgnore Map<String, JsonNode> details,
    Global global,
    Map<String, PriorPosterior> nppOverGpp,
    List<GateLine> gates,
    List<String> gatesNotChecked) {
  /** Name of the file. */
  public static final String FILE = "summary.json";

  /** A number that is not known. */
  private static final PriorPosterior UNKNOWN = new PriorPosterior(Double.NaN, Double.NaN);

  /** Room for details that are read, and no fit where the file has none. */
  public RunSummary {
    details = details == null ? new LinkedHashMap<>() : details;
    fit = fit == null ? Map.of() : fit;
  }

  /**
   * The cost, dimensionless.
   *
   * @param terms {@value #PRIOR_TERM}, and every stream by name
   */
  public record Cost(double prior, double posterior, Map<String, PriorPosterior> terms) {
    /** Key of the prior term. */
    public static final String PRIOR_TERM = "prior";

    /** The sum of the terms. */
    public PriorPosterior total() {
      return new PriorPosterior(prior, posterior);
    }

    /** A term; NaN when the run has none of this name. */
    public PriorPosterior term(String name) {
      return terms.getOrDefault(name, UNKNOWN);
    }
  }

  /** A part of the observations of a stream. */
  public enum Data {
    /** In the cost. */
    ASSIMILATED("assimilated", "assimilated"),
    /** Only compared with. */
    HELD_OUT("heldOut", "held out");

    private final String key;
    private final String words;

    Data(String key, String words) {
      this.key = key;
      this.words = words;
    }

    /** In files. */
    public String key() {
      return key;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** The fit to the parts, each a record of the stream; null for none of it. */
  public record Fit(JsonNode assimilated, JsonNode heldOut) {
    private JsonNode of(Data data) {
      return data == Data.ASSIMILATED ? assimilated : heldOut;
    }
  }

  /** First and last month, yyyy-MM. */
  public record Window(String first, String last) {}

  /** The budget of all land as a mean a year, and year by year. */
  public record Global(Budget mean, List<Year> years) {}

  /** Carbon fluxes of all land, PgC yr-1, and evapotranspiration of the vegetated area, mm yr-1. */
  public record Budget(
      PriorPosterior gpp,
      PriorPosterior npp,
      PriorPosterior nep,
      PriorPosterior evapotranspiration) {
    /** What the file lacks is not known. */
    public Budget {
      gpp = gpp == null ? UNKNOWN : gpp;
      npp = npp == null ? UNKNOWN : npp;
      nep = nep == null ? UNKNOWN : nep;
      evapotranspiration = evapotranspiration == null ? UNKNOWN : evapotranspiration;
    }
  }

  /** A calendar year, and how many of its months are in the window. */
  public record Year(int year, int months, Budget budget) {}

  /** A check of plausibility; range is the lower and the upper end. */
  public record GateLine(
      String name,
      String unit,
      String experiment,
      double value,
      List<Double> range,
      boolean passed) {}

  /** Where a search ended. */
  public record Minimum(double cost, boolean converged, double squaredDistance) {}

  /**
   * A flux of a region and year.
   *
   * @param sigma linear standard deviations
   * @param reduction of the uncertainty, percent
   * @param interval of draws from the posterior; null without
   */
  public record Target(
      String name,
      String unit,
      PriorPosterior value,
      PriorPosterior sigma,
      double reduction,
      EnsembleSpread.Interval interval) {}

  /**
   * Draws from the posterior, run through the full model.
   *
   * @param draws number of them
   * @param failed draws for which the model gave no number
   * @param thrownAway draws beyond the bound, before these
   * @param paretoShape of the largest weights; null where there are too few draws to tell
   * @param effectiveDraws equal ones that tell as much
   * @param mixing of the chains that moved them; null where none were needed, or in former versions
   * @param better whether their intervals are better than the linear ones
   */
  public record Draws(
      int draws,
      int failed,
      int thrownAway,
      Double paretoShape,
      double effectiveDraws,
      Mixing mixing,
      boolean better) {
    /** Why intervals are those of the draws, or of the linear theory: weights or chains, number. */
    public List<String> reasons() {
      if (mixing != null) {
        return List.of(
            chains(mixing, draws),
            String.format(
                Locale.ROOT,
                "%d draws tell as much as %.0f independent ones (at least %d wanted)",
                draws,
                effectiveDraws,
                DrawQuality.ENOUGH));
      }
      String shape =
          paretoShape == null
              ? "too few draws to tell whether their weights hold"
              : String.format(
                  Locale.ROOT,
                  "Pareto k %.2f%s 0.7",
                  paretoShape,
                  paretoShape < ImportanceWeights.RELIABLE ? ", below" : ", not below");
      String number =
          String.format(
              Locale.ROOT,
              "%d draws, weighted by the cost, tell as much as %.0f equal ones (at least %d wanted)",
              draws,
              effectiveDraws,
              DrawQuality.ENOUGH);
      return List.of(shape, number);
    }

    /** What chains of draws have come to. */
    public static String chains(Mixing mixing, int draws) {
      return String.format(
          Locale.ROOT,
          "%d moves of Markov chains (%.0f percent taken): %s (%.0f percent of the way, drift %+.1f)",
          mixing.moves(),
          100 * mixing.acceptance(),
          mixing.settled(draws) ? "settled" : "not settled",
          100 * mixing.share(),
          mixing.drift());
    }
  }

  /**
   * The posterior.
   *
   * @param degreesOfFreedom for signal
   * @param constrainedDirections directions of eigenvalue 3 or more
   * @param chi2 twice the misfit for each observation, by stream, without the determinant of a
   *     gain; null for a stream without observations
   * @param uncertaintyReduction percent, by parameter
   * @param nepVarianceShares shares of the posterior variance of the mean NEP of the globe, sum 1,
   *     by what they come from: the parameters of the land, then each element of the control vector
   *     that acts on no tile; null in files of former versions and without this target
   * @param errors whether the stated errors are as large as the misfits say, by stream and station;
   *     null in files of former versions
   * @param sensitivity mean NEP and GPP of the globe under other choices; null in such files
   * @param profile the cost around the minimum; null when it was not asked for
   * @param draws from the posterior; null without
   */
  public record Posterior(
      double degreesOfFreedom,
      int constrainedDirections,
      Map<String, Double> chi2,
      Map<String, Double> uncertaintyReduction,
      Map<String, Double> nepVarianceShares,
      List<ErrorLine> errors,
      List<SensitivityLine> sensitivity,
      Profile profile,
      Draws draws) {}

  /**
   * Errors of a stream, or of a place of it.
   *
   * @param place null for the whole stream
   * @param observations number of values
   * @param chi2 twice the misfit for each value
   * @param degreesOfFreedom that the fit took from them
   * @param errorFactor by what the errors are to be multiplied to be as large as the misfits say;
   *     null where the fit took all degrees of freedom
   * @param conflict twice the least misfit to these and the prior alone, for each value; much above
   *     1 where the prior does not reach them
   */
  public record ErrorLine(
      String stream,
      String place,
      int observations,
      double chi2,
      double degreesOfFreedom,
      Double errorFactor,
      double conflict) {}

  /** Mean NEP and GPP of the globe, PgC yr-1, with their standard deviations, under a choice. */
  public record SensitivityLine(
      String choice,
      double nep,
      double nepSigma,
      double gpp,
      double gppSigma,
      double degreesOfFreedom) {}

  /**
   * The cost around the minimum.
   *
   * @param points that were evaluated
   * @param beyondBound points that were not, since an element of the control vector is too large
   * @param bound of the elements, in prior standard deviations
   * @param flagged directions whose rise is not within 20 percent of 1/2
   * @param lowest the smallest rise of the cost, 1/2 for a quadratic one
   * @param highest the largest rise
   */
  public record Profile(
      int points, int beyondBound, double bound, int flagged, double lowest, double highest) {}

  /** What the streams add, each under its own keys. */
  @JsonAnyGetter
  Map<String, JsonNode> streams() {
    return details;
  }

  @JsonAnySetter
  void addDetail(String key, JsonNode value) {
    details.put(key, value);
  }

  /** Number of values of a part of a stream; NaN when the run has none. */
  public double values(String stream, Data data) {
    return part(stream, data).path("n").asDouble(Double.NaN);
  }

  /** A statistic of the fit to a part of a stream; NaN when the run has none. */
  public PriorPosterior statistic(String stream, Data data, String key) {
    JsonNode found = part(stream, data).path(key);
    return new PriorPosterior(
        found.path("prior").asDouble(Double.NaN), found.path("posterior").asDouble(Double.NaN));
  }

  private JsonNode part(String stream, Data data) {
    Fit found = fit.get(stream);
    JsonNode part = found == null ? null : found.of(data);
    return part == null ? MissingNode.getInstance() : part;
  }
}
