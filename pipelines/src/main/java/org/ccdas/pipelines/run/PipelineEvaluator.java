package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.BlockFluxesFile;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.EvaluationsFile;
import org.ccdas.assimilate.evaluation.TargetLayout;
import org.ccdas.assimilate.evaluation.TargetSumsFile;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.region.Regions;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.block.Manifest;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.evaluate.EvaluateCost;
import org.ccdas.transforms.evaluate.EvaluateEnds;
import org.ccdas.transforms.evaluate.EvaluateTargets;
import org.ccdas.transforms.evaluate.SimulateFluxes;
import org.ccdas.transforms.evaluate.WriteEvaluations;

/** Evaluations as pipelines over the blocks: one run each, whose result comes back as a file. */
public final class PipelineEvaluator implements CostEvaluator {
  private final Manifest manifest;
  private final EvaluationSetup setup;
  private final BeamSession session;
  private final RunFolder folder;

  /** An evaluator that leaves its files in the work folder of the run. */
  public PipelineEvaluator(
      Manifest manifest, EvaluationSetup setup, BeamSession session, RunFolder folder) {
    this.manifest = manifest;
    this.setup = setup;
    this.session = session;
    this.folder = folder;
  }

  /** What the evaluations need besides the blocks. */
  public EvaluationSetup setup() {
    return setup;
  }

  /** The same with another setup. */
  public PipelineEvaluator with(EvaluationSetup other) {
    return new PipelineEvaluator(manifest, other, session, folder);
  }

  private PCollection<BlockReference> blocks(Pipeline pipeline) {
    return pipeline.apply(
        "BlockReferences",
        Create.of(manifest.blocks()).withCoder(SerializableCoder.of(BlockReference.class)));
  }

  @Override
  public List<Evaluation> evaluate(List<Candidate> candidates) throws IOException {
    StoredFiles.makeFolder(folder.work());
    Location file = folder.work().resolve("evaluations.avro");
    // a former one must never be taken for the answer
    StoredFiles.delete(file);
    String path = file.toString();
    Pipeline pipeline = session.pipeline();
    blocks(pipeline)
        .apply("EvaluateCost", EvaluateCost.of(setup, manifest.blocks().size()).at(candidates))
        .apply("WriteEvaluations", WriteEvaluations.to(path));
    session.run(pipeline, "evaluate " + manifest.inputs() + " " + candidates);
    return EvaluationsFile.decode(path, StoredFiles.readShared(Location.of(path)));
  }

  /**
   * Fluxes of regions and years at each candidate, in their order; with derivatives where a
   * candidate wants the Hessian.
   */
  public List<TargetJacobian> targets(Regions regions, List<Candidate> candidates)
      throws IOException {
    StoredFiles.makeFolder(folder.work());
    Location file = folder.work().resolve("targets.json");
    // a former one must never be taken for the answer
    StoredFiles.delete(file);
    String path = file.toString();
    TargetLayout layout = new TargetLayout(regions, setup.window());
    Pipeline pipeline = session.pipeline();
    blocks(pipeline)
        .apply(
            "EvaluateTargets",
            EvaluateTargets.of(setup, layout, manifest.blocks().size()).at(candidates).to(path));
    session.run(pipeline);
    SortedMap<Integer, double[]> sums =
        TargetSumsFile.decode(path, StoredFiles.readShared(Location.of(path)));
    return candidates.stream().map(c -> layout.targets(sums.get(c.id()))).toList();
  }

  /** Fluxes of every block at each candidate, in the order of candidates and blocks. */
  public List<List<BlockFluxes>> simulate(List<Candidate> candidates) throws IOException {
    StoredFiles.makeFolder(folder.work());
    String work = folder.work().toString();
    Pipeline pipeline = session.pipeline();
    blocks(pipeline).apply("SimulateFluxes", SimulateFluxes.of(setup, candidates, work));
    session.run(pipeline);
    List<List<BlockFluxes>> all = new ArrayList<>();
    for (Candidate candidate : candidates) {
      all.add(fluxes(work, candidate));
    }
    return all;
  }

  private List<BlockFluxes> fluxes(String work, Candidate candidate) throws IOException {
    List<BlockFluxes> fluxes = new ArrayList<>();
    for (BlockReference block : manifest.blocks()) {
      String path = SimulateFluxes.path(work, candidate.id(), block.index());
      fluxes.add(BlockFluxesFile.decode(path, StoredFiles.readShared(Location.of(path))));
    }
    return fluxes;
  }

  /**
   * What one run of the model tells of an end of the search.
   *
   * @param evaluation the cost, with its derivatives where they were asked for
   * @param targets fluxes of regions and years, with their derivatives where they were asked for
   * @param fluxes of every block, in their order
   */
  record Told(Evaluation evaluation, TargetJacobian targets, List<BlockFluxes> fluxes) {}

  /** All of each end, in their order. */
  List<Told> ends(Regions regions, List<EvaluateEnds.End> ends) throws IOException {
    StoredFiles.makeFolder(folder.work());
    String work = folder.work().toString();
    String evaluations = EvaluateEnds.evaluations(work);
    String targets = EvaluateEnds.targets(work);
    // former ones must never be taken for the answer
    StoredFiles.delete(Location.of(evaluations));
    StoredFiles.delete(Location.of(targets));
    TargetLayout layout = new TargetLayout(regions, setup.window());
    Pipeline pipeline = session.pipeline();
    blocks(pipeline)
        .apply(
            "EvaluateEnds",
            EvaluateEnds.of(setup, layout, manifest.blocks().size()).at(ends).into(work));
    session.run(pipeline);
    Map<Integer, Evaluation> evaluated =
        EvaluationsFile.decode(evaluations, StoredFiles.readShared(Location.of(evaluations)))
            .stream()
            .collect(Collectors.toMap(Evaluation::id, evaluation -> evaluation));
    SortedMap<Integer, double[]> sums =
        TargetSumsFile.decode(targets, StoredFiles.readShared(Location.of(targets)));
    List<Told> all = new ArrayList<>();
    for (EvaluateEnds.End end : ends) {
      int id = end.candidate().id();
      all.add(
          new Told(evaluated.get(id), layout.targets(sums.get(id)), fluxes(work, end.candidate())));
    }
    return all;
  }
}
