package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.bethy.lane.ModelSeries;

/**
 * What one run of a block gives besides the cost. Months count from the start of the last spin-up
 * pass, days from the start of the window.
 *
 * @param index of the block
 * @param months number of months
 * @param cells series of the cells: monthly ones per area of the cell, {@code [cell * months +
 *     month]}; daily ones as means over the tiles, weighted by their area, {@code [cell * days +
 *     day]}. Units are those of the {@link ModelSeries}; NEP is positive for uptake
 * @param tiles sums over the window of GPP, NPP and evapotranspiration of every tile, per area of
 *     the tile
 * @param fits what each stream of observations keeps of the run, by its name
 */
public record BlockFluxes(
    int index,
    int months,
    Map<ModelSeries, double[]> cells,
    Map<ModelSeries, double[]> tiles,
    SortedMap<String, byte[]> fits)
    implements Serializable {
  /** Copies the maps. */
  public BlockFluxes {
    cells = copy(cells);
    tiles = copy(tiles);
    fits = new TreeMap<>(fits);
  }

  private static EnumMap<ModelSeries, double[]> copy(Map<ModelSeries, double[]> series) {
    EnumMap<ModelSeries, double[]> copy = new EnumMap<>(ModelSeries.class);
    copy.putAll(series);
    return copy;
  }

  /** A series of the cells. */
  public double[] cells(ModelSeries series) {
    return found(cells, series);
  }

  /** The sum of a series over the window, of every tile. */
  public double[] tiles(ModelSeries series) {
    return found(tiles, series);
  }

  private static double[] found(Map<ModelSeries, double[]> all, ModelSeries series) {
    double[] values = all.get(series);
    if (values == null) {
      throw new IllegalArgumentException("The run kept no " + series.key());
    }
    return values;
  }

  /** What a stream keeps of the run. */
  public byte[] fit(String stream) {
    byte[] fit = fits.get(stream);
    if (fit == null) {
      throw new IllegalArgumentException("The run has no stream " + stream);
    }
    return fit;
  }
}
