package org.ccdas.bethy.lane;

import java.util.List;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.process.TileTraits;

/**
 * Tiles of one photosynthetic pathway that are computed side by side.
 *
 * @param c4 the pathway
 * @param cells for each lane the index of its cell in the block
 * @param tiles for each lane the index of its tile in the block
 * @param traits for each lane what the tile is
 */
public record LaneGroup(boolean c4, int[] cells, int[] tiles, List<TileTraits> traits) {
  /** Checks the sizes. */
  public LaneGroup {
    int lanes = cells.length;
    if (lanes < 1 || lanes > LaneKernel.LANES || tiles.length != lanes || traits.size() != lanes) {
      throw new IllegalArgumentException(
          "A lane group of "
              + cells.length
              + " cells, "
              + tiles.length
              + " tiles, "
              + traits.size()
              + " traits");
    }
    traits = List.copyOf(traits);
  }

  /** Number of lanes, 1..64. */
  public int lanes() {
    return cells.length;
  }
}
