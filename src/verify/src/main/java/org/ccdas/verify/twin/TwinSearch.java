package org.ccdas.verify.twin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.CandidateValue;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.minimise.GaussNewton;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.observe.normal.NormalSystem;

/**
 * A minimisation from x = 0 that keeps the normal system of its end.
 *
 * @param end the last state of the minimiser
 * @param normal of the observations at the end; null when the cost has no value at the start
 */
public record TwinSearch(Minimiser end, NormalSystem normal) {
  /** Evaluates the cost at control vectors, however that is done. */
  @FunctionalInterface
  public interface Cost {
    /** One evaluation a candidate, in any order. */
    List<Evaluation> evaluate(List<Candidate> candidates) throws IOException;
  }

  /**
   * Minimises.
   *
   * @param withPrior whether the misfit to the prior counts
   */
  public static TwinSearch run(
      Cost cost, int parameters, GaussNewton.Settings settings, boolean withPrior)
      throws IOException {
    Minimiser minimiser = GaussNewton.start(new double[parameters], settings);
    NormalSystem normal = null;
    while (!minimiser.finished()) {
      List<Candidate> candidates = minimiser.candidates();
      List<Evaluation> evaluations = cost.evaluate(candidates);
      minimiser =
          minimiser.advance(
              evaluations.stream().map(e -> answer(candidates, e, withPrior)).toList());
      for (Candidate candidate : candidates) {
        boolean here = Arrays.equals(candidate.x(), minimiser.x());
        if (here && candidate.wanted() == Derivative.HESSIAN) {
          normal = of(evaluations, candidate.id()).normal();
        }
      }
    }
    return new TwinSearch(minimiser, normal);
  }

  private static Evaluation of(List<Evaluation> evaluations, int id) {
    return evaluations.stream().filter(e -> e.id() == id).findFirst().orElseThrow();
  }

  private static CandidateValue answer(
      List<Candidate> candidates, Evaluation evaluation, boolean withPrior) {
    double cost = withPrior ? evaluation.cost() : evaluation.cost() - evaluation.prior();
    NormalSystem normal = evaluation.normal();
    if (normal == null) {
      return CandidateValue.of(evaluation.id(), cost);
    }
    double[] x =
        candidates.stream()
            .filter(candidate -> candidate.id() == evaluation.id())
            .findFirst()
            .orElseThrow()
            .x();
    return withPrior
        ? CandidateValue.of(
            evaluation.id(), cost, normal.gradientWithPrior(x), normal.hessianWithPrior())
        : CandidateValue.of(evaluation.id(), cost, normal.gradient(), normal.hessian());
  }
}
