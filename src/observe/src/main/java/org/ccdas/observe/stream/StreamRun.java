package org.ccdas.observe.stream;

import java.util.List;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.time.MonthAxis;

/**
 * A run as a stream sees it at its end.
 *
 * @param window the months that are observed
 * @param cells the land cells, in the order of the blocks
 * @param operator how the stream entered the cost, with everything frozen
 * @param prior at x = 0
 * @param posterior at the minimum
 */
public record StreamRun(
    MonthAxis window, List<LandCell> cells, StreamOperator operator, End prior, End posterior) {
  /**
   * One end of a run.
   *
   * @param value misfit and modelled vector
   * @param fits what the stream keeps of every block
   * @param series daily series of the cells, one after the other
   */
  public record End(StreamValue value, List<byte[]> fits, DailySeries series) {}

  /** Daily series of the cells. */
  @FunctionalInterface
  public interface DailySeries {
    /**
     * A series on every day of the window.
     *
     * @param cell index in the order of the cells
     */
    double[] of(ModelSeries series, int cell);
  }
}
