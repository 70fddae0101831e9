package org.ccdas.pipelines.ensemble;

import java.util.List;
import java.util.Locale;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.Target;
import org.ccdas.pipelines.problem.Problem;

/**
 * The ensembles of a run.
 *
 * @param problem that the run solved
 * @param minimum control vector of its minimum
 * @param seed of all draws
 * @param targets of every member, as in the posterior of the run
 * @param all one ensemble a distribution
 */
public record Ensembles(
    Problem problem, double[] minimum, long seed, List<Target> targets, List<Ensemble> all) {
  /** Copies the lists. */
  public Ensembles {
    targets = List.copyOf(targets);
    all = List.copyOf(all);
  }

  /** The word for a distribution in files and tables. */
  static String word(Ensemble.Distribution from) {
    return from.name().toLowerCase(Locale.ROOT);
  }
}
