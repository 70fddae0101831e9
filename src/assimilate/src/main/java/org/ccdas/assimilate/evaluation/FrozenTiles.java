package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.bethy.lane.ModelSeries;

/**
 * The tiles without carbon (spec section 12.2): those whose mean net primary production in the
 * window is below a threshold at the prior. Decided once, then frozen.
 *
 * @param withoutCarbon for each block whether its tiles are without carbon; empty before the
 *     decision, when all tiles are live
 */
public record FrozenTiles(List<boolean[]> withoutCarbon) implements Serializable {
  /** Threshold of the mean net primary production, gC m-2 yr-1. */
  public static final double THRESHOLD = 10;

  private static final double DAYS_PER_YEAR = 365.25;

  /** Copies the list. */
  public FrozenTiles {
    withoutCarbon = new ArrayList<>(withoutCarbon);
  }

  /** All tiles live. */
  public static FrozenTiles none() {
    return new FrozenTiles(List.of());
  }

  /**
   * The decision: tiles whose mean net primary production in the window is below the threshold.
   *
   * @param prior fluxes of every block at the prior, all tiles live, in the order of the blocks
   * @param windowDays days of the window
   */
  public static FrozenTiles decide(List<BlockFluxes> prior, int windowDays) {
    double years = windowDays / DAYS_PER_YEAR;
    List<boolean[]> blocks = new ArrayList<>();
    for (BlockFluxes block : prior) {
      boolean[] without = new boolean[block.tiles(ModelSeries.NPP).length];
      for (int tile = 0; tile < without.length; tile++) {
        without[tile] = block.tiles(ModelSeries.NPP)[tile] / years < THRESHOLD;
      }
      blocks.add(without);
    }
    return new FrozenTiles(blocks);
  }

  /** 1 for a live tile of a block, else 0. */
  double live(int block, int tile) {
    return !withoutCarbon.isEmpty() && withoutCarbon.get(block)[tile] ? 0 : 1;
  }

  /** Number of tiles without carbon. */
  public int count() {
    int count = 0;
    for (boolean[] block : withoutCarbon) {
      for (boolean tile : block) {
        count += tile ? 1 : 0;
      }
    }
    return count;
  }
}
