package org.ccdas.pipelines.preview;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.lane.BlockModel;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.bethy.lane.Schedule;
import org.ccdas.bethy.table.Pathway;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.verify.check.model.CheckWorld;

/**
 * What a pass over all cells would take, from the number of lane groups and days. A group costs the
 * same however many of its lanes are taken, but for groups of 8 tiles or less, which cost a part of
 * that and are counted as whole; so groups are counted and not tiles.
 *
 * @param groups lane groups of all blocks
 * @param largest lane groups of the block that has most
 * @param blocks number of blocks
 * @param schedule days of a run
 */
record PassCost(int groups, int largest, int blocks, Schedule schedule) {
  private static final int WARM_UP = 2;
  private static final long SEED = 1;

  /**
   * The C4 grass of the checks' world is one tile: so divided, it fills a group that costs whole.
   */
  private static final int PARTS = 9;

  static PassCost of(List<LandCell> cells, int blockCells, Schedule schedule) {
    List<BlockPlan> plans = BlockPlan.deal(cells, blockCells);
    int[] groups = plans.stream().mapToInt(plan -> groups(plan.cells())).toArray();
    return new PassCost(
        Arrays.stream(groups).sum(), Arrays.stream(groups).max().orElse(0), plans.size(), schedule);
  }

  private static int groups(List<LandCell> cells) {
    long c4 = cells.stream().flatMap(cell -> cell.tiles().stream()).filter(PassCost::isC4).count();
    long all = cells.stream().mapToLong(cell -> cell.tiles().size()).sum();
    return full(c4) + full(all - c4);
  }

  private static boolean isC4(Tile tile) {
    return PlantFunctionalType.of(tile.pft()).pathway() == Pathway.C4;
  }

  private static int full(long tiles) {
    return (int) ((tiles + LaneKernel.LANES - 1) / LaneKernel.LANES);
  }

  /**
   * Seconds of a pass.
   *
   * @param secondsPerGroupDay of one thread, from {@link #measure}
   * @param workers that share the blocks
   */
  double seconds(double secondsPerGroupDay, int workers) {
    // the worker with most blocks ends last
    int turns = (blocks + workers - 1) / workers;
    double perBlock = (double) groups / blocks;
    return turns * perBlock * schedule.steps() * secondsPerGroupDay;
  }

  /**
   * Bytes of a worker thread that carries the derivatives of its largest block along, without what
   * the streams of observations keep, which only a block can tell.
   */
  long hessianBytes() {
    return BlockModel.jacobianBytes(largest, schedule, Set.of(ModelSeries.NEP, ModelSeries.NPP));
  }

  /** Bytes of a block of most groups whose run is kept for the way back of a gradient. */
  long gradientBytes() {
    return BlockModel.keptBytes((long) largest * LaneKernel.LANES, schedule, Set.of());
  }

  /**
   * Measures one thread on the small world of the checks, some seconds.
   *
   * @return seconds for a lane group and day
   */
  static double measure(Derivative derivative) {
    CheckWorld world = CheckWorld.divided(SEED, PARTS);
    LocalEvaluation evaluation = new LocalEvaluation(world.setup(), world.blocks());
    Candidate prior = new Candidate(0, new double[world.setup().control().size()], derivative);
    for (int i = 0; i < WARM_UP; i++) {
      evaluation.evaluate(prior);
    }
    long begun = System.nanoTime();
    evaluation.evaluate(prior);
    double seconds = (System.nanoTime() - begun) * 1e-9;
    long groups =
        world.blocks().stream()
            .mapToLong(
                block -> {
                  long c4 =
                      block.tiles().stream()
                          .filter(t -> PlantFunctionalType.of(t.pft()).pathway() == Pathway.C4)
                          .count();
                  return full(c4) + full(block.tiles().size() - c4);
                })
            .sum();
    return seconds / (groups * world.setup().schedule().steps());
  }
}
