package org.ccdas.pipelines.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.bench.Figure;
import org.ccdas.bench.Stopwatch;
import org.ccdas.core.evaluation.Block;
import org.ccdas.core.evaluation.BlockReference;
import org.ccdas.core.evaluation.EvaluationSetup;
import org.ccdas.core.evaluation.LocalEvaluation;
import org.ccdas.core.evaluation.Manifest;
import org.ccdas.core.minimise.Candidate;
import org.ccdas.core.minimise.Derivative;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.run.BeamSession;
import org.ccdas.pipelines.run.BlockPreparation;
import org.ccdas.pipelines.run.PipelineEvaluator;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.transforms.block.BlockCache;

/**
 * Times of whole evaluations of an experiment at its prior: in a bare loop in one thread, and
 * through Beam with one and two workers in the same JVM.
 */
public final class EvaluationBench {
  private static final List<Integer> WORKERS = List.of(1, 2);
  private static final double MEGA = 1e6;

  private final Problem problem;
  private final RunFolder folder;
  private final int repeats;
  private final List<Derivative> wanted;

  /**
   * A benchmark of a problem.
   *
   * @param folder for its blocks, which are reused when they are there
   * @param repeats warm runs of which the median is taken, at least 1
   * @param wanted what is evaluated, COST first
   */
  public EvaluationBench(Problem problem, RunFolder folder, int repeats, List<Derivative> wanted) {
    this.problem = problem;
    this.folder = folder;
    this.repeats = repeats;
    this.wanted = List.copyOf(wanted);
  }

  /** Measures; takes {@code repeats + 1} evaluations of each kind three times. */
  public List<Figure> measure() throws IOException {
    Manifest manifest = BlockPreparation.prepare(problem, folder);
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("tiles", manifest.tiles(), ""));
    figures.add(new Figure("model days", problem.setup().schedule().steps(), ""));
    Map<Derivative, Double> bare = bare(manifest);
    Map<Integer, Map<Derivative, Double>> beam = new TreeMap<>();
    for (int workers : WORKERS) {
      beam.put(workers, beam(manifest, workers));
    }
    for (Derivative kind : wanted) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      double alone = bare.get(kind);
      double one = beam.get(1).get(kind);
      double two = beam.get(2).get(kind);
      figures.add(new Figure(name + ", bare loop, one thread", alone, "s"));
      figures.add(new Figure(name + ", Beam, one worker", one, "s"));
      figures.add(new Figure(name + ", Beam, two workers", two, "s"));
      figures.add(
          new Figure(name + ", added by Beam to the bare loop", 100 * (one / alone - 1), "%"));
      figures.add(new Figure(name + ", parallel efficiency of two", 100 * one / (2 * two), "%"));
      if (kind != Derivative.COST) {
        double cost = bare.get(Derivative.COST);
        figures.add(new Figure(name + " / cost, bare loop", alone / cost, "times"));
      }
    }
    Runtime runtime = Runtime.getRuntime();
    figures.add(new Figure("heap taken from the system", runtime.totalMemory() / MEGA, "MB"));
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

  private Map<Derivative, Double> beam(Manifest manifest, int workers) throws IOException {
    EvaluationSetup setup = problem.setup();
    BeamSession session =
        BeamSession.of(problem.experiment().runner().withTargetParallelism(workers));
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
