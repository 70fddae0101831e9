package org.ccdas.transforms.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.CostClosure;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.transforms.block.BlockCache;
import org.ccdas.transforms.block.SpreadEvenly;
import org.ccdas.transforms.sum.FixedTreeSum;
import org.ccdas.transforms.sum.IndexedVector;
import org.ccdas.transforms.sum.IndexedVectorCoder;

/**
 * The cost, and where asked its gradient, at several control vectors.
 *
 * <pre>{@code
 * PCollection<BlockReference> blocks = pipeline.apply(Create.of(manifest.blocks()));
 * PCollection<Evaluation> evaluations =
 *     blocks.apply(EvaluateCost.of(setup, manifest.blocks().size()).at(candidates));
 * }</pre>
 *
 * First pass: every block runs forward and gives its share of every stream of observations; the
 * shares are summed along a fixed tree. The misfits close over the sum and say how the cost depends
 * on it. Second pass: every block goes back along its adjoint with that, and gives its share of the
 * gradient.
 *
 * <p>Candidates that want the Hessian need no second pass: in the first, every block carries the
 * derivatives by all parameters along, and gives its share of what the Hessian is made of besides.
 * The misfits close after the sum into one normal system a group of observations.
 *
 * <p>The result has the same bits on every runner at any parallelism.
 */
public final class EvaluateCost
    extends PTransform<PCollection<BlockReference>, PCollection<Evaluation>> {
  private static final long serialVersionUID = 1L;

  private final EvaluationSetup setup;
  private final int blocks;
  private final ArrayList<Candidate> candidates;
  private final boolean keepRuns;

  private EvaluateCost(
      EvaluationSetup setup, int blocks, List<Candidate> candidates, boolean keepRuns) {
    this.setup = setup;
    this.blocks = blocks;
    this.candidates = new ArrayList<>(candidates);
    this.keepRuns = keepRuns;
  }

  /**
   * An evaluation that has no candidates yet.
   *
   * @param setup what the evaluation needs besides the blocks
   * @param blocks number of blocks of the manifest; another number of elements fails the run
   */
  public static EvaluateCost of(EvaluationSetup setup, int blocks) {
    return new EvaluateCost(setup, blocks, List.of(), true);
  }

  /** The same at these candidates, whose ids differ. */
  public EvaluateCost at(List<Candidate> chosen) {
    if (chosen.stream().map(Candidate::id).distinct().count() != chosen.size()) {
      throw new IllegalArgumentException("Candidates with the same id: " + chosen);
    }
    return new EvaluateCost(setup, blocks, chosen, keepRuns);
  }

  /**
   * The same without runs kept on the workers between the passes, as on a worker without room:
   * every block runs forward twice.
   */
  EvaluateCost withoutKeptRuns() {
    return new EvaluateCost(setup, blocks, candidates, false);
  }

  @Override
  public PCollection<Evaluation> expand(PCollection<BlockReference> input) {
    if (candidates.isEmpty()) {
      throw new IllegalStateException("An evaluation needs candidates: call at(...)");
    }
    String evaluation = UUID.randomUUID().toString();
    KvCoder<Integer, IndexedVector> coder = KvCoder.of(VarIntCoder.of(), IndexedVectorCoder.of());
    PCollection<BlockReference> spread =
        input.apply("Spread", SpreadEvenly.by(BlockReference::index));
    TupleTag<KV<Integer, IndexedVector>> shareTag = new TupleTag<>() {};
    TupleTag<KV<Integer, IndexedVector>> jacobianShareTag = new TupleTag<>() {};
    PCollectionTuple shares =
        spread.apply(
            "RunForward",
            ParDo.of(
                    new ForwardFn(
                        setup,
                        blocks,
                        candidates,
                        keepRuns,
                        evaluation,
                        shareTag,
                        jacobianShareTag))
                .withOutputTags(shareTag, TupleTagList.of(jacobianShareTag)));
    PCollection<KV<Integer, IndexedVector>> shareSums =
        shares.get(shareTag).setCoder(coder).apply("SumShares", FixedTreeSum.over(blocks));
    PCollection<KV<Integer, IndexedVector>> jacobianShares =
        shares.get(jacobianShareTag).setCoder(coder);
    List<Candidate> wanted =
        candidates.stream().filter(c -> c.wanted() == Derivative.GRADIENT).toList();
    KeyedPCollectionTuple<Integer> sums = KeyedPCollectionTuple.of(CloseCost.SHARES, shareSums);
    if (!wanted.isEmpty()) {
      PCollectionView<Map<Integer, IndexedVector>> bars =
          shareSums
              .apply("CloseMisfit", ParDo.of(new CloseFn(setup, candidates)))
              .setCoder(coder)
              .apply("Sensitivities", View.asMap());
      PCollection<KV<Integer, IndexedVector>> gradients =
          spread
              .apply(
                  "RunAdjoint",
                  ParDo.of(new AdjointFn(setup, wanted, evaluation, bars)).withSideInputs(bars))
              .setCoder(coder)
              .apply("SumGradients", FixedTreeSum.over(blocks));
      sums = sums.and(CloseCost.GRADIENTS, gradients);
    }
    if (candidates.stream().anyMatch(c -> c.wanted() == Derivative.HESSIAN)) {
      sums =
          sums.and(
              CloseCost.JACOBIANS, jacobianShares.apply("SumJacobians", FixedTreeSum.over(blocks)));
    }
    return sums.apply("CloseCost", CloseCost.of(setup, candidates));
  }

  private static final class ForwardFn extends DoFn<BlockReference, KV<Integer, IndexedVector>> {
    private static final long serialVersionUID = 1L;
    private final EvaluationSetup setup;
    private final int blocks;
    private final ArrayList<Candidate> candidates;
    private final boolean keepRuns;
    private final String evaluation;
    private final TupleTag<KV<Integer, IndexedVector>> shareTag;
    private final TupleTag<KV<Integer, IndexedVector>> jacobianTag;

    ForwardFn(
        EvaluationSetup setup,
        int blocks,
        ArrayList<Candidate> candidates,
        boolean keepRuns,
        String evaluation,
        TupleTag<KV<Integer, IndexedVector>> shareTag,
        TupleTag<KV<Integer, IndexedVector>> jacobianTag) {
      this.setup = setup;
      this.blocks = blocks;
      this.candidates = candidates;
      this.keepRuns = keepRuns;
      this.evaluation = evaluation;
      this.shareTag = shareTag;
      this.jacobianTag = jacobianTag;
    }

    @ProcessElement
    public void process(@Element BlockReference reference, MultiOutputReceiver out)
        throws Exception {
      Block block = BlockCache.shared().get(reference);
      BlockEvaluator evaluator = new BlockEvaluator(block, setup);
      // room for all blocks of the pass, as far as they will be held
      long reserved = Math.min(BlockCache.LIMIT, blocks * block.size());
      long bytes = evaluator.keptBytes();
      for (Candidate candidate : candidates) {
        if (candidate.wanted() == Derivative.HESSIAN) {
          BlockEvaluator.Linearised share = evaluator.linearise(candidate.x());
          emit(out.get(jacobianTag), candidate, reference, share.jacobian());
          emit(out.get(shareTag), candidate, reference, share.share());
          continue;
        }
        boolean keep =
            keepRuns
                && candidate.wanted() == Derivative.GRADIENT
                && RunCache.shared().hasRoom(evaluation, bytes + reserved);
        BlockEvaluator.Run run = evaluator.forward(candidate.x(), keep);
        if (keep) {
          RunCache.shared().put(evaluation, reference.index(), candidate.id(), run, bytes);
        }
        emit(out.get(shareTag), candidate, reference, run.share());
      }
    }

    private static void emit(
        OutputReceiver<KV<Integer, IndexedVector>> out,
        Candidate candidate,
        BlockReference reference,
        double[] share) {
      out.output(KV.of(candidate.id(), new IndexedVector(reference.index(), share)));
    }
  }

  private static final class CloseFn
      extends DoFn<KV<Integer, IndexedVector>, KV<Integer, IndexedVector>> {
    private static final long serialVersionUID = 1L;
    private final EvaluationSetup setup;
    private final ArrayList<Candidate> candidates;

    CloseFn(EvaluationSetup setup, ArrayList<Candidate> candidates) {
      this.setup = setup;
      this.candidates = candidates;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, IndexedVector> sum, OutputReceiver<KV<Integer, IndexedVector>> out) {
      Candidate candidate = CloseCost.candidate(candidates, sum.getKey());
      double[] bar = new CostClosure(setup).shareBar(candidate, sum.getValue().values());
      out.output(KV.of(sum.getKey(), new IndexedVector(0, bar)));
    }
  }

  private static final class AdjointFn extends DoFn<BlockReference, KV<Integer, IndexedVector>> {
    private static final long serialVersionUID = 1L;
    private final EvaluationSetup setup;
    private final ArrayList<Candidate> candidates;
    private final String evaluation;
    private final PCollectionView<Map<Integer, IndexedVector>> bars;

    AdjointFn(
        EvaluationSetup setup,
        List<Candidate> candidates,
        String evaluation,
        PCollectionView<Map<Integer, IndexedVector>> bars) {
      this.setup = setup;
      this.candidates = new ArrayList<>(candidates);
      this.evaluation = evaluation;
      this.bars = bars;
    }

    @ProcessElement
    public void process(
        @Element BlockReference reference,
        ProcessContext context,
        OutputReceiver<KV<Integer, IndexedVector>> out)
        throws Exception {
      Map<Integer, IndexedVector> sensitivities = context.sideInput(bars);
      BlockEvaluator evaluator = new BlockEvaluator(BlockCache.shared().get(reference), setup);
      for (Candidate candidate : candidates) {
        BlockEvaluator.Run run =
            RunCache.shared()
                .take(evaluation, reference.index(), candidate.id())
                .orElseGet(() -> evaluator.forward(candidate.x(), true));
        double[] gradient = evaluator.gradient(run, sensitivities.get(candidate.id()).values());
        out.output(KV.of(candidate.id(), new IndexedVector(reference.index(), gradient)));
      }
    }
  }
}
