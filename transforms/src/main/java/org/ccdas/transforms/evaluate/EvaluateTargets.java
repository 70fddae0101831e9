package org.ccdas.transforms.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.TargetLayout;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.transforms.block.BlockCache;
import org.ccdas.transforms.sum.FixedTreeSum;
import org.ccdas.transforms.sum.IndexedVector;
import org.ccdas.transforms.sum.IndexedVectorCoder;

/**
 * Fluxes of regions and years at several control vectors, summed along a fixed tree and written as
 * one file; gives its path. A candidate that wants the Hessian has the derivatives by every
 * parameter too; the others only run forward, as the members of an ensemble do.
 *
 * <pre>{@code
 * blocks.apply(EvaluateTargets.of(setup, layout, manifest.blocks().size()).at(candidates).to(path));
 * }</pre>
 */
public final class EvaluateTargets
    extends PTransform<PCollection<BlockReference>, PCollection<String>> {
  private static final long serialVersionUID = 1L;

  /** Members of an ensemble that a worker runs over a block before another may take over. */
  private static final int CANDIDATES_TOGETHER = 16;

  private final EvaluationSetup setup;
  private final TargetLayout layout;
  private final int blocks;
  private final ArrayList<Candidate> candidates;
  private final String path;

  private EvaluateTargets(
      EvaluationSetup setup,
      TargetLayout layout,
      int blocks,
      List<Candidate> candidates,
      String path) {
    this.setup = setup;
    this.layout = layout;
    this.blocks = blocks;
    this.candidates = new ArrayList<>(candidates);
    this.path = path;
  }

  /**
   * Targets over so many blocks.
   *
   * @param setup as of an evaluation
   * @param layout regions and years
   */
  public static EvaluateTargets of(EvaluationSetup setup, TargetLayout layout, int blocks) {
    return new EvaluateTargets(setup, layout, blocks, List.of(), "");
  }

  /** At these control vectors, whose ids differ. */
  public EvaluateTargets at(List<Candidate> all) {
    return new EvaluateTargets(setup, layout, blocks, all, path);
  }

  /** Into this file, on any file system of Beam. */
  public EvaluateTargets to(String file) {
    return new EvaluateTargets(setup, layout, blocks, candidates, file);
  }

  @Override
  public PCollection<String> expand(PCollection<BlockReference> input) {
    if (candidates.isEmpty() || path.isEmpty()) {
      throw new IllegalStateException(
          "Targets need candidates and a file: call at(...) and to(...)");
    }
    return input
        .apply("Deal", ParDo.of(new DealFn(candidates.size())))
        .setCoder(
            KvCoder.of(
                KvCoder.of(VarIntCoder.of(), VarIntCoder.of()),
                SerializableCoder.of(BlockReference.class)))
        .apply("Spread", Reshuffle.of())
        .apply("SumRegions", ParDo.of(new TargetsFn(setup, layout, candidates)))
        .setCoder(KvCoder.of(VarIntCoder.of(), IndexedVectorCoder.of()))
        .apply("SumBlocks", FixedTreeSum.over(blocks))
        .apply("WriteTargets", WriteTargets.to(path));
  }

  /** Deals blocks and candidates out: few blocks must not leave many workers idle. */
  private static final class DealFn
      extends DoFn<BlockReference, KV<KV<Integer, Integer>, BlockReference>> {
    private static final long serialVersionUID = 1L;
    private final int candidates;

    DealFn(int candidates) {
      this.candidates = candidates;
    }

    @ProcessElement
    public void process(
        @Element BlockReference reference,
        OutputReceiver<KV<KV<Integer, Integer>, BlockReference>> out) {
      for (int first = 0; first < candidates; first += CANDIDATES_TOGETHER) {
        out.output(KV.of(KV.of(reference.index(), first), reference));
      }
    }
  }

  /** Runs a block at the candidates from the one that the key names on. */
  private static final class TargetsFn
      extends DoFn<KV<KV<Integer, Integer>, BlockReference>, KV<Integer, IndexedVector>> {
    private static final long serialVersionUID = 1L;
    private final EvaluationSetup setup;
    private final TargetLayout layout;
    private final ArrayList<Candidate> candidates;

    TargetsFn(EvaluationSetup setup, TargetLayout layout, ArrayList<Candidate> candidates) {
      this.setup = setup;
      this.layout = layout;
      this.candidates = candidates;
    }

    @ProcessElement
    public void process(
        @Element KV<KV<Integer, Integer>, BlockReference> dealt,
        OutputReceiver<KV<Integer, IndexedVector>> out)
        throws Exception {
      BlockReference reference = dealt.getValue();
      BlockEvaluator evaluator = new BlockEvaluator(BlockCache.shared().get(reference), setup);
      int first = dealt.getKey().getValue();
      int end = Math.min(first + CANDIDATES_TOGETHER, candidates.size());
      for (Candidate candidate : candidates.subList(first, end)) {
        boolean derivatives = candidate.wanted() == Derivative.HESSIAN;
        double[] sums = evaluator.targets(candidate.x(), layout, derivatives);
        out.output(KV.of(candidate.id(), new IndexedVector(reference.index(), sums)));
      }
    }
  }
}
