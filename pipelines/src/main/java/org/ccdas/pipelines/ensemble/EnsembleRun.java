package org.ccdas.pipelines.ensemble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ccdas.assimilate.evaluation.TargetLayout;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.Ensemble.Distribution;
import org.ccdas.assimilate.posterior.EnsembleDraw;
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
    List<List<EnsembleDraw>> draws = new ArrayList<>();
    for (Distribution distribution : from) {
      draws.add(draws(posterior, distribution, members));
    }
    double[] origin = new double[posterior.size()];
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(0, posterior.x(), Derivative.HESSIAN));
    candidates.add(new Candidate(1, origin, Derivative.HESSIAN));
    for (EnsembleDraw draw : draws.stream().flatMap(List::stream).toList()) {
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
      ensembles.add(
          from.get(k) == Distribution.POSTERIOR
              ? new Ensemble(
                  Distribution.POSTERIOR,
                  draws.get(k),
                  values,
                  atMinimum.values(),
                  atMinimum.sigma(posterior.covariance()),
                  atMinimum.sigma(posterior.covariance()))
              : new Ensemble(
                  Distribution.PRIOR,
                  draws.get(k),
                  values,
                  atPrior.values(),
                  atMinimum.priorSigma(),
                  atPrior.priorSigma()));
    }
    return new Ensembles(problem, posterior.x(), seed, atMinimum.targets(), ensembles);
  }

  private List<EnsembleDraw> draws(Posterior posterior, Distribution from, int members) {
    double bound = problem.experiment().minimiser().bound();
    Function<NormalStream, double[]> distribution =
        from == Distribution.POSTERIOR ? posterior::draw : random -> random.next(posterior.size());
    List<EnsembleDraw> draws = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      try {
        draws.add(EnsembleDraw.of(distribution, NormalStream.of(seed, from.ordinal(), m), bound));
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
