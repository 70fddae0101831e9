package org.ccdas.verify.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of points and blocks, each in a JVM of its own with the flags of this one.
 */
public final class KernelBench {
  private static final int POINT_WARM_UP = 5;
  private static final int POINT_MEASUREMENTS = 7;
  private static final int BLOCK_WARM_UP = 6;
  private static final int BLOCK_MEASUREMENTS = 7;

  private KernelBench() {}

  /** One thread over one sunlit point, and the peer in C. */
  public static List<Figure> points() throws IOException {
    Map<String, Double> times =
        run(
            PointBenchmark.class,
            new OptionsBuilder()
                .warmupIterations(POINT_WARM_UP)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(POINT_MEASUREMENTS)
                .measurementTime(TimeValue.milliseconds(500)));
    List<Figure> figures = new ArrayList<>();
    for (String pathway : List.of("C3", "C4")) {
      double forward = times.get("forward " + pathway);
      double adjoint = times.get("adjoint " + pathway);
      double jacobian = times.get("jacobian " + pathway);
      double lone = times.get("forwardOfOneLane " + pathway);
      figures.add(new Figure(pathway + " point, forward", forward, "ns"));
      figures.add(new Figure(pathway + " point, adjoint with its forward part", adjoint, "ns"));
      figures.add(new Figure(pathway + " point, values and all partials", jacobian, "ns"));
      figures.add(new Figure(pathway + " one lane alone / a lane of 64", lone / forward, "times"));
    }
    Optional<PointInC> peer = PointInC.measure();
    if (peer.isPresent()) {
      double nanoseconds = peer.get().nanoseconds();
      figures.add(new Figure("C3 point in C, " + PointInC.compiler(), nanoseconds, "ns"));
      figures.add(
          new Figure("C3 point, ours / in C", times.get("forward C3") / nanoseconds, "times"));
      figures.add(
          new Figure("C3 point in C, largest relative error", peer.get().largestError(), ""));
    }
    return figures;
  }

  /** One thread over one block for a year. */
  public static List<Figure> blocks() {
    Map<String, Double> times =
        run(
            BlockBenchmark.class,
            new OptionsBuilder()
                .warmupIterations(BLOCK_WARM_UP)
                .measurementIterations(BLOCK_MEASUREMENTS));
    BenchWorld world = BenchWorld.of(BlockBenchmark.CELLS);
    double cost = times.get("cost");
    double gradient = times.get("gradient");
    double hessian = times.get("hessian");
    String block =
        BlockBenchmark.CELLS + " cells, " + world.block().tiles().size() + " tiles, 1 year: ";
    double kilo = world.tileDays();
    return List.of(
        new Figure(block + "cost", cost, "ms"),
        new Figure(block + "cost and gradient", gradient, "ms"),
        new Figure(block + "cost, gradient and Hessian", hessian, "ms"),
        new Figure("tile-days a second, cost", kilo / cost * 1e3, ""),
        new Figure("tile-days a second, cost and gradient", kilo / gradient * 1e3, ""),
        new Figure("a tile and hour, cost", cost * 1e6 / kilo / 24, "ns"),
        new Figure("cost and gradient / cost", gradient / cost, "times"),
        new Figure("with Hessian / cost", hessian / cost, "times"),
        new Figure("with Hessian / cost and gradient", hessian / gradient, "times"));
  }

  /** Median times by method and parameter. */
  private static Map<String, Double> run(Class<?> benchmark, ChainedOptionsBuilder options) {
    Map<String, Double> times = new LinkedHashMap<>();
    try {
      for (RunResult result :
          new Runner(
                  options
                      .include(benchmark.getName() + "\\.")
                      .forks(1)
                      .threads(1)
                      .shouldFailOnError(true)
                      .verbosity(VerboseMode.SILENT)
                      .build())
              .run()) {
        String method = result.getPrimaryResult().getLabel();
        String pathway = result.getParams().getParam("pathway");
        times.put(
            pathway == null ? method : method + " " + pathway,
            result.getPrimaryResult().getStatistics().getPercentile(50));
      }
    } catch (RunnerException e) {
      throw new IllegalStateException("The benchmark " + benchmark.getName() + " failed", e);
    }
    return times;
  }
}
