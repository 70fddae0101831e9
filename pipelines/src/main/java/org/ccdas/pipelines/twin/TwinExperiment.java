package org.ccdas.pipelines.twin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LinearElements;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.minimise.Eliminating;
import org.ccdas.assimilate.minimise.GaussNewton;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.assimilate.minimise.StoppingRule;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.Manifest;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.config.MinimiserSettings;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.run.BlockPreparation;
import org.ccdas.pipelines.run.KernelDigest;
import org.ccdas.pipelines.run.PipelineEvaluator;
import org.ccdas.pipelines.run.PriorPass;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.verify.twin.PerfectTwin;
import org.ccdas.verify.twin.TwinDraw;
import org.ccdas.verify.twin.TwinFile;
import org.ccdas.verify.twin.TwinPlan;
import org.ccdas.verify.twin.TwinSearch;

/**
 * The twin experiments of spec section 18.8 on a problem: perfect data without and with the prior,
 * then draws with noise. Real observations lend their places, days and errors only.
 */
public final class TwinExperiment {
  private static final double PERFECT_DISTANCE = 1e-16;

  private final Problem problem;
  private final TwinFolder folder;
  private final boolean resume;
  private final Consumer<String> progress;

  /**
   * Twins of a problem.
   *
   * @param resume whether to go on with the draws in the folder
   * @param progress is told of every twin, in a line
   */
  public TwinExperiment(
      Problem problem, TwinFolder folder, boolean resume, Consumer<String> progress) {
    this.problem = problem;
    this.folder = folder;
    this.resume = resume;
    this.progress = progress;
  }

  /**
   * Runs all twins that are not done.
   *
   * @param seed of the first truth; the others count on
   * @param draws number of draws with noise, at least 1
   * @throws InputException when the problem has observations that no truth gives, or the folder has
   *     twins that are not resumed or not these
   */
  public TwinFindings run(long seed, int draws) throws IOException {
    problem.setup().streams().forEach(StreamOperator::requireObservable);
    if (!resume) {
      folder.requireNoPlan();
    }
    folder.create();
    ExperimentFile.write(problem.experiment(), folder.run().resolved());
    BeamSession session = BeamSession.of(problem.experiment().runner());
    Manifest manifest = BlockPreparation.prepare(problem, folder.run());
    PriorPass prior = PriorPass.over(problem, folder.run()).orElseThrow();
    EvaluationSetup setup = prior.evaluator().setup();
    double[] origin = new double[setup.control().size()];
    Posterior atPrior = Posterior.at(origin, prior.evaluate(Derivative.HESSIAN).normal());
    TwinPlan plan = TwinPlan.of(setup.control(), atPrior, seed, draws);
    keep(plan, manifest, setup);
    TwinWorld world = new TwinWorld(manifest, prior.evaluator(), session, folder.observed());
    try {
      return twins(plan, world, setup);
    } finally {
      folder.observed().delete();
      folder.run().clearWork();
    }
  }

  /** Writes the plan, or makes sure that it is the one of the twins in the folder. */
  private void keep(TwinPlan plan, Manifest manifest, EvaluationSetup setup) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    settings.put("blocks", manifest.inputs());
    settings.put("controlVector", setup.control().digest());
    settings.put("kernels", KernelDigest.sha256());
    settings.put("minimiser", search(1).toString());
    byte[] bytes = TwinPlanFile.of(plan, settings).encode();
    Location file = folder.plan();
    if (!StoredFiles.exists(file)) {
      StoredFiles.write(file, bytes);
    } else if (!Arrays.equals(bytes, StoredFiles.read(file))) {
      throw new InputException(
          file.toString(),
          "",
          "these twins were planned for other seeds, inputs or settings",
          "Resume with the same ones, or choose another folder for --out");
    }
  }

  private TwinFindings twins(TwinPlan plan, TwinWorld world, EvaluationSetup setup)
      throws IOException {
    TwinLines lines = new TwinLines(progress);
    lines.plan(plan, problem.counted(), setup.control().size());
    List<TwinFile.Draw> draws = new ArrayList<>();
    for (long seed : plan.seeds()) {
      TwinFile.Draw draw = draw(seed, plan, world, setup);
      lines.draw(draw, draws.size() + 1, plan.seeds().size());
      draws.add(draw);
      TwinTable.write(plan, setup.control(), draws, folder);
    }
    List<TwinFile.Perfect> perfect = new ArrayList<>();
    for (PerfectCase wanted : PerfectCase.ALL) {
      TwinFile.Perfect twin = perfect(wanted, plan.seeds().get(0), world, setup);
      lines.perfect(twin);
      perfect.add(twin);
    }
    TwinFindings findings =
        new TwinFindings(problem.experiment().title(), problem.counted(), plan, perfect, draws);
    TwinSummary.write(findings, folder.summary());
    TwinPictures.write(findings, folder);
    lines.end(findings);
    return findings;
  }

  private TwinFile.Perfect perfect(
      PerfectCase wanted, long seed, TwinWorld world, EvaluationSetup setup) throws IOException {
    Location file = folder.perfect(wanted);
    if (StoredFiles.exists(file)) {
      return TwinFile.decode(file.toString(), StoredFiles.read(file), TwinFile.Perfect.class);
    }
    long begun = System.nanoTime();
    double[] truth = MathArrays.scale(wanted.scale(), setup.control().draw(seed));
    PipelineEvaluator cost = world.perfect(truth);
    GaussNewton.Settings search = search(PERFECT_DISTANCE);
    TwinSearch found =
        wanted.withPrior()
            ? TwinSearch.run(cost::evaluate, start(setup, search))
            : TwinSearch.withoutPrior(
                cost::evaluate, GaussNewton.start(new double[truth.length], search));
    PerfectTwin judged =
        wanted.withPrior()
            ? PerfectTwin.withPrior(found, truth)
            : PerfectTwin.withoutPrior(found, truth);
    TwinFile.Perfect twin = TwinFile.Perfect.of(judged, wanted.scale(), seconds(begun));
    StoredFiles.write(file, TwinFile.encode(twin));
    return twin;
  }

  private TwinFile.Draw draw(long seed, TwinPlan plan, TwinWorld world, EvaluationSetup setup)
      throws IOException {
    Location file = folder.draw(seed);
    if (StoredFiles.exists(file)) {
      return TwinFile.decode(file.toString(), StoredFiles.read(file), TwinFile.Draw.class);
    }
    long begun = System.nanoTime();
    double[] truth = setup.control().draw(seed);
    PipelineEvaluator cost = world.noisy(truth, seed);
    double tolerance = problem.experiment().minimiser().distanceTolerance();
    TwinSearch found = TwinSearch.run(cost::evaluate, start(setup, search(tolerance)));
    double costAtTruth =
        cost.evaluate(List.of(new Candidate(0, truth, Derivative.COST))).get(0).cost();
    TwinDraw judged = TwinDraw.of(plan, seed, truth, costAtTruth, found);
    TwinFile.Draw draw = TwinFile.Draw.of(judged, seconds(begun));
    StoredFiles.write(file, TwinFile.encode(draw));
    return draw;
  }

  /** From the prior; with the misfit to it linear elements need no search. */
  private static Minimiser start(EvaluationSetup setup, GaussNewton.Settings search) {
    return Eliminating.of(
        LinearElements.eliminable(setup, search.bound()),
        new double[setup.control().size()],
        x -> GaussNewton.start(x, search));
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) * 1e-9;
  }

  /** Gauss-Newton in the box of the experiment, to this squared distance of the minimum. */
  private GaussNewton.Settings search(double distance) {
    MinimiserSettings settings = problem.experiment().minimiser();
    return new GaussNewton.Settings(
        settings.damping(),
        settings.bound(),
        distance,
        new StoppingRule(0, 0, settings.maxIterations(), settings.maxEvaluations()));
  }
}
