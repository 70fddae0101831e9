package org.ccdas.pipelines.results;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.assimilate.evaluation.FrozenTiles;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.pipelines.run.RunOutcome;

/**
 * The land of a run, cells and tiles in the order in which the blocks hold them.
 *
 * @param cells the cells
 * @param tiles their tiles, cell by cell, those that cover nothing left out as in the blocks
 * @param vegetated vegetated area of each cell, m2
 */
record Land(List<LandCell> cells, List<CoveredArea> tiles, double[] vegetated) {
  /**
   * A tile's area.
   *
   * @param cell index of its cell
   * @param pft number of its plant functional type
   * @param area m2
   * @param withoutCarbon whether its carbon fluxes are set to zero (spec section 12.2)
   */
  record CoveredArea(int cell, int pft, double area, boolean withoutCarbon) {}

  /** The land of a run. */
  static Land of(RunOutcome outcome) {
    List<LandCell> cells = outcome.problem().cells();
    return of(cells, outcome.problem().experiment().blocks().cells(), outcome.setup().frozen());
  }

  /**
   * The land of these cells.
   *
   * @param blockCells most cells of a block
   * @param frozen tiles without carbon, by block
   */
  static Land of(List<LandCell> cells, int blockCells, FrozenTiles frozen) {
    List<CoveredArea> tiles = new ArrayList<>();
    double[] vegetated = new double[cells.size()];
    int cell = 0;
    for (BlockPlan block : BlockPlan.deal(cells, blockCells)) {
      int inBlock = 0;
      for (LandCell land : block.cells()) {
        for (Tile tile : land.tiles()) {
          if (tile.fraction() > 0) {
            double area = tile.fraction() * land.cell().area();
            boolean without =
                !frozen.withoutCarbon().isEmpty()
                    && frozen.withoutCarbon().get(block.index())[inBlock];
            tiles.add(new CoveredArea(cell, tile.pft(), area, without));
            vegetated[cell] += area;
            inBlock++;
          }
        }
        cell++;
      }
    }
    return new Land(cells, List.copyOf(tiles), vegetated);
  }

  /** Vegetated area of all cells, m2. */
  double vegetatedArea() {
    return tiles.stream().mapToDouble(CoveredArea::area).sum();
  }

  /** Area of a cell, m2. */
  double area(int cell) {
    return cells.get(cell).cell().area();
  }

  /** Share of the vegetated area whose carbon fluxes are set to zero. */
  double shareWithoutCarbon() {
    double without =
        tiles.stream().filter(CoveredArea::withoutCarbon).mapToDouble(CoveredArea::area).sum();
    return without / vegetatedArea();
  }
}
