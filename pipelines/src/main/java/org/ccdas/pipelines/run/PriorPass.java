package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.block.Manifest;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.block.BlockCache;

/** Evaluations of a problem at its prior, over blocks that are there already. */
public final class PriorPass {
  private final Manifest manifest;
  private final PipelineEvaluator evaluator;
  private final RunFolder folder;

  private PriorPass(Manifest manifest, PipelineEvaluator evaluator, RunFolder folder) {
    this.manifest = manifest;
    this.evaluator = evaluator;
    this.folder = folder;
  }

  /** Passes over the blocks in the folder; empty when they are not there or of other inputs. */
  public static Optional<PriorPass> over(Problem problem, RunFolder folder) throws IOException {
    Optional<Manifest> present = BlockPreparation.present(problem, folder);
    if (present.isEmpty()) {
      return Optional.empty();
    }
    BeamSession session = BeamSession.of(problem.experiment().runner());
    PipelineEvaluator live = new PipelineEvaluator(present.get(), problem.setup(), session, folder);
    PipelineEvaluator evaluator = live.with(frozen(live));
    return Optional.of(new PriorPass(present.get(), evaluator, folder));
  }

  /** The setup with everything frozen that the run at the prior decides (spec 12.2, 17.1). */
  static EvaluationSetup frozen(PipelineEvaluator live) throws IOException {
    return live.setup().frozenBy(live.simulate(List.of(prior(live, Derivative.COST))).get(0));
  }

  private static Candidate prior(PipelineEvaluator evaluator, Derivative derivative) {
    return new Candidate(0, new double[evaluator.setup().control().size()], derivative);
  }

  /** Bytes that derivatives take in the block that takes most, besides those of a forward run. */
  public long jacobianBytes() throws IOException {
    long most = 0;
    for (BlockReference reference : manifest.blocks()) {
      Block block = BlockCache.shared().get(reference);
      most = Math.max(most, new BlockEvaluator(block, evaluator.setup()).jacobianBytes());
    }
    return most;
  }

  /** Evaluations of the same problem at any control vector. */
  public PipelineEvaluator evaluator() {
    return evaluator;
  }

  /** Evaluates cost and derivatives at the prior. */
  public Evaluation evaluate(Derivative derivative) throws IOException {
    Evaluation evaluation = evaluator.evaluate(List.of(prior(evaluator, derivative))).get(0);
    folder.clearWork();
    return evaluation;
  }
}
