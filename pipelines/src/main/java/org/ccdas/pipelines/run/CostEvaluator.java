package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.List;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.minimise.Candidate;

/** Evaluates the cost at control vectors, however that is done. */
@FunctionalInterface
public interface CostEvaluator {
  /** One evaluation a candidate, in any order. */
  List<Evaluation> evaluate(List<Candidate> candidates) throws IOException;
}
