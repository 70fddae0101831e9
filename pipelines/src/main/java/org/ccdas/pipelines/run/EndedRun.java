package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.assimilate.minimise.StateFile;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.Manifest;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.runner.BeamSession;

/**
 * A run that has ended, taken up from its folder for more evaluations about its minimum.
 *
 * @param folder of the run
 * @param evaluator over its blocks, everything frozen as in the run
 * @param posterior at its minimum
 */
public record EndedRun(RunFolder folder, PipelineEvaluator evaluator, Posterior posterior) {
  /**
   * Takes up a run. Blocks that are no longer there are prepared anew.
   *
   * @param problem the run's own, from its resolved experiment
   * @throws InputException when the folder has no state, or inputs or model have changed since
   */
  public static EndedRun of(Problem problem, RunFolder folder) throws IOException {
    if (!StoredFiles.exists(folder.state())) {
      throw new InputException(
          folder.root().toString(),
          "",
          "the folder has no state of a run",
          "Name the folder of a run that has ended");
    }
    SortedMap<String, String> inputs = InputDigest.ofFiles(problem.inputs());
    String blockInputs = InputDigest.ofBlocks(problem.experiment(), inputs);
    Map<String, String> digests = AssimilationRun.stateDigests(problem, inputs);
    Minimiser end = StateFile.read(folder.state(), digests).minimiser();
    if (!end.finished()) {
      throw new InputException(
          folder.state().toString(),
          "",
          "the run has not ended, after " + end.evaluations() + " evaluations",
          "Let it end first: ccdas run with --resume goes on with it");
    }
    double[] x = end.x();
    BeamSession session = BeamSession.of(problem.experiment().runner());
    Manifest manifest = BlockPreparation.prepare(problem, blockInputs, session, folder);
    PipelineEvaluator live = new PipelineEvaluator(manifest, problem.setup(), session, folder);
    PipelineEvaluator evaluator = live.with(PriorPass.frozen(live));
    return new EndedRun(folder, evaluator, Posterior.at(x, normal(folder, evaluator, x)));
  }

  /** The one that the run has left, else made anew, as for a search that needs no Hessian. */
  private static NormalSystem normal(RunFolder folder, PipelineEvaluator evaluator, double[] x)
      throws IOException {
    Optional<NormalSystem> known = Assimilation.normalAt(folder.normal(), x);
    NormalSystem normal =
        known.isPresent()
            ? known.get()
            : evaluator.evaluate(List.of(new Candidate(0, x, Derivative.HESSIAN))).get(0).normal();
    if (!normal.isFinite()) {
      throw new InputException(
          folder.state().toString(),
          "the minimum",
          "the cost or its derivatives have no value there, so there is no posterior",
          "Run anew with another start or other observations");
    }
    return normal;
  }
}
