package org.ccdas.observe.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.land.LandCell;

/**
 * Which cells make a block.
 *
 * @param index place of the block in its manifest, from 0
 * @param cells the cells, in the order of the grid
 */
public record BlockPlan(int index, List<LandCell> cells) implements Serializable {
  /** Copies the list. */
  public BlockPlan {
    cells = new ArrayList<>(cells);
  }

  /**
   * Deals the cells out to blocks of nearly equal size, in the order of the grid, so that lanes of
   * a block see similar days.
   *
   * @param cells of the grid
   * @param size most cells of a block, at least 1
   */
  public static List<BlockPlan> deal(List<LandCell> cells, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("Blocks of " + size + " cells");
    }
    int blocks = (cells.size() + size - 1) / size;
    List<BlockPlan> plans = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      int from = (int) ((long) cells.size() * block / blocks);
      int to = (int) ((long) cells.size() * (block + 1) / blocks);
      plans.add(new BlockPlan(block, cells.subList(from, to)));
    }
    return plans;
  }
}
