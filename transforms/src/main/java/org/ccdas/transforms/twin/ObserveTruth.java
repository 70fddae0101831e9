package org.ccdas.transforms.twin;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.ccdas.assimilate.evaluation.Block;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.BlockReference;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.TwinMoisture;
import org.ccdas.transforms.block.BlockCache;
import org.ccdas.transforms.block.BlockWriter;

/**
 * Writes copies of blocks in which the soil moisture is what a truth would give, and gives their
 * references.
 *
 * <pre>{@code
 * blocks
 *     .apply(ObserveTruth.at(truth, setup).with(TwinMoisture.noisy(setup.moisture(), seed)).into(folder))
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
  private final TwinMoisture moisture;
  private final String folder;

  private ObserveTruth(
      double[] truth, EvaluationSetup setup, TwinMoisture moisture, String folder) {
    this.truth = truth;
    this.setup = setup;
    this.moisture = moisture;
    this.folder = folder;
  }

  /**
   * Runs at this truth.
   *
   * @param setup of the runs, with the mask decided
   */
  public static ObserveTruth at(double[] truth, EvaluationSetup setup) {
    return new ObserveTruth(truth.clone(), setup, TwinMoisture.perfect(setup.moisture()), null);
  }

  /** Makes observations in this way; else they are perfect. */
  public ObserveTruth with(TwinMoisture twin) {
    return new ObserveTruth(truth, setup, twin, folder);
  }

  /** Writes into this folder on any file system of Beam. */
  public ObserveTruth into(String path) {
    return new ObserveTruth(truth, setup, moisture, path);
  }

  @Override
  public PCollection<BlockReference> expand(PCollection<BlockReference> input) {
    if (folder == null) {
      throw new IllegalStateException("Blocks need a folder: call into");
    }
    return input
        .apply(
            "KeyByBlock",
            WithKeys.of(BlockReference::index).withKeyType(TypeDescriptors.integers()))
        .apply("Spread", Reshuffle.of())
        .apply("Blocks", Values.create())
        .apply("WriteTwin", ParDo.of(new WriteTwinFn(this)))
        .setCoder(SerializableCoder.of(BlockReference.class));
  }

  private static final class WriteTwinFn extends DoFn<BlockReference, BlockReference> {
    private static final long serialVersionUID = 1L;

    private final double[] truth;
    private final EvaluationSetup setup;
    private final TwinMoisture moisture;
    private final String folder;

    WriteTwinFn(ObserveTruth settings) {
      this.truth = settings.truth;
      this.setup = settings.setup;
      this.moisture = settings.moisture;
      this.folder = settings.folder;
    }

    @ProcessElement
    public void process(@Element BlockReference reference, OutputReceiver<BlockReference> out)
        throws Exception {
      Block block = BlockCache.shared().get(reference);
      BlockEvaluator evaluator = new BlockEvaluator(block, setup);
      Block twin =
          moisture.observed(block, evaluator.fluxes(evaluator.forward(truth, false)).moisture());
      out.output(BlockWriter.write(folder, twin));
    }
  }
}
