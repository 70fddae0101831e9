package org.ccdas.pipelines.results;

import java.util.Arrays;
import java.util.List;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.bethy.lane.ModelSeries;
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
      int blockCells = block.cells(ModelSeries.NEP).length / block.months();
      for (int c = 0; c < blockCells; c++, cell++) {
        int from = c * block.months() + before;
        int to = cell * months;
        System.arraycopy(block.cells(ModelSeries.NEP), from, all.nep, to, months);
        System.arraycopy(block.cells(ModelSeries.GPP), from, all.gpp, to, months);
        System.arraycopy(block.cells(ModelSeries.NPP), from, all.npp, to, months);
        System.arraycopy(
            block.cells(ModelSeries.EVAPOTRANSPIRATION), from, all.evapotranspiration, to, months);
        all.meanMoisture(block, c, cell);
      }
      double[] gpp = block.tiles(ModelSeries.GPP);
      System.arraycopy(gpp, 0, all.tileGpp, tile, gpp.length);
      System.arraycopy(block.tiles(ModelSeries.NPP), 0, all.tileNpp, tile, gpp.length);
      tile += gpp.length;
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
    double[] moisture = block.cells(ModelSeries.TOP_MOISTURE);
    int day = blockCell * months.days();
    for (int month = 0; month < months.count(); month++) {
      int days = months.days(month);
      double mean = Arrays.stream(moisture, day, day + days).sum() / days;
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
