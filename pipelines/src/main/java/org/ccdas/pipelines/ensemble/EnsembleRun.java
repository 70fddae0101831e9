package org.ccdas.pipelines.ensemble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.Ensemble.Distribution;
import org.ccdas.assimilate.posterior.EnsembleDraw;
import org.ccdas.assimilate.posterior.Mixing;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.inputs.InputException;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.run.EndedRun;
import org.ccdas.pipelines.run.PosteriorDraws;
import org.ccdas.pipelines.run.PosteriorDraws.Drawn;

/**
 * Runs control vectors drawn from the posterior and from the prior of a run forward, all in one
 * pipeline, and compares the spread of their targets with the linear theory. A member depends on
 * seed, distribution and number only: more members leave the first ones as they are.
 */
public final class EnsembleRun {
  private final EndedRun run;
  private final Problem problem;
  private final long seed;
  private final Consumer<Mixing> progress;

  /**
   * Ensembles of a run.
   *
   * @param seed of all draws
   * @param progress is told of every move of chains
   */
  public EnsembleRun(Problem problem, EndedRun run, long seed, Consumer<Mixing> progress) {
    this.problem = problem;
    this.run = run;
    this.seed = seed;
    this.progress = progress;
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
    PosteriorDraws draws =
        new PosteriorDraws(problem, run.folder(), run.evaluator(), posterior, seed, progress);
    List<Drawn> drawn = new ArrayList<>();
    for (Distribution distribution : from) {
      drawn.add(
          distribution == Distribution.POSTERIOR
              ? draws.ofPosterior(members)
              : draws.ofPrior(members));
    }
    double[] origin = new double[posterior.size()];
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(0, posterior.x(), Derivative.HESSIAN));
    candidates.add(new Candidate(1, origin, Derivative.HESSIAN));
    for (EnsembleDraw draw : drawn.stream().flatMap(d -> d.draws().stream()).toList()) {
      candidates.add(new Candidate(candidates.size(), draw.x(), Derivative.COST));
    }
    List<TargetJacobian> targets = draws.targets(candidates);
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
              drawn.get(k).quality(),
              (ofPosterior ? atMinimum : atPrior).values(),
              linear,
              ofPosterior ? linear : atPrior.priorSigma()));
    }
    return new Ensembles(problem, posterior.x(), seed, atMinimum.targets(), ensembles);
  }
}
