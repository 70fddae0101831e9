package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.assimilate.posterior.Profile;
import org.ccdas.assimilate.posterior.Spectrum;

/** The profile of the cost around a minimum, all points in one round of evaluations. */
final class ProfileCheck {
  /** Leading, and weakest, directions. */
  private static final int DIRECTIONS = 10;

  private ProfileCheck() {}

  /**
   * Evaluates the profile.
   *
   * @param bound points with a larger element are left out
   */
  static Profile of(Posterior posterior, Spectrum spectrum, double bound, CostEvaluator evaluator)
      throws IOException {
    List<Candidate> candidates = Profile.candidates(posterior, spectrum, DIRECTIONS, bound);
    Map<Integer, Double> costs = new HashMap<>();
    for (Evaluation evaluation : evaluator.evaluate(candidates)) {
      costs.put(evaluation.id(), evaluation.cost());
    }
    // a point without a cost would be taken for one beyond the bound
    if (costs.size() != candidates.size()) {
      throw new IllegalStateException(
          costs.size() + " costs of " + candidates.size() + " points of the profile");
    }
    return Profile.of(spectrum, DIRECTIONS, bound, costs);
  }
}
