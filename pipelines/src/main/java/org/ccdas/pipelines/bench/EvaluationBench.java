package org.ccdas.pipelines.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.block.Manifest;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.run.BlockPreparation;
import org.ccdas.pipelines.run.PipelineEvaluator;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.block.BlockCache;
import org.ccdas.verify.benchmark.Figure;
import org.ccdas.verify.benchmark.Stopwatch;

/**
 * Times of whole evaluations of an experiment at its prior: in a bare loop in one thread, and
 * through Beam with other numbers of workers, in the same JVM.
 */
public final class EvaluationBench {
  private static final double MEGA = 1e6;

  private final Problem problem;
  private final RunFolder folder;
  private final int repeats;
  private final boolean bareLoop;
  private final List<Integer> workers;
  private final List<Derivative> wanted;

  /**
   * A benchmark of a problem.
   *
   * @param folder for its blocks, which are reused when they are there
   * @param repeats warm runs of which the median is taken, at least 1
   * @param bareLoop whether the bare loop is measured too
   * @param workers numbers of workers to measure, different ones
   * @param wanted what is evaluated, COST first
   */
  public EvaluationBench(
      Problem problem,
      RunFolder folder,
      int repeats,
      boolean bareLoop,
      List<Integer> workers,
      List<Derivative> wanted) {
    this.problem = problem;
    this.folder = folder;
    this.repeats = repeats;
    this.bareLoop = bareLoop;
    this.workers = List.copyOf(workers);
    this.wanted = List.copyOf(wanted);
  }

  /** Measures; takes {@code repeats + 1} evaluations of each kind in each way. */
  public List<Figure> measure() throws IOException {
    Manifest manifest = BlockPreparation.prepare(problem, folder);
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("tiles", manifest.tiles(), ""));
    figures.add(new Figure("model days", problem.setup().schedule().steps(), ""));
    Map<Derivative, Double> bare = bareLoop ? bare(manifest) : Map.of();
    SortedMap<Integer, Map<Derivative, Double>> beam = new TreeMap<>();
    for (int number : workers) {
      beam.put(number, beam(manifest, number));
    }
    for (Derivative kind : wanted) {
      figures.addAll(figures(kind, bare, beam));
    }
    Runtime runtime = Runtime.getRuntime();
    figures.add(new Figure("heap taken from the system", runtime.totalMemory() / MEGA, "MB"));
    return figures;
  }

  /** Times of one kind of evaluation, and what they say of each other. */
  private static List<Figure> figures(
      Derivative kind,
      Map<Derivative, Double> bare,
      SortedMap<Integer, Map<Derivative, Double>> beam) {
    List<Figure> figures = new ArrayList<>();
    String name = kind.name().toLowerCase(Locale.ROOT);
    Double alone = bare.get(kind);
    Double one = beam.getOrDefault(1, Map.of()).get(kind);
    if (alone != null) {
      figures.add(new Figure(name + ", bare loop, one thread", alone, "s"));
    }
    beam.forEach(
        (number, times) ->
            figures.add(new Figure(name + ", Beam, workers: " + number, times.get(kind), "s")));
    if (alone != null && one != null) {
      figures.add(
          new Figure(name + ", added by Beam to the bare loop", 100 * (one / alone - 1), "%"));
    }
    if (one != null) {
      beam.tailMap(2)
          .forEach(
              (number, times) ->
                  figures.add(
                      new Figure(
                          name + ", parallel efficiency of " + number,
                          100 * one / (number * times.get(kind)),
                          "%")));
    }
    if (alone != null && kind != Derivative.COST) {
      double cost = bare.get(Derivative.COST);
      figures.add(new Figure(name + " / cost, bare loop", alone / cost, "times"));
    }
    return figures;
  }

  private Candidate candidate(Derivative kind) {
    return new Candidate(0, new double[problem.setup().control().size()], kind);
  }

  private Map<Derivative, Double> bare(Manifest manifest) throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (BlockReference reference : manifest.blocks()) {
      blocks.add(BlockCache.shared().get(reference));
    }
    LocalEvaluation evaluation = new LocalEvaluation(problem.setup(), blocks);
    Map<Derivative, Double> seconds = new EnumMap<>(Derivative.class);
    for (Derivative kind : wanted) {
      seconds.put(kind, Stopwatch.median(repeats, () -> evaluation.evaluate(candidate(kind))));
    }
    return seconds;
  }

  private Map<Derivative, Double> beam(Manifest manifest, int number) throws IOException {
    EvaluationSetup setup = problem.setup();
    BeamSession session =
        BeamSession.of(problem.experiment().runner().withTargetParallelism(number));
    PipelineEvaluator evaluator = new PipelineEvaluator(manifest, setup, session, folder);
    Map<Derivative, Double> seconds = new EnumMap<>(Derivative.class);
    for (Derivative kind : wanted) {
      seconds.put(
          kind, Stopwatch.median(repeats, () -> evaluator.evaluate(List.of(candidate(kind)))));
    }
    folder.clearWork();
    return seconds;
  }
}
