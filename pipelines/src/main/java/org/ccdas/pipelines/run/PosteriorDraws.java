package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LinearElements;
import org.ccdas.assimilate.evaluation.TargetLayout;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.posterior.DrawChains;
import org.ccdas.assimilate.posterior.DrawChains.Link;
import org.ccdas.assimilate.posterior.DrawQuality;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.Ensemble.Distribution;
import org.ccdas.assimilate.posterior.EnsembleDraw;
import org.ccdas.assimilate.posterior.ImportanceWeights;
import org.ccdas.assimilate.posterior.LaplaceDraws;
import org.ccdas.assimilate.posterior.Mixing;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.region.Regions;
import org.ccdas.pipelines.problem.Problem;

/**
 * Control vectors drawn from the posterior, or the prior, of a run. A draw depends on seed,
 * distribution and number only: more draws leave the first ones as they are.
 */
public final class PosteriorDraws {
  /** Candidates of one pipeline run of targets: their control vectors are part of the pipeline. */
  private static final int MOST_MEMBERS = 1000;

  /** Candidates of one pipeline run, of which every block keeps the concentrations. */
  private static final int MOST_COSTS = 200;

  /** Numbers that one pipeline run brings back to the driver, some 100 MB as text. */
  private static final int MOST_NUMBERS = 5_000_000;

  private final Problem problem;
  private final RunFolder folder;
  private final PipelineEvaluator evaluator;
  private final Posterior posterior;
  private final long seed;
  private final Consumer<Mixing> progress;

  /**
   * Draws about the minimum of a run.
   *
   * @param evaluator with everything frozen as in the run
   * @param posterior at the minimum
   * @param seed of all draws
   * @param progress is told of every move of chains
   */
  public PosteriorDraws(
      Problem problem,
      RunFolder folder,
      PipelineEvaluator evaluator,
      Posterior posterior,
      long seed,
      Consumer<Mixing> progress) {
    this.problem = problem;
    this.folder = folder;
    this.evaluator = evaluator;
    this.posterior = posterior;
    this.seed = seed;
    this.progress = progress;
  }

  /** Draws, and how they stand for the distribution. */
  public record Drawn(List<EnsembleDraw> draws, DrawQuality quality) {}

  /**
   * Draws of the posterior with their targets: runs of the model for the cost, more of them where
   * weights do not hold, and one for the fluxes.
   *
   * @param draws at least 2
   * @param atMinimum the targets there
   * @throws InputException when the posterior lies beyond the bound, or too few draws have values
   */
  Ensemble ensemble(int draws, TargetJacobian atMinimum) throws IOException {
    Drawn drawn = ofPosterior(draws);
    List<Candidate> candidates = new ArrayList<>();
    for (EnsembleDraw draw : drawn.draws()) {
      candidates.add(new Candidate(candidates.size(), draw.x(), Derivative.COST));
    }
    double[][] values =
        targets(candidates).stream().map(TargetJacobian::values).toArray(double[][]::new);
    double[] sigma = atMinimum.sigma(posterior.covariance());
    Ensemble ensemble =
        new Ensemble(
            Distribution.POSTERIOR,
            drawn.draws(),
            values,
            drawn.quality(),
            atMinimum.values(),
            sigma,
            sigma);
    if (draws - ensemble.failed() < Ensemble.FEWEST) {
      throw noEnsemble(
          Distribution.POSTERIOR,
          "the model has no value at " + ensemble.failed() + " of " + draws + " draws",
          null);
    }
    return ensemble;
  }

  /** Of N(0, I), all worth the same. */
  public Drawn ofPrior(int members) {
    int size = posterior.size();
    return new Drawn(
        draws(Distribution.PRIOR, random -> random.next(size), members),
        DrawQuality.equal(members));
  }

  /**
   * In the valley where elements enter linearly: draws from the Laplace approximation with the
   * weight of the cost there; where weights do not hold, what chains that begin at the draws have
   * come to after at most {@code posterior.moves}.
   *
   * @throws InputException when the posterior lies beyond the bound of the search
   */
  public Drawn ofPosterior(int members) throws IOException {
    LaplaceDraws laplace =
        new LaplaceDraws(posterior, LinearElements.eliminable(evaluator.setup(), bound()));
    List<EnsembleDraw> straight = draws(Distribution.POSTERIOR, laplace::straight, members);
    SortedMap<Integer, double[]> begun = new TreeMap<>();
    for (int m = 0; m < members; m++) {
      begun.put(m, straight.get(m).x());
    }
    List<Link> links = List.copyOf(links(laplace, begun).values());
    int moves = problem.experiment().posterior().moves();
    DrawQuality weighted = DrawQuality.weighted(weights(links));
    boolean valued = links.stream().anyMatch(link -> Double.isFinite(link.logRatio()));
    if (moves == 0 || !valued || weighted.holds()) {
      return new Drawn(at(links, straight), weighted);
    }
    DrawChains chains = DrawChains.begin(new DrawChains.Moves(laplace, bound(), seed), links);
    Mixing mixing = chains.mixing();
    while (mixing.moves() < moves && !mixing.settled(members)) {
      chains = chains.next();
      chains = chains.moved(links(laplace, chains.proposals()));
      mixing = chains.mixing();
      progress.accept(mixing);
    }
    return new Drawn(at(chains.links(), straight), DrawQuality.moved(members, mixing));
  }

  private static List<EnsembleDraw> at(List<Link> links, List<EnsembleDraw> straight) {
    return IntStream.range(0, links.size())
        .mapToObj(m -> new EnsembleDraw(links.get(m).x(), straight.get(m).thrownAway()))
        .toList();
  }

  /**
   * Puts straight draws into the valley and evaluates the cost there; all by number of the draw.
   */
  private SortedMap<Integer, Link> links(
      LaplaceDraws laplace, SortedMap<Integer, double[]> straight) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    straight.forEach((m, draw) -> candidates.add(laplace.inValley(m, draw)));
    SortedMap<Integer, Link> links = new TreeMap<>();
    for (int first = 0; first < candidates.size(); first += MOST_COSTS) {
      int end = Math.min(first + MOST_COSTS, candidates.size());
      for (Evaluation evaluation : evaluator.evaluate(candidates.subList(first, end))) {
        links.put(
            evaluation.id(),
            laplace.link(straight.get(evaluation.id()), evaluation.x(), evaluation.cost()));
      }
    }
    return links;
  }

  /** Where no draw has a value, members fail later. */
  private static ImportanceWeights weights(List<Link> links) {
    double[] ratios = links.stream().mapToDouble(Link::logRatio).toArray();
    return Arrays.stream(ratios).anyMatch(Double::isFinite)
        ? ImportanceWeights.smoothed(ratios)
        : ImportanceWeights.equal(ratios.length);
  }

  private double bound() {
    return problem.experiment().minimiser().bound();
  }

  private List<EnsembleDraw> draws(
      Distribution from, Function<NormalStream, double[]> distribution, int members) {
    List<EnsembleDraw> draws = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      try {
        draws.add(EnsembleDraw.of(distribution, NormalStream.of(seed, from.ordinal(), m), bound()));
      } catch (IllegalStateException e) {
        throw noEnsemble(from, e.getMessage(), e);
      }
    }
    return draws;
  }

  private InputException noEnsemble(Distribution from, String why, Exception cause) {
    return new InputException(
        folder.state().toString(),
        "the minimum",
        "no ensemble can be drawn from the " + from.name().toLowerCase(Locale.ROOT) + ": " + why,
        "Find a minimum further from the bound: look at the parameters beyond 3 prior standard"
            + " deviations, or raise minimiser.bound and run anew; with posterior.draws: 0 and"
            + " --resume a run gives its result without draws",
        cause);
  }

  /** Fluxes of regions and years, in as few pipeline runs as memory lets, mostly one. */
  public List<TargetJacobian> targets(List<Candidate> candidates) throws IOException {
    Regions regions = problem.regions();
    int size = new TargetLayout(regions, problem.setup().window()).size();
    int round = Math.max(1, Math.min(MOST_MEMBERS, MOST_NUMBERS / size));
    List<TargetJacobian> all = new ArrayList<>();
    for (int first = 0; first < candidates.size(); first += round) {
      int end = Math.min(first + round, candidates.size());
      all.addAll(evaluator.targets(regions, candidates.subList(first, end)));
    }
    return all;
  }
}
