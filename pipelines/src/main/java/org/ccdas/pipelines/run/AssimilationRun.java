package org.ccdas.pipelines.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.ccdas.core.InputException;
import org.ccdas.core.evaluation.BlockFluxes;
import org.ccdas.core.evaluation.Evaluation;
import org.ccdas.core.evaluation.EvaluationSetup;
import org.ccdas.core.evaluation.FrozenTiles;
import org.ccdas.core.evaluation.Manifest;
import org.ccdas.core.minimise.Candidate;
import org.ccdas.core.minimise.Derivative;
import org.ccdas.core.minimise.Lbfgs;
import org.ccdas.core.minimise.Minimiser;
import org.ccdas.core.minimise.MinimiserState;
import org.ccdas.core.minimise.StateFile;
import org.ccdas.core.minimise.StoppingRule;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.config.MinimiserSettings;
import org.ccdas.pipelines.problem.Problem;

/** One whole assimilation: prepare, freeze, minimise, simulate. */
public final class AssimilationRun {
  private final Problem problem;
  private final RunFolder folder;
  private final boolean resume;
  private final RunLog log;

  /**
   * A run.
   *
   * @param problem what to solve
   * @param folder for everything that the run writes
   * @param resume whether to go on from the state in the folder; else the run begins anew
   * @param log is told how the run goes
   */
  public AssimilationRun(Problem problem, RunFolder folder, boolean resume, RunLog log) {
    this.problem = problem;
    this.folder = folder;
    this.resume = resume;
    this.log = log;
  }

  /**
   * Runs to the minimum.
   *
   * @throws InputException when an input is bad, or the state to resume belongs to another problem
   */
  public RunOutcome run() throws IOException {
    long begun = System.nanoTime();
    Experiment experiment = problem.experiment();
    BeamSession session = BeamSession.of(experiment.runner());
    SortedMap<String, String> inputs = InputDigest.ofFiles(problem.inputs());
    String blockInputs = InputDigest.ofBlocks(experiment, inputs);
    Map<String, String> digests = digests(blockInputs);
    Minimiser start = start(digests);
    Files.createDirectories(folder.root());
    ExperimentFile.write(experiment, folder.resolved());

    Manifest manifest = BlockPreparation.prepare(problem, blockInputs, session, folder);
    PipelineEvaluator live = new PipelineEvaluator(manifest, problem.setup(), session, folder);
    FrozenTiles frozen = freeze(live);
    EvaluationSetup setup = problem.setup().withFrozen(frozen);
    PipelineEvaluator evaluator = live.with(setup);
    double prepared = (System.nanoTime() - begun) * 1e-9;
    log.prepared(problem, manifest, frozen, prepared);

    Minimiser end =
        new Assimilation(evaluator, folder.state(), digests, log.rounds(start)).run(start);
    double assimilated = (System.nanoTime() - begun) * 1e-9;
    log.minimised(end, assimilated - prepared);

    List<Candidate> ends =
        List.of(
            new Candidate(0, new double[setup.control().size()], Derivative.COST),
            new Candidate(1, end.x(), Derivative.COST));
    List<Evaluation> evaluations = evaluator.evaluate(ends);
    List<List<BlockFluxes>> fluxes = evaluator.simulate(ends);
    folder.clearWork();
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("prepare", prepared);
    seconds.put("assimilate", assimilated - prepared);
    seconds.put("total", (System.nanoTime() - begun) * 1e-9);
    return new RunOutcome(
        problem,
        setup,
        manifest,
        end,
        evaluations.get(0),
        evaluations.get(1),
        fluxes.get(0),
        fluxes.get(1),
        seconds,
        inputs,
        digests,
        session.runner());
  }

  private Map<String, String> digests(String blockInputs) {
    return Map.of(
        "controlVector", problem.setup().control().digest(),
        "kernels", KernelDigest.sha256(),
        "blocks", blockInputs);
  }

  private Minimiser start(Map<String, String> digests) {
    if (!resume) {
      MinimiserSettings settings = problem.experiment().minimiser();
      return Lbfgs.start(
          new double[problem.setup().control().size()],
          new Lbfgs.Settings(settings.memory(), settings.bound(), stopping(settings)));
    }
    if (!Files.exists(folder.state())) {
      throw new InputException(
          folder.state().toString(),
          "",
          "there is no state to resume",
          "Run without --resume, or name the folder of the interrupted run");
    }
    MinimiserState state = StateFile.read(folder.state(), digests);
    return ((Lbfgs) state.minimiser()).withStopping(stopping(problem.experiment().minimiser()));
  }

  private static StoppingRule stopping(MinimiserSettings settings) {
    return new StoppingRule(
        settings.gradientTolerance(),
        StoppingRule.STANDARD.costTolerance(),
        settings.maxIterations(),
        settings.maxEvaluations());
  }

  /** Tiles whose net primary production at the prior is below the threshold (spec 12.2). */
  private FrozenTiles freeze(PipelineEvaluator live) throws IOException {
    Candidate prior =
        new Candidate(0, new double[problem.setup().control().size()], Derivative.COST);
    return FrozenTiles.decide(
        live.simulate(List.of(prior)).get(0), problem.setup().window().days());
  }
}
