package org.ccdas.pipelines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockBuilder;
import org.ccdas.observe.block.BlockFile;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.RunFolder;

/**
 * The numbers of one stream of an experiment. Knows no stream by its classes; arguments and results
 * are those of the JDK, so that it can be called across class loaders.
 */
public final class SingleStream {
  private static final double STEP = 1e-5;

  private SingleStream() {}

  private static Problem problem(String experiment, String data) {
    return ProblemReader.read(
        ExperimentFile.read(Location.of(experiment), Location.of(data)),
        new RunFolder(Location.of(data)),
        line -> {});
  }

  /** With what the prior decides. */
  private static EvaluationSetup frozen(Problem problem, List<Block> blocks) {
    double[] prior = new double[problem.setup().control().size()];
    return problem.setup().frozenBy(new LocalEvaluation(problem.setup(), blocks).fluxes(prior));
  }

  /** Names of the streams that are installed. */
  public static String installed() {
    return String.join(" ", ObservationStreams.names());
  }

  /**
   * Cost, modelled vector, gradient and normal system of a stream away from the prior.
   *
   * @param experiment the file
   * @param data the data folder
   * @param stream its name; others may be there
   */
  public static double[] evaluate(String experiment, String data, String stream) {
    Problem problem = problem(experiment, data);
    List<Block> blocks = blocks(problem);
    EvaluationSetup setup = frozen(problem, blocks);
    double[] x = setup.control().draw(3);
    Evaluation all =
        new LocalEvaluation(setup, blocks).evaluate(new Candidate(0, x, Derivative.HESSIAN));
    EvaluationSetup only = setup.withStreams(List.of(setup.stream(stream, StreamOperator.class)));
    Evaluation alone = new LocalEvaluation(only, blocks).gradient(x);
    NormalSystem normal = all.normal().where(group -> group.stream().equals(stream));
    return Stream.of(
            new double[] {all.stream(stream).cost(), alone.stream(stream).cost()},
            all.stream(stream).modelled(),
            alone.gradient(),
            normal.gradient(),
            normal.hessian())
        .flatMapToDouble(DoubleStream::of)
        .toArray();
  }

  /**
   * The derivative of a stream's cost in a direction: by the gradient, and by central differences.
   *
   * @param experiment the file
   * @param data the data folder
   * @param stream its name; others may be there
   */
  public static double[] directional(String experiment, String data, String stream) {
    Problem problem = problem(experiment, data);
    List<Block> blocks = blocks(problem);
    EvaluationSetup setup = frozen(problem, blocks);
    LocalEvaluation alone =
        new LocalEvaluation(
            setup.withStreams(List.of(setup.stream(stream, StreamOperator.class))), blocks);
    double[] x = setup.control().draw(3);
    double[] direction = setup.control().draw(4);
    Evaluation there = alone.gradient(x);
    double along = 0;
    for (int i = 0; i < x.length; i++) {
      // the prior's part, x, is not the stream's
      along += (there.gradient()[i] - x[i]) * direction[i];
    }
    double cost = 0;
    for (int sign : new int[] {1, -1}) {
      double[] moved = new double[x.length];
      Arrays.setAll(moved, i -> x[i] + sign * STEP * direction[i]);
      cost += sign * alone.cost(moved).stream(stream).cost();
    }
    return new double[] {along, cost / (2 * STEP)};
  }

  /** The blocks as files have them. */
  private static List<Block> blocks(Problem problem) {
    var months = problem.experiment().months();
    List<Block> blocks = new ArrayList<>();
    for (BlockPlan plan : BlockPlan.deal(problem.cells(), problem.experiment().blocks().cells())) {
      DailyForcing days =
          problem
              .forcing()
              .read(
                  plan.cells().stream().map(LandCell::cell).toList(),
                  months.firstDay(),
                  months.lastDay());
      double[] air = new double[days.days()];
      Arrays.setAll(air, day -> problem.air().ppm(days.first().plusDays(day).getYear()));
      SortedMap<String, BlockPart> parts = new TreeMap<>();
      problem.sources().forEach((name, source) -> parts.put(name, source.of(plan)));
      byte[] bytes = BlockFile.encode(BlockBuilder.build(plan, days, air, parts));
      blocks.add(BlockFile.decode("a block", bytes, ObservationStreams::format));
    }
    return blocks;
  }
}
