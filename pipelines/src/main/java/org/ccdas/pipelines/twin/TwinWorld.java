package org.ccdas.pipelines.twin;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.ccdas.assimilate.evaluation.BlockReference;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.Manifest;
import org.ccdas.assimilate.evaluation.MoistureSetup;
import org.ccdas.assimilate.evaluation.TwinMoisture;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.moisture.BiasTreatment;
import org.ccdas.pipelines.run.BeamSession;
import org.ccdas.pipelines.run.BlockPreparation;
import org.ccdas.pipelines.run.PipelineEvaluator;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.transforms.block.WriteManifest;
import org.ccdas.transforms.twin.ObserveTruth;
import org.ccdas.verify.twin.TwinObservations;

/**
 * The cost of a problem whose observations are those of a known truth: CO2 in the setup, soil
 * moisture in blocks of the twin's own. From there on a twin is evaluated as any run is.
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
    Co2Term co2 = new TwinObservations(setup().co2()).perfect(concentrations(truth));
    MoistureSetup unbiased =
        setup().moisture().withBias(BiasTreatment.STANDARD.with(BiasTreatment.Kind.NONE));
    return over(
        truth, TwinMoisture.perfect(unbiased), setup().withCo2(co2).withMoisture(unbiased), "");
  }

  /** Observations with bias and errors as they are assumed. */
  PipelineEvaluator noisy(double[] truth, long seed) throws IOException {
    Co2Term co2 = new TwinObservations(setup().co2()).noisy(concentrations(truth), seed);
    TwinMoisture moisture = TwinMoisture.noisy(setup().moisture(), seed);
    return over(truth, moisture, setup().withCo2(co2), " and noise of the seed " + seed);
  }

  private double[] concentrations(double[] truth) throws IOException {
    return real.evaluate(List.of(new Candidate(0, truth, Derivative.COST))).get(0).concentrations();
  }

  private PipelineEvaluator over(
      double[] truth, TwinMoisture moisture, EvaluationSetup setup, String noise)
      throws IOException {
    return new PipelineEvaluator(
        setup.moisture().isActive() ? observed(truth, moisture, noise) : manifest,
        setup,
        session,
        folder);
  }

  /** Blocks in which the truth is seen. */
  private Manifest observed(double[] truth, TwinMoisture moisture, String noise)
      throws IOException {
    // those of the twin before
    folder.delete();
    StoredFiles.makeFolder(folder.blocks());
    Pipeline pipeline = session.pipeline();
    pipeline
        .apply(
            "BlockReferences",
            Create.of(manifest.blocks()).withCoder(SerializableCoder.of(BlockReference.class)))
        .apply(
            "ObserveTruth",
            ObserveTruth.at(truth, setup()).with(moisture).into(folder.blocks().toString()))
        .apply(
            "WriteManifest",
            WriteManifest.to(
                folder.manifest().toString(), manifest.inputs() + " seen at a truth" + noise));
    session.run(pipeline);
    return BlockPreparation.read(folder);
  }
}
