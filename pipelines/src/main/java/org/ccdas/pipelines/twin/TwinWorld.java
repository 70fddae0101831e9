package org.ccdas.pipelines.twin;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.block.Manifest;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.pipelines.run.BlockPreparation;
import org.ccdas.pipelines.run.PipelineEvaluator;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.block.WriteManifest;
import org.ccdas.transforms.twin.ObserveTruth;

/**
 * The cost of a problem whose observations are those of a known truth, in the setup and in blocks
 * of the twin's own. From there on a twin is evaluated as any run is.
 */
final class TwinWorld {
  private final Manifest manifest;
  private final PipelineEvaluator real;
  private final BeamSession session;
  private final RunFolder folder;

  /**
   * A world of twins.
   *
   * @param manifest the blocks of the problem
   * @param real evaluates the problem, with everything frozen that the prior decides
   * @param folder for the blocks of a twin
   */
  TwinWorld(Manifest manifest, PipelineEvaluator real, BeamSession session, RunFolder folder) {
    this.manifest = manifest;
    this.real = real;
    this.session = session;
    this.folder = folder;
  }

  private EvaluationSetup setup() {
    return real.setup();
  }

  /** Observations without bias and errors, assimilated as unbiased. */
  PipelineEvaluator perfect(double[] truth) throws IOException {
    return over(truth, setup().withEach(StreamOperator::unbiased), OptionalLong.empty());
  }

  /** Observations with bias and errors as they are assumed. */
  PipelineEvaluator noisy(double[] truth, long seed) throws IOException {
    return over(truth, setup(), OptionalLong.of(seed));
  }

  private PipelineEvaluator over(double[] truth, EvaluationSetup setup, OptionalLong seed)
      throws IOException {
    Evaluation atTruth = real.evaluate(List.of(new Candidate(0, truth, Derivative.COST))).get(0);
    return new PipelineEvaluator(
        observed(truth, setup, seed),
        setup.withEach(stream -> stream.observing(atTruth.stream(stream.name()).modelled(), seed)),
        session,
        folder);
  }

  /** Blocks in which the truth is seen. */
  private Manifest observed(double[] truth, EvaluationSetup setup, OptionalLong seed)
      throws IOException {
    // those of the twin before
    folder.delete();
    StoredFiles.makeFolder(folder.blocks());
    ObserveTruth observe = ObserveTruth.at(truth, setup).into(folder.blocks().toString());
    String noise = seed.isPresent() ? " and noise of the seed " + seed.getAsLong() : "";
    Pipeline pipeline = session.pipeline();
    pipeline
        .apply(
            "BlockReferences",
            Create.of(manifest.blocks()).withCoder(SerializableCoder.of(BlockReference.class)))
        .apply("ObserveTruth", seed.isPresent() ? observe.noisy(seed.getAsLong()) : observe)
        .apply(
            "WriteManifest",
            WriteManifest.to(
                folder.manifest().toString(), manifest.inputs() + " seen at a truth" + noise));
    session.run(pipeline);
    return BlockPreparation.read(folder);
  }
}
