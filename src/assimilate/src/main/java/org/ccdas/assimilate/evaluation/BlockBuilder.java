package org.ccdas.assimilate.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.observe.moisture.DailySoilMoisture;
import org.ccdas.transport.CellRegions;
import org.ccdas.transport.Response;

/** Puts blocks together. */
public final class BlockBuilder {
  private BlockBuilder() {}

  /**
   * A block of these cells.
   *
   * @param plan the cells
   * @param forcing of the plan's cells, in their order
   * @param co2 of the air by day of the forcing, umol mol-1
   * @param response of all stations to all transport regions; the block keeps what its cells touch
   * @throws org.ccdas.inputs.InputException when a cell touches no transport region
   */
  public static Block build(BlockPlan plan, DailyForcing forcing, double[] co2, Response response) {
    return build(plan, forcing, co2, response, DailySoilMoisture.none(plan.cells().size()));
  }

  /**
   * As above, with soil moisture.
   *
   * @param moisture observed in the plan's cells, in their order
   */
  public static Block build(
      BlockPlan plan,
      DailyForcing forcing,
      double[] co2,
      Response response,
      DailySoilMoisture moisture) {
    List<LatLonBox> boxes = plan.cells().stream().map(cell -> cell.cell().box()).toList();
    CellRegions regions = CellRegions.of(response.source(), boxes, response.regions());
    int[] touched = regions.touched();
    List<BlockCell> cells = new ArrayList<>();
    List<BlockTile> tiles = new ArrayList<>();
    for (int c = 0; c < plan.cells().size(); c++) {
      LandCell land = plan.cells().get(c);
      int[] local =
          Arrays.stream(regions.regions(c)).map(r -> Arrays.binarySearch(touched, r)).toArray();
      cells.add(
          new BlockCell(
              land.cell().id(),
              land.cell().lat(),
              land.cell().lon(),
              land.elevation(),
              land.cell().area(),
              local,
              regions.shares(c)));
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
        response.restrictedTo(touched),
        moisture);
  }
}
