package org.ccdas.transforms.twin;

import java.util.OptionalLong;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.transforms.block.BlockCache;
import org.ccdas.transforms.block.BlockWriter;
import org.ccdas.transforms.block.SpreadEvenly;

/**
 * Writes copies of blocks in which the observations are what a truth would give, and gives their
 * references.
 *
 * <pre>{@code
 * blocks
 *     .apply(ObserveTruth.at(truth, setup).noisy(seed).into(folder))
 *     .apply(WriteManifest.to(manifest, inputs));
 * }</pre>
 *
 * The same truth and seed give the same bytes on every runner at any parallelism.
 */
public final class ObserveTruth
    extends PTransform<PCollection<BlockReference>, PCollection<BlockReference>> {
  private static final long serialVersionUID = 1L;

  private final double[] truth;
  private final EvaluationSetup setup;
  private final Long seed;
  private final String folder;

  private ObserveTruth(double[] truth, EvaluationSetup setup, Long seed, String folder) {
    this.truth = truth;
    this.setup = setup;
    this.seed = seed;
    this.folder = folder;
  }

  /**
   * Runs at this truth.
   *
   * @param setup of the runs, with the mask decided
   */
  public static ObserveTruth at(double[] truth, EvaluationSetup setup) {
    return new ObserveTruth(truth.clone(), setup, null, null);
  }

  /** Draws errors as the assimilation assumes them; else observations are perfect. */
  public ObserveTruth noisy(long drawn) {
    return new ObserveTruth(truth, setup, drawn, folder);
  }

  /** Writes into this folder on any file system of Beam. */
  public ObserveTruth into(String path) {
    return new ObserveTruth(truth, setup, seed, path);
  }

  @Override
  public PCollection<BlockReference> expand(PCollection<BlockReference> input) {
    if (folder == null) {
      throw new IllegalStateException("Blocks need a folder: call into");
    }
    return input
        .apply("Spread", SpreadEvenly.by(BlockReference::index))
        .apply("WriteTwin", ParDo.of(new WriteTwinFn(this)))
        .setCoder(SerializableCoder.of(BlockReference.class));
  }

  private static final class WriteTwinFn extends DoFn<BlockReference, BlockReference> {
    private static final long serialVersionUID = 1L;

    private final double[] truth;
    private final EvaluationSetup setup;
    private final Long seed;
    private final String folder;

    WriteTwinFn(ObserveTruth settings) {
      this.truth = settings.truth;
      this.setup = settings.setup;
      this.seed = settings.seed;
      this.folder = settings.folder;
    }

    @ProcessElement
    public void process(@Element BlockReference reference, OutputReceiver<BlockReference> out)
        throws Exception {
      BlockEvaluator evaluator = new BlockEvaluator(BlockCache.shared().get(reference), setup);
      BlockEvaluator.Run run = evaluator.forward(truth, false);
      OptionalLong errors = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
      Block twin = evaluator.observed(run, errors);
      out.output(BlockWriter.write(folder, twin));
    }
  }
}
