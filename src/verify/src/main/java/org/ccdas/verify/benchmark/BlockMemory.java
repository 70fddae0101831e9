package org.ccdas.verify.benchmark;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccdas.assimilate.evaluation.BlockEvaluator;

/** What one worker thread holds while a block waits for its adjoint, by size of the block. */
public final class BlockMemory {
  private static final int[] CELLS = {16, 43, 128};
  private static final double MEGA = 1e6;
  private static final int SETTLE = 3;

  private BlockMemory() {}

  /**
   * Bytes that are reachable: the block, its evaluator, and a forward run kept for the adjoint; and
   * what a pass with the Hessian takes beyond the block ({@link BlockEvaluator#jacobianBytes}).
   */
  public static List<Figure> measure() {
    List<Figure> figures = new ArrayList<>();
    for (int cells : CELLS) {
      long before = reachable();
      BenchWorld world = BenchWorld.of(cells);
      BlockEvaluator evaluator = new BlockEvaluator(world.block(), world.setup());
      double[] x = new double[world.setup().control().size()];
      BlockEvaluator.Run run = evaluator.forward(x, true);
      long held = reachable() - before;
      Reference.reachabilityFence(run);
      Reference.reachabilityFence(evaluator);
      figures.add(
          new Figure(
              String.format(
                  Locale.ROOT,
                  "held for %d cells, %d tiles, 1 year",
                  cells,
                  world.block().tiles().size()),
              held / MEGA,
              "MB"));
      figures.add(new Figure("  of it a tile and day", (double) held / world.tileDays(), "bytes"));
      figures.add(
          new Figure("  a pass with Hessian takes", evaluator.jacobianBytes() / MEGA, "MB"));
    }
    return figures;
  }

  private static long reachable() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < SETTLE; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
