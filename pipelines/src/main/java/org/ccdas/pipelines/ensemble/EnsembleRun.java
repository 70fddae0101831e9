package org.ccdas.pipelines.ensemble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
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
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.run.EndedRun;

/**
 * Runs control vectors drawn from the posterior and from the prior of a run forward, all in one
 * pipeline, and compares the spread of their targets with the linear theory. A member depends on
 * seed, distribution and number only: more members leave the first ones as they are.
 */
public final class EnsembleRun {
  /** Members of one pipeline run: their control vectors are part of the pipeline. */
  private static final int MOST_MEMBERS = 1000;

  /** Candidates of one pipeline run, of which every block keeps the concentrations. */
  private static final int MOST_COSTS = 200;

  /** Numbers that one pipeline run brings back to the driver, some 100 MB as text. */
  private static final int MOST_NUMBERS = 5_000_000;

  private final EndedRun run;
  private final Problem problem;
  private final long seed;

  /**
   * Ensembles of a run.
   *
   * @param seed of all draws
   */
  public EnsembleRun(Problem problem, EndedRun run, long seed) {
    this.problem = problem;
    this.run = run;
    this.seed = seed;
  }

  /**
   * Draws and runs the members.
   *
   * @param members of each ensemble, at least 2
   * @param from the distributions, each once
   * @throws InputException when a distribution lies beyond the bound of the search
   */
  public Ensembles run(int members, List<Distribution> from) throws IOException {
    Posterior posterior = run.posterior();
    List<Drawn> drawn = new ArrayList<>();
    for (Distribution distribution : from) {
      drawn.add(distribution == Distribution.POSTERIOR ? ofPosterior(members) : ofPrior(members));
    }
    double[] origin = new double[posterior.size()];
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(0, posterior.x(), Derivative.HESSIAN));
    candidates.add(new Candidate(1, origin, Derivative.HESSIAN));
    for (EnsembleDraw draw : drawn.stream().flatMap(d -> d.draws().stream()).toList()) {
      candidates.add(new Candidate(candidates.size(), draw.x(), Derivative.COST));
    }
    List<TargetJacobian> targets = targets(candidates);
    TargetJacobian atMinimum = targets.get(0);
    TargetJacobian atPrior = targets.get(1);
    List<Ensemble> ensembles = new ArrayList<>();
    int next = 2;
    for (int k = 0; k < from.size(); k++) {
      double[][] values = new double[members][];
      for (int m = 0; m < members; m++) {
        values[m] = targets.get(next++).values();
      }
      boolean ofPosterior = from.get(k) == Distribution.POSTERIOR;
      double[] linear =
          ofPosterior ? atMinimum.sigma(posterior.covariance()) : atMinimum.priorSigma();
      ensembles.add(
          new Ensemble(
              from.get(k),
              drawn.get(k).draws(),
              values,
              drawn.get(k).importance(),
              (ofPosterior ? atMinimum : atPrior).values(),
              linear,
              ofPosterior ? linear : atPrior.priorSigma()));
    }
    return new Ensembles(problem, posterior.x(), seed, atMinimum.targets(), ensembles);
  }

  /** Draws and their weights. */
  private record Drawn(List<EnsembleDraw> draws, ImportanceWeights importance) {}

  private Drawn ofPrior(int members) {
    int size = run.posterior().size();
    return new Drawn(
        draws(Distribution.PRIOR, random -> random.next(size), members),
        ImportanceWeights.equal(members));
  }

  /** In the valley where elements enter linearly, with the weight of the cost there. */
  private Drawn ofPosterior(int members) throws IOException {
    EvaluationSetup setup = run.evaluator().setup();
    Optional<Elimination> elimination = LinearElements.eliminable(setup, bound());
    if (elimination.isEmpty()) {
      List<EnsembleDraw> draws = draws(Distribution.POSTERIOR, run.posterior()::draw, members);
      double[] ratios = costs(draws.stream().map(EnsembleDraw::x).toList());
      for (int m = 0; m < members; m++) {
        double[] x = draws.get(m).x();
        // log p/q
        ratios[m] = -ratios[m] + run.posterior().squaredDistance(x, run.posterior().x()) / 2;
      }
      return new Drawn(draws, weights(ratios));
    }
    LaplaceDraws laplace = new LaplaceDraws(run.posterior(), elimination.get());
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
      all.addAll(run.evaluator().evaluate(candidates.subList(first, end)));
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
        throw new InputException(
            run.folder().state().toString(),
            "the minimum",
            "no ensemble can be drawn from the " + Ensembles.word(from) + ": " + e.getMessage(),
            "Find a minimum further from the bound: look at the parameters beyond 3 prior standard"
                + " deviations, or raise minimiser.bound and run anew",
            e);
      }
    }
    return draws;
  }

  /** In as few pipeline runs as memory lets, mostly one. */
  private List<TargetJacobian> targets(List<Candidate> candidates) throws IOException {
    int size = new TargetLayout(problem.regions(), problem.setup().window()).size();
    int round = Math.max(1, Math.min(MOST_MEMBERS, MOST_NUMBERS / size));
    List<TargetJacobian> all = new ArrayList<>();
    for (int first = 0; first < candidates.size(); first += round) {
      int end = Math.min(first + round, candidates.size());
      all.addAll(run.evaluator().targets(problem.regions(), candidates.subList(first, end)));
    }
    return all;
  }
}
