package org.ccdas.observe.local;

import java.util.Arrays;
import java.util.List;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;

/**
 * One cell of a block as a local stream sees it.
 *
 * @param id number of the cell on the model grid
 * @param groups lane group of each tile
 * @param lanes lane of each tile
 * @param seen what is observed
 * @param assimilated which of the observations enter the misfit
 * @param term the misfit to these
 */
record CellView(
    int id, int[] groups, int[] lanes, SeenDays seen, int[] assimilated, LocalTerm term) {
  /** The operator's value of every observation. */
  double[] seen(ModelSeries series, List<LaneSeries> run) {
    double[] modelled = new double[seen.series().count()];
    for (int k = 0; k < modelled.length; k++) {
      modelled[k] = value(k, series, run);
    }
    return modelled;
  }

  /**
   * The operator's value of every observation in the misfit. The operator is linear: tangents of
   * the series give tangents.
   */
  double[] modelled(ModelSeries series, List<LaneSeries> run) {
    return Arrays.stream(assimilated).mapToDouble(k -> value(k, series, run)).toArray();
  }

  private double value(int k, ModelSeries series, List<LaneSeries> run) {
    double sum = 0;
    for (int d = seen.begin()[k]; d < seen.begin()[k + 1]; d++) {
      for (int t = 0; t < groups.length; t++) {
        double weight = weight(d, t);
        if (weight > 0) {
          LaneSeries group = run.get(groups[t]);
          sum += weight * group.of(series)[seen.days()[d] * group.lanes() + lanes[t]];
        }
      }
    }
    return sum;
  }

  /**
   * Adds the derivative of the cost by the series of the tiles.
   *
   * @param bar by every observation in the misfit
   * @param bars by the series of every lane group, changed
   */
  void addSensitivities(double[] bar, ModelSeries series, List<LaneSeries> bars) {
    for (int k = 0; k < bar.length; k++) {
      int observation = assimilated[k];
      for (int d = seen.begin()[observation]; d < seen.begin()[observation + 1]; d++) {
        for (int t = 0; t < groups.length; t++) {
          LaneSeries group = bars.get(groups[t]);
          group.of(series)[seen.days()[d] * group.lanes() + lanes[t]] += weight(d, t) * bar[k];
        }
      }
    }
  }

  /** Weight of a tile on one of the days that are seen. */
  double weight(int day, int tile) {
    return seen.weights()[day * groups.length + tile];
  }
}
