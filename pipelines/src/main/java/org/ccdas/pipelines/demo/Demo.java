package org.ccdas.pipelines.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.SoilMoistureProducts;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.config.RunnerOverride;
import org.ccdas.pipelines.ingest.GridChoice;
import org.ccdas.pipelines.ingest.IngestRun;
import org.ccdas.pipelines.ingest.ScreeningChange;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.AssimilationRun;
import org.ccdas.pipelines.run.PipelineEvaluator;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunLog;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.report.run.TwinErrors;
import org.ccdas.transforms.soilmoisture.IngestSettings;
import org.ccdas.transforms.soilmoisture.IngestSoilMoisture;
import org.ccdas.verify.world.SyntheticWorld;

/**
 * Writes a synthetic world as files, assimilates them as any others, and compares the result with
 * the truth.
 */
public final class Demo {
  private static final String EXPERIMENT = "demo.yaml";

  /** Few enough files for a demo; all phases of the three-day repeat come in turn. */
  private static final int DAYS_BETWEEN_OBSERVATIONS = 7;

  private final RunFolder folder;

  /**
   * What the demo has found.
   *
   * @param run the assimilation
   * @param twin how far it is from the truth
   */
  public record Outcome(RunOutcome run, TwinErrors twin) {}

  /** A demo that writes everything into this folder. */
  public Demo(RunFolder folder) {
    this.folder = folder;
  }

  /** Writes the experiment file and reads it, on the runner of the command line. */
  public Experiment experiment(RunnerOverride runner) throws IOException {
    Location file = folder.result(EXPERIMENT);
    try (InputStream in = Demo.class.getResourceAsStream(EXPERIMENT)) {
      StoredFiles.write(file, in.readAllBytes());
    }
    return ExperimentFile.read(file, folder.result("world"), runner);
  }

  /**
   * Writes the world and runs the experiment.
   *
   * @param resume whether to go on with the run in the folder; the world is the same
   */
  public Outcome run(Experiment experiment, boolean resume, RunLog log) throws IOException {
    SyntheticWorld.Truth truth = writeWorld(experiment, log::say);
    RunOutcome outcome =
        new AssimilationRun(ProblemReader.read(experiment, folder, log::say), folder, resume, log)
            .run();
    return new Outcome(outcome, compare(outcome, truth));
  }

  /**
   * Writes the world of the experiment and ingests what its satellite has seen.
   *
   * @param progress is told what was done
   */
  public SyntheticWorld.Truth writeWorld(Experiment experiment, Consumer<String> progress)
      throws IOException {
    SyntheticWorld world = new SyntheticWorld(folder.result("world"), experiment.seed());
    SyntheticWorld.Truth truth = world.write();
    world.writeSmos(truth, DAYS_BETWEEN_OBSERVATIONS);
    progress.accept("wrote the synthetic world into " + folder.result("world"));
    ingest(world, experiment, progress);
    return truth;
  }

  /** From the satellite files of the world to daily soil moisture on the grid of its cells. */
  private static void ingest(SyntheticWorld world, Experiment experiment, Consumer<String> progress)
      throws IOException {
    IngestSettings settings =
        IngestSettings.onto(new GridChoice(world.cells().toString()).grid())
            .withScreenings(ScreeningChange.apply(List.of(), SoilMoistureProducts.installed()))
            .withLandMask(world.smosLandMask().toString());
    JsonNode files =
        new IngestRun(
                world.smos().toString(),
                world.soilMoisture().toString(),
                settings,
                IngestSoilMoisture.MOST_QUARANTINED)
            .run(BeamSession.of(experiment.runner()))
            .path("files");
    progress.accept(
        "ingested "
            + files.path("ingested").asInt()
            + " of "
            + files.path("listed").asInt()
            + " SMOS files into "
            + world.soilMoisture());
  }

  private TwinErrors compare(RunOutcome outcome, SyntheticWorld.Truth truth) throws IOException {
    List<BlockFluxes> fluxes = new LocalEvaluation(truth.setup(), truth.blocks()).fluxes(truth.x());
    double[] exact = nep(fluxes);
    double[] posterior = outcome.minimiser().x();
    return new TwinErrors(
        rms(nep(outcome.priorFluxes()), exact),
        rms(nep(outcome.posteriorFluxes()), exact),
        rms(moisture(outcome.priorFluxes()), moisture(fluxes)),
        rms(moisture(outcome.posteriorFluxes()), moisture(fluxes)),
        gradientAtTruth(outcome, truth),
        rms(new double[posterior.length], truth.x()),
        rms(posterior, truth.x()));
  }

  /**
   * Norm of the gradient of the misfits at the truth under observations without errors, over that
   * at the prior.
   */
  private double gradientAtTruth(RunOutcome outcome, SyntheticWorld.Truth truth)
      throws IOException {
    EvaluationSetup perfect = outcome.setup().withStreams(truth.perfect().streams());
    PipelineEvaluator evaluator =
        new PipelineEvaluator(
            outcome.manifest(),
            perfect,
            BeamSession.of(outcome.problem().experiment().runner()),
            folder);
    double[] prior = new double[truth.x().length];
    var evaluations =
        evaluator.evaluate(
            List.of(
                new Candidate(0, prior, Derivative.GRADIENT),
                new Candidate(1, truth.x(), Derivative.GRADIENT)));
    folder.clearWork();
    // the gradient of the misfit to the prior is x
    return rms(evaluations.get(1).gradient(), truth.x())
        / rms(evaluations.get(0).gradient(), prior);
  }

  private static double[] nep(List<BlockFluxes> blocks) {
    return blocks.stream().flatMapToDouble(b -> Arrays.stream(b.cells(ModelSeries.NEP))).toArray();
  }

  private static double[] moisture(List<BlockFluxes> blocks) {
    return blocks.stream()
        .flatMapToDouble(b -> Arrays.stream(b.cells(ModelSeries.TOP_MOISTURE)))
        .toArray();
  }

  private static double rms(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum / a.length);
  }
}
