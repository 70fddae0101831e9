package org.ccdas.observe.block;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;

/** Puts blocks together. */
public final class BlockBuilder {
  private BlockBuilder() {}

  /**
   * A block of these cells.
   *
   * @param plan the cells
   * @param forcing of the plan's cells, in their order
   * @param co2 of the air by day of the forcing, umol mol-1
   * @param parts of the streams of observations, by name
   */
  public static Block build(
      BlockPlan plan, DailyForcing forcing, double[] co2, SortedMap<String, BlockPart> parts) {
    List<BlockCell> cells = new ArrayList<>();
    List<BlockTile> tiles = new ArrayList<>();
    for (int c = 0; c < plan.cells().size(); c++) {
      LandCell land = plan.cells().get(c);
      cells.add(
          new BlockCell(
              land.cell().id(),
              land.cell().lat(),
              land.cell().lon(),
              land.elevation(),
              land.cell().area()));
      for (Tile tile : land.tiles()) {
        if (tile.fraction() > 0) {
          tiles.add(new BlockTile(c, tile.pft(), tile.fraction(), tile.texture()));
        }
      }
    }
    return new Block(
        plan.index(),
        cells,
        tiles,
        forcing.first(),
        forcing.tmin(),
        forcing.tmax(),
        forcing.precipitation(),
        forcing.shortwave(),
        co2,
        parts);
  }
}
