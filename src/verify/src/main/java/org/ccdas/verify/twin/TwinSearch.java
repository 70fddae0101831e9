package org.ccdas.verify.twin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.CandidateValue;
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
   * @param start the search before its first evaluation
   */
  public static TwinSearch run(Cost cost, Minimiser start) throws IOException {
    return run(cost, start, Evaluation::answers);
  }

  /** As above of the misfit of the observations alone, of all elements. */
  public static TwinSearch withoutPrior(Cost cost, Minimiser start) throws IOException {
    return run(
        cost,
        start,
        (candidates, evaluations) -> evaluations.stream().map(TwinSearch::ofData).toList());
  }

  /** What the minimiser is told of a round. */
  private interface Answers {
    List<CandidateValue> of(List<Candidate> candidates, List<Evaluation> evaluations);
  }

  private static TwinSearch run(Cost cost, Minimiser start, Answers answers) throws IOException {
    Minimiser minimiser = start;
    NormalSystem normal = null;
    while (!minimiser.finished()) {
      List<Candidate> candidates = minimiser.candidates();
      List<Evaluation> evaluations = cost.evaluate(candidates);
      minimiser = minimiser.advance(answers.of(candidates, evaluations));
      for (Evaluation evaluation : evaluations) {
        if (evaluation.normal() != null && Arrays.equals(evaluation.x(), minimiser.x())) {
          normal = evaluation.normal();
        }
      }
    }
    return new TwinSearch(minimiser, normal);
  }

  private static CandidateValue ofData(Evaluation evaluation) {
    double cost = evaluation.cost() - evaluation.prior();
    NormalSystem normal = evaluation.normal();
    return normal == null
        ? CandidateValue.of(evaluation.id(), cost)
        : CandidateValue.of(evaluation.id(), cost, normal.gradient(), normal.hessian());
  }
}
