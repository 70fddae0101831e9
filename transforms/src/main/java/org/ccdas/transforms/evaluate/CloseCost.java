package org.ccdas.transforms.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.ccdas.assimilate.evaluation.CostClosure;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.transforms.sum.IndexedVector;

/**
 * Closes evaluations over what was summed over the blocks, by id of the candidate: the {@link
 * #SHARES}, with {@link #GRADIENTS} where a candidate wants the gradient and {@link #JACOBIANS}
 * where one wants the Hessian.
 */
final class CloseCost extends PTransform<KeyedPCollectionTuple<Integer>, PCollection<Evaluation>> {
  /** Sums of the blocks' shares. */
  static final TupleTag<IndexedVector> SHARES = new TupleTag<>("shares") {};

  /** Sums of the blocks' gradients. */
  static final TupleTag<IndexedVector> GRADIENTS = new TupleTag<>("gradients") {};

  /** Sums of what the blocks give to the Hessian. */
  static final TupleTag<IndexedVector> JACOBIANS = new TupleTag<>("jacobians") {};

  private static final long serialVersionUID = 1L;
  private final EvaluationSetup setup;
  private final ArrayList<Candidate> candidates;

  private CloseCost(EvaluationSetup setup, List<Candidate> candidates) {
    this.setup = setup;
    this.candidates = new ArrayList<>(candidates);
  }

  /** Closes the evaluations of these candidates. */
  static CloseCost of(EvaluationSetup setup, List<Candidate> candidates) {
    return new CloseCost(setup, candidates);
  }

  /** The candidate of an id. */
  static Candidate candidate(List<Candidate> candidates, int id) {
    return candidates.stream().filter(c -> c.id() == id).findFirst().orElseThrow();
  }

  @Override
  public PCollection<Evaluation> expand(KeyedPCollectionTuple<Integer> sums) {
    return sums.apply("JoinSums", CoGroupByKey.create())
        .apply("FinishCost", ParDo.of(new FinishFn(setup, candidates)))
        .setCoder(SerializableCoder.of(Evaluation.class));
  }

  private static final class FinishFn extends DoFn<KV<Integer, CoGbkResult>, Evaluation> {
    private static final long serialVersionUID = 1L;
    private final EvaluationSetup setup;
    private final ArrayList<Candidate> candidates;

    FinishFn(EvaluationSetup setup, ArrayList<Candidate> candidates) {
      this.setup = setup;
      this.candidates = candidates;
    }

    @ProcessElement
    public void process(@Element KV<Integer, CoGbkResult> sums, OutputReceiver<Evaluation> out) {
      Candidate candidate = candidate(candidates, sums.getKey());
      CoGbkResult all = sums.getValue();
      out.output(
          new CostClosure(setup)
              .evaluation(
                  candidate,
                  all.getOnly(SHARES).values(),
                  switch (candidate.wanted()) {
                    case COST -> null;
                    case GRADIENT -> all.getOnly(GRADIENTS).values();
                    case HESSIAN -> all.getOnly(JACOBIANS).values();
                  }));
    }
  }
}
