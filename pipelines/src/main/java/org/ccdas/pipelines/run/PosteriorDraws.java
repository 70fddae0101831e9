package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LinearElements;
import org.ccdas.assimilate.evaluation.TargetLayout;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.Ensemble.Distribution;
import org.ccdas.assimilate.posterior.EnsembleDraw;
import org.ccdas.assimilate.posterior.ImportanceWeights;
import org.ccdas.assimilate.posterior.LaplaceDraws;
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

  /**
   * Draws about the minimum of a run.
   *
   * @param evaluator with everything frozen as in the run
   * @param posterior at the minimum
   * @param seed of all draws
   */
  public PosteriorDraws(
      Problem problem,
      RunFolder folder,
      PipelineEvaluator evaluator,
      Posterior posterior,
      long seed) {
    this.problem = problem;
    this.folder = folder;
    this.evaluator = evaluator;
    this.posterior = posterior;
    this.seed = seed;
  }

  /** Draws, and the weights that the cost gives them. */
  public record Drawn(List<EnsembleDraw> draws, ImportanceWeights importance) {}

  /**
   * Draws of the posterior with their targets, three runs of the model for each: the best of what
   * enters linearly, the cost, and the fluxes.
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
            drawn.importance(),
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
        ImportanceWeights.equal(members));
  }

  /**
   * In the valley where elements enter linearly, with the weight of the cost there.
   *
   * @throws InputException when the posterior lies beyond the bound of the search
   */
  public Drawn ofPosterior(int members) throws IOException {
    Optional<Elimination> elimination = LinearElements.eliminable(evaluator.setup(), bound());
    if (elimination.isEmpty()) {
      List<EnsembleDraw> draws = draws(Distribution.POSTERIOR, posterior::draw, members);
      double[] ratios = costs(draws.stream().map(EnsembleDraw::x).toList());
      for (int m = 0; m < members; m++) {
        double[] x = draws.get(m).x();
        // log p/q
        ratios[m] = -ratios[m] + posterior.squaredDistance(x, posterior.x()) / 2;
      }
      return new Drawn(draws, weights(ratios));
    }
    LaplaceDraws laplace = new LaplaceDraws(posterior, elimination.get());
    List<EnsembleDraw> straight = draws(Distribution.POSTERIOR, laplace::straight, members);
    List<Candidate> best = new ArrayList<>();
    for (EnsembleDraw draw : straight) {
      best.add(new Candidate(best.size(), draw.x(), Derivative.COST, elimination.get()));
    }
    List<EnsembleDraw> draws = new ArrayList<>();
    for (Evaluation evaluation : evaluated(best)) {
      EnsembleDraw draw = straight.get(evaluation.id());
      draws.add(new EnsembleDraw(laplace.inValley(draw.x(), evaluation.x()), draw.thrownAway()));
    }
    double[] ratios = costs(draws.stream().map(EnsembleDraw::x).toList());
    for (int m = 0; m < members; m++) {
      ratios[m] = -ratios[m] - laplace.logDensity(straight.get(m).x());
    }
    return new Drawn(draws, weights(ratios));
  }

  /** A cost that has no value excludes a draw; where none has one, members fail later. */
  private static ImportanceWeights weights(double[] ratios) {
    for (int m = 0; m < ratios.length; m++) {
      ratios[m] = Double.isFinite(ratios[m]) ? ratios[m] : Double.NEGATIVE_INFINITY;
    }
    return Arrays.stream(ratios).anyMatch(Double::isFinite)
        ? ImportanceWeights.smoothed(ratios)
        : ImportanceWeights.equal(ratios.length);
  }

  private double[] costs(List<double[]> points) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (double[] x : points) {
      candidates.add(new Candidate(candidates.size(), x, Derivative.COST));
    }
    return evaluated(candidates).stream().mapToDouble(Evaluation::cost).toArray();
  }

  /** In the order of the candidates, whose ids count from 0. */
  private List<Evaluation> evaluated(List<Candidate> candidates) throws IOException {
    List<Evaluation> all = new ArrayList<>();
    for (int first = 0; first < candidates.size(); first += MOST_COSTS) {
      int end = Math.min(first + MOST_COSTS, candidates.size());
      all.addAll(evaluator.evaluate(candidates.subList(first, end)));
    }
    return all.stream().sorted(Comparator.comparingInt(Evaluation::id)).toList();
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
