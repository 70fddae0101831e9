package org.ccdas.transforms.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.BlockFluxesFile;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.transforms.block.BlockCache;
import org.ccdas.transforms.block.SpreadEvenly;

/**
 * Runs the blocks forward at several control vectors and writes the monthly fluxes of each into a
 * folder, one file a candidate and block; gives the paths.
 */
public final class SimulateFluxes
    extends PTransform<PCollection<BlockReference>, PCollection<String>> {
  private static final long serialVersionUID = 1L;

  private final EvaluationSetup setup;
  private final ArrayList<Candidate> candidates;
  private final String folder;

  private SimulateFluxes(EvaluationSetup setup, List<Candidate> candidates, String folder) {
    this.setup = setup;
    this.candidates = new ArrayList<>(candidates);
    this.folder = folder;
  }

  /**
   * A simulation.
   *
   * @param setup as of an evaluation
   * @param candidates the control vectors, their ids differ
   * @param folder for the files, on any file system of Beam
   */
  public static SimulateFluxes of(
      EvaluationSetup setup, List<Candidate> candidates, String folder) {
    return new SimulateFluxes(setup, candidates, folder);
  }

  /** The path of the fluxes of one candidate and block. */
  public static String path(String folder, int candidate, int block) {
    return Location.of(folder).resolve("fluxes-" + candidate + "-" + block + ".bin").toString();
  }

  /** Writes the fluxes of one candidate and block; gives their path. */
  static String write(String folder, int candidate, BlockFluxes fluxes) throws IOException {
    String path = path(folder, candidate, fluxes.index());
    StoredFiles.writePassing(Location.of(path), BlockFluxesFile.encode(fluxes));
    return path;
  }

  @Override
  public PCollection<String> expand(PCollection<BlockReference> input) {
    return input
        .apply("Spread", SpreadEvenly.by(BlockReference::index))
        .apply("Simulate", ParDo.of(new SimulateFn(setup, candidates, folder)))
        .setCoder(StringUtf8Coder.of());
  }

  private static final class SimulateFn extends DoFn<BlockReference, String> {
    private static final long serialVersionUID = 1L;
    private final EvaluationSetup setup;
    private final ArrayList<Candidate> candidates;
    private final String folder;

    SimulateFn(EvaluationSetup setup, ArrayList<Candidate> candidates, String folder) {
      this.setup = setup;
      this.candidates = candidates;
      this.folder = folder;
    }

    @ProcessElement
    public void process(@Element BlockReference reference, OutputReceiver<String> out)
        throws Exception {
      BlockEvaluator evaluator =
          BlockEvaluator.simulating(BlockCache.shared().get(reference), setup);
      for (Candidate candidate : candidates) {
        BlockEvaluator.Run run = evaluator.forward(candidate.x(), false);
        out.output(write(folder, candidate.id(), evaluator.fluxes(run)));
      }
    }
  }
}
