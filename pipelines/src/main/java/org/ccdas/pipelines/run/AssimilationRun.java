package org.ccdas.pipelines.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LinearElements;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.assimilate.minimise.MinimiserState;
import org.ccdas.assimilate.minimise.MultiStart;
import org.ccdas.assimilate.minimise.StateFile;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.Minima;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.assimilate.posterior.Profile;
import org.ccdas.assimilate.posterior.Spectrum;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.Manifest;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.config.MinimiserSettings;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.evaluate.EvaluateEnds;

/** One whole assimilation: prepare, freeze, minimise, simulate. */
public final class AssimilationRun {
  private final Problem problem;
  private final RunFolder folder;
  private final boolean resume;
  private final RunLog log;
  private final UnaryOperator<CostEvaluator> around;
  private final Runnable beforeRename;

  /**
   * A run.
   *
   * @param problem what to solve
   * @param folder for everything that the run writes
   * @param resume whether to go on from the state in the folder; else the run begins anew, and the
   *     folder must not have a state
   * @param log is told how the run goes
   */
  public AssimilationRun(Problem problem, RunFolder folder, boolean resume, RunLog log) {
    this(problem, folder, resume, log, UnaryOperator.identity(), () -> {});
  }

  /**
   * As above, with an evaluator around the real one, and an action between the writing of a state
   * and its renaming; for tests that kill the run.
   */
  AssimilationRun(
      Problem problem,
      RunFolder folder,
      boolean resume,
      RunLog log,
      UnaryOperator<CostEvaluator> around,
      Runnable beforeRename) {
    this.problem = problem;
    this.folder = folder;
    this.resume = resume;
    this.log = log;
    this.around = around;
    this.beforeRename = beforeRename;
  }

  /**
   * Runs to the minimum. A run that has ended before gives its result again.
   *
   * @throws InputException when an input is bad, the state to resume belongs to another problem, or
   *     the folder has a state and is not resumed
   */
  public RunOutcome run() throws IOException {
    try {
      RunOutcome outcome = assimilate();
      folder.clearWork();
      return outcome;
    } catch (IOException | RuntimeException e) {
      try {
        folder.clearWork();
      } catch (IOException remains) {
        e.addSuppressed(remains);
      }
      throw e;
    } finally {
      log.end();
    }
  }

  private RunOutcome assimilate() throws IOException {
    long begun = System.nanoTime();
    Experiment experiment = problem.experiment();
    BeamSession session = BeamSession.of(experiment.runner());
    SortedMap<String, String> inputs = InputDigest.ofFiles(problem.inputs());
    String blockInputs = InputDigest.ofBlocks(experiment, inputs);
    Map<String, String> digests = digests(problem, blockInputs);
    Map<String, String> stateDigests = stateDigests(problem, inputs);
    Minimiser start = start(stateDigests);
    session.begin(folder.root().toString());
    folder.create();
    folder.clearWork(); // of a run that was killed
    ExperimentFile.write(experiment, folder.resolved());

    Manifest manifest = BlockPreparation.prepare(problem, blockInputs, session, folder);
    PipelineEvaluator live = new PipelineEvaluator(manifest, problem.setup(), session, folder);
    EvaluationSetup setup = PriorPass.frozen(live);
    PipelineEvaluator evaluator = live.with(setup);
    double prepared = (System.nanoTime() - begun) * 1e-9;
    log.prepared(problem, manifest, setup, prepared);

    Minimiser end =
        new Assimilation(
                around.apply(evaluator),
                folder.state(),
                folder.normal(),
                stateDigests,
                log.rounds(start, setup.streams().stream().map(StreamOperator::name).toList()),
                beforeRename)
            .run(start);
    double assimilated = (System.nanoTime() - begun) * 1e-9;
    log.minimised(end, assimilated - prepared);

    List<PipelineEvaluator.Told> ends = ends(evaluator, end);
    double evaluated = (System.nanoTime() - begun) * 1e-9;
    log.endsEvaluated(evaluated - assimilated);
    Optional<RunPosterior> posterior =
        experiment.posterior().uncertainty() ? posterior(end, ends, evaluator) : Optional.empty();
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("prepare", prepared);
    seconds.put("assimilate", assimilated - prepared);
    seconds.put("total", (System.nanoTime() - begun) * 1e-9);
    return new RunOutcome(
        problem,
        setup,
        manifest,
        end,
        ends.get(0).evaluation(),
        ends.get(1).evaluation(),
        posterior,
        ends.get(0).fluxes(),
        ends.get(1).fluxes(),
        seconds,
        inputs,
        digests,
        session.runner());
  }

  /** The prior and the minimum, with all that the results need, from one run of the model each. */
  private List<PipelineEvaluator.Told> ends(PipelineEvaluator evaluator, Minimiser end)
      throws IOException {
    boolean uncertainty = problem.experiment().posterior().uncertainty();
    double[] origin = new double[end.x().length];
    boolean known = Assimilation.normalAt(folder.normal(), end.x()).isPresent();
    Derivative wanted = uncertainty && !known ? Derivative.HESSIAN : Derivative.COST;
    return evaluator.ends(
        problem.regions(),
        List.of(
            new EvaluateEnds.End(new Candidate(0, origin, Derivative.COST), false),
            new EvaluateEnds.End(new Candidate(1, end.x(), wanted), uncertainty)));
  }

  /** Empty where the cost or its derivatives have no value. */
  private Optional<RunPosterior> posterior(
      Minimiser end, List<PipelineEvaluator.Told> ends, PipelineEvaluator evaluator)
      throws IOException {
    Optional<NormalSystem> normal =
        Assimilation.normalAt(folder.normal(), end.x())
            .or(() -> Optional.ofNullable(ends.get(1).evaluation().normal()));
    if (normal.isEmpty() || !normal.get().isFinite()) {
      return Optional.empty();
    }
    Posterior posterior = Posterior.at(end.x(), normal.get());
    Spectrum spectrum = posterior.spectrum();
    return Optional.of(
        RunPosterior.of(
            problem.setup().control(),
            posterior,
            spectrum,
            ends.get(1).targets(),
            ends.get(0).targets().values(),
            minima(posterior, end),
            profile(posterior, spectrum, evaluator),
            draws(posterior, ends.get(1).targets(), evaluator)));
  }

  private Optional<Ensemble> draws(
      Posterior posterior, TargetJacobian atMinimum, PipelineEvaluator evaluator)
      throws IOException {
    int draws = problem.experiment().posterior().draws();
    if (draws == 0) {
      return Optional.empty();
    }
    long begun = System.nanoTime();
    Ensemble ensemble =
        new PosteriorDraws(
                problem,
                folder,
                evaluator,
                posterior,
                problem.experiment().seed(),
                mixing -> log.say(RunLog.moved(mixing)))
            .ensemble(draws, atMinimum);
    log.drawn(draws, (System.nanoTime() - begun) * 1e-9);
    return Optional.of(ensemble);
  }

  private Optional<Profile> profile(
      Posterior posterior, Spectrum spectrum, PipelineEvaluator evaluator) throws IOException {
    Experiment experiment = problem.experiment();
    if (!experiment.posterior().profile()) {
      return Optional.empty();
    }
    long begun = System.nanoTime();
    Profile profile =
        ProfileCheck.of(posterior, spectrum, experiment.minimiser().bound(), evaluator);
    log.profiled(profile, (System.nanoTime() - begun) * 1e-9);
    return Optional.of(profile);
  }

  private static Minima minima(Posterior lowest, Minimiser end) {
    List<Minimiser> searches = end instanceof MultiStart several ? several.members() : List.of(end);
    boolean[] converged = new boolean[searches.size()];
    for (int k = 0; k < converged.length; k++) {
      converged[k] = searches.get(k).converged();
    }
    return Minima.of(
        lowest,
        searches.stream().map(Minimiser::x).toList(),
        searches.stream().mapToDouble(Minimiser::cost).toArray(),
        converged);
  }

  /**
   * What the state of a run belongs to.
   *
   * @param inputs digests of the problem's files
   */
  static Map<String, String> stateDigests(Problem problem, SortedMap<String, String> inputs) {
    Experiment experiment = problem.experiment();
    Map<String, String> digests =
        new TreeMap<>(digests(problem, InputDigest.ofBlocks(experiment, inputs)));
    digests.put("problem", InputDigest.ofProblem(experiment, inputs));
    digests.put("minimiser", SearchStart.fixedSettings(experiment.minimiser()));
    return digests;
  }

  private static Map<String, String> digests(Problem problem, String blockInputs) {
    return Map.of(
        "controlVector", problem.setup().control().digest(),
        "kernels", KernelDigest.sha256(),
        "blocks", blockInputs);
  }

  private Minimiser start(Map<String, String> digests) {
    MinimiserSettings settings = problem.experiment().minimiser();
    if (resume && StoredFiles.exists(folder.state())) {
      MinimiserState state = StateFile.read(folder.state(), digests);
      return state.minimiser().withStopping(SearchStart.stopping(settings));
    }
    // a run that ended before its first state has left its experiment, and begins again
    if (resume && !StoredFiles.exists(folder.resolved())) {
      throw new InputException(
          folder.root().toString(),
          "",
          "there is no run to resume in this folder",
          "Name the folder of the interrupted run, or run without --resume");
    }
    if (!resume) {
      folder.requireNoState();
    }
    return SearchStart.of(
        settings,
        problem.setup().control().size(),
        LinearElements.eliminable(problem.setup(), settings.bound()),
        problem.experiment().seed());
  }
}
