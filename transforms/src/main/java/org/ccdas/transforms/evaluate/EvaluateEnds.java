package org.ccdas.transforms.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.TargetLayout;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.transforms.block.BlockCache;
import org.ccdas.transforms.block.SpreadEvenly;
import org.ccdas.transforms.sum.FixedTreeSum;
import org.ccdas.transforms.sum.IndexedVector;
import org.ccdas.transforms.sum.IndexedVectorCoder;

/**
 * All that is told of the ends of a search, the prior and the minimum, from one run of the model
 * each: the evaluation, the fluxes of regions and years, and those of every block. They are written
 * into a folder; gives the paths.
 *
 * <pre>{@code
 * blocks.apply(EvaluateEnds.of(setup, layout, manifest.blocks().size()).at(ends).into(folder));
 * }</pre>
 *
 * Each has the bits that {@link EvaluateCost}, {@link EvaluateTargets} and {@link SimulateFluxes}
 * would give of it with a run of their own.
 */
public final class EvaluateEnds
    extends PTransform<PCollection<BlockReference>, PCollection<String>> {
  private static final long serialVersionUID = 1L;

  private final EvaluationSetup setup;
  private final TargetLayout layout;
  private final int blocks;
  private final ArrayList<End> ends;
  private final String folder;

  /**
   * One end.
   *
   * @param candidate where; it wants the cost alone or the Hessian
   * @param derivatives whether the derivatives of the fluxes of regions are wanted too
   */
  public record End(Candidate candidate, boolean derivatives) implements Serializable {
    /** Refuses a gradient, which takes a second pass. */
    public End {
      if (candidate.wanted() == Derivative.GRADIENT) {
        throw new IllegalArgumentException("A gradient takes a second pass: " + candidate);
      }
    }
  }

  private EvaluateEnds(
      EvaluationSetup setup, TargetLayout layout, int blocks, List<End> ends, String folder) {
    this.setup = setup;
    this.layout = layout;
    this.blocks = blocks;
    this.ends = new ArrayList<>(ends);
    this.folder = folder;
  }

  /**
   * Ends over so many blocks.
   *
   * @param setup as of an evaluation
   * @param layout regions and years
   */
  public static EvaluateEnds of(EvaluationSetup setup, TargetLayout layout, int blocks) {
    return new EvaluateEnds(setup, layout, blocks, List.of(), "");
  }

  /** At these control vectors, the ids of whose candidates differ. */
  public EvaluateEnds at(List<End> all) {
    return new EvaluateEnds(setup, layout, blocks, all, folder);
  }

  /** Into this folder, on any file system of Beam. */
  public EvaluateEnds into(String path) {
    return new EvaluateEnds(setup, layout, blocks, ends, path);
  }

  /** The path of the evaluations. */
  public static String evaluations(String folder) {
    return Location.of(folder).resolve("ends.avro").toString();
  }

  /** The path of the fluxes of regions and years. */
  public static String targets(String folder) {
    return Location.of(folder).resolve("targets.json").toString();
  }

  @Override
  public PCollection<String> expand(PCollection<BlockReference> input) {
    if (ends.isEmpty() || folder.isEmpty()) {
      throw new IllegalStateException(
          "Ends need candidates and a folder: call at(...) and into(...)");
    }
    List<Candidate> candidates = ends.stream().map(End::candidate).toList();
    TupleTag<String> pathTag = new TupleTag<>() {};
    TupleTag<KV<Integer, IndexedVector>> shareTag = new TupleTag<>() {};
    TupleTag<KV<Integer, IndexedVector>> jacobianTag = new TupleTag<>() {};
    TupleTag<KV<Integer, IndexedVector>> targetTag = new TupleTag<>() {};
    PCollectionTuple parts =
        input
            .apply("Spread", SpreadEvenly.by(BlockReference::index))
            .apply(
                "RunBlocks",
                ParDo.of(new RunFn(setup, layout, ends, folder, shareTag, jacobianTag, targetTag))
                    .withOutputTags(
                        pathTag, TupleTagList.of(List.of(shareTag, jacobianTag, targetTag))));
    PCollection<KV<Integer, IndexedVector>> jacobians = sum("SumJacobians", parts.get(jacobianTag));
    KeyedPCollectionTuple<Integer> sums =
        KeyedPCollectionTuple.of(CloseCost.SHARES, sum("SumShares", parts.get(shareTag)))
            .and(CloseCost.JACOBIANS, jacobians);
    PCollection<String> evaluations =
        sums.apply("CloseCost", CloseCost.of(setup, candidates))
            .apply("WriteEvaluations", WriteEvaluations.to(evaluations(folder)));
    PCollection<String> targets =
        sum("SumTargets", parts.get(targetTag))
            .apply("WriteTargets", WriteTargets.to(targets(folder)));
    return PCollectionList.of(parts.get(pathTag))
        .and(evaluations)
        .and(targets)
        .apply("AllPaths", Flatten.pCollections());
  }

  private PCollection<KV<Integer, IndexedVector>> sum(
      String step, PCollection<KV<Integer, IndexedVector>> shares) {
    return shares
        .setCoder(KvCoder.of(VarIntCoder.of(), IndexedVectorCoder.of()))
        .apply(step, FixedTreeSum.over(blocks));
  }

  private static final class RunFn extends DoFn<BlockReference, String> {
    private static final long serialVersionUID = 1L;
    private final EvaluationSetup setup;
    private final TargetLayout layout;
    private final ArrayList<End> ends;
    private final String folder;
    private final TupleTag<KV<Integer, IndexedVector>> shareTag;
    private final TupleTag<KV<Integer, IndexedVector>> jacobianTag;
    private final TupleTag<KV<Integer, IndexedVector>> targetTag;

    RunFn(
        EvaluationSetup setup,
        TargetLayout layout,
        ArrayList<End> ends,
        String folder,
        TupleTag<KV<Integer, IndexedVector>> shareTag,
        TupleTag<KV<Integer, IndexedVector>> jacobianTag,
        TupleTag<KV<Integer, IndexedVector>> targetTag) {
      this.setup = setup;
      this.layout = layout;
      this.ends = ends;
      this.folder = folder;
      this.shareTag = shareTag;
      this.jacobianTag = jacobianTag;
      this.targetTag = targetTag;
    }

    @ProcessElement
    public void process(
        @Element BlockReference reference, OutputReceiver<String> paths, MultiOutputReceiver out)
        throws Exception {
      BlockEvaluator evaluator =
          BlockEvaluator.simulating(BlockCache.shared().get(reference), setup);
      for (End end : ends) {
        Candidate candidate = end.candidate();
        boolean hessian = candidate.wanted() == Derivative.HESSIAN;
        BlockEvaluator.Told told =
            evaluator.tell(candidate.x(), hessian, layout, end.derivatives());
        emit(out, shareTag, candidate, told.fluxes().index(), told.share());
        emit(out, targetTag, candidate, told.fluxes().index(), told.targets());
        if (hessian) {
          emit(out, jacobianTag, candidate, told.fluxes().index(), told.jacobian());
        }
        paths.output(SimulateFluxes.write(folder, candidate.id(), told.fluxes()));
      }
    }

    private static void emit(
        MultiOutputReceiver out,
        TupleTag<KV<Integer, IndexedVector>> tag,
        Candidate candidate,
        int block,
        double[] part) {
      out.get(tag).output(KV.of(candidate.id(), new IndexedVector(block, part)));
    }
  }
}
