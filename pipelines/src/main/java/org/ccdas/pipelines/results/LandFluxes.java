package org.ccdas.pipelines.results;

import java.util.Arrays;
import java.util.List;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.inputs.time.MonthAxis;

/**
 * The fluxes of all cells in the window and of all tiles, joined from the blocks.
 *
 * @param land cells and tiles
 * @param months of the window
 * @param nep gC m-2 of the cell per month, [cell * months + month]; positive is uptake
 * @param gpp as {@code nep}
 * @param npp as {@code nep}
 * @param evapotranspiration mm of the cell per month, same order
 * @param topMoisture monthly mean moisture of the top layer over the vegetated part, m3 m-3, same
 *     order; NaN where nothing grows
 * @param tileGpp sum over the window, gC m-2 of the tile
 * @param tileNpp as {@code tileGpp}
 */
record LandFluxes(
    Land land,
    MonthAxis months,
    double[] nep,
    double[] gpp,
    double[] npp,
    double[] evapotranspiration,
    double[] topMoisture,
    double[] tileGpp,
    double[] tileNpp) {

  /** Joins the fluxes of all blocks, in the order of the manifest. */
  static LandFluxes of(Land land, EvaluationSetup setup, List<BlockFluxes> blocks) {
    MonthAxis window = setup.window();
    int before = setup.fluxMonths().indexOf(window.first());
    int cells = land.cells().size();
    int months = window.count();
    LandFluxes all =
        new LandFluxes(
            land,
            window,
            new double[cells * months],
            new double[cells * months],
            new double[cells * months],
            new double[cells * months],
            new double[cells * months],
            new double[land.tiles().size()],
            new double[land.tiles().size()]);
    int cell = 0;
    int tile = 0;
    for (BlockFluxes block : blocks) {
      int blockCells = block.nep().length / block.months();
      for (int c = 0; c < blockCells; c++, cell++) {
        int from = c * block.months() + before;
        System.arraycopy(block.nep(), from, all.nep, cell * months, months);
        System.arraycopy(block.gpp(), from, all.gpp, cell * months, months);
        System.arraycopy(block.npp(), from, all.npp, cell * months, months);
        System.arraycopy(
            block.evapotranspiration(), from, all.evapotranspiration, cell * months, months);
        all.meanMoisture(block, c, cell);
      }
      System.arraycopy(block.tileGpp(), 0, all.tileGpp, tile, block.tileGpp().length);
      System.arraycopy(block.tileNpp(), 0, all.tileNpp, tile, block.tileNpp().length);
      tile += block.tileGpp().length;
    }
    if (cell != cells || tile != land.tiles().size()) {
      throw new IllegalArgumentException(
          "The blocks have fluxes of "
              + cell
              + " cells and "
              + tile
              + " tiles, the land has "
              + cells
              + " and "
              + land.tiles().size());
    }
    return all;
  }

  private void meanMoisture(BlockFluxes block, int blockCell, int cell) {
    int day = blockCell * months.days();
    for (int month = 0; month < months.count(); month++) {
      int days = months.days(month);
      double mean = Arrays.stream(block.topMoisture(), day, day + days).sum() / days;
      topMoisture[cell * months.count() + month] = land.vegetated()[cell] > 0 ? mean : Double.NaN;
      day += days;
    }
  }

  /** Moisture of the top layer, mean over window and vegetated area, m3 m-3. */
  double meanTopMoisture() {
    double sum = 0;
    for (int cell = 0; cell < land.cells().size(); cell++) {
      if (land.vegetated()[cell] > 0) {
        for (int month = 0; month < months.count(); month++) {
          sum +=
              land.vegetated()[cell]
                  * months.days(month)
                  * topMoisture[cell * months.count() + month];
        }
      }
    }
    return sum / (land.vegetatedArea() * months.days());
  }
}
