package org.ccdas.observe.stream;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.ccdas.bethy.lane.BlockModel;
import org.ccdas.bethy.lane.DailyRows;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.observe.block.BlockPart;

/**
 * A {@link StreamOperator} on one block: from the series of its tiles to its share and back. Made
 * by a worker's thread for itself; not thread-safe.
 */
public interface BlockOperator {
  /**
   * The share of the block in a run.
   *
   * @param x control vector of the run
   * @param run the series of every lane group
   */
  double[] share(double[] x, List<LaneSeries> run);

  /**
   * Tangent of the share.
   *
   * @param x control vector of the run
   * @param direction direction of x
   * @param run the run
   * @param dots tangents of its series
   */
  double[] shareTangent(
      double[] x, double[] direction, List<LaneSeries> run, List<LaneSeries> dots);

  /**
   * Adds the derivative of the cost by the series of the tiles.
   *
   * @param x control vector of the run
   * @param run the run
   * @param bar derivative of the cost by the summed share
   * @param bars by the series of every lane group, changed
   */
  void addSensitivities(double[] x, List<LaneSeries> run, double[] bar, List<LaneSeries> bars);

  /**
   * Adds the derivative of the cost by the control vector that does not go through the series.
   *
   * @param x control vector of the run
   * @param share of the run
   * @param bar derivative of the cost by the summed share
   * @param gradient by the control vector, changed
   */
  default void addGradient(double[] x, double[] share, double[] bar, double[] gradient) {
    // most streams see the series only
  }

  /**
   * Watches a run that carries the derivatives by all parameters along.
   *
   * @param x control vector of the run
   */
  Linearisation linearise(double[] x);

  /** Bytes that {@link #linearise} needs besides those of a forward run. */
  long linearisationBytes();

  /**
   * What results, and the decisions at the prior, need of the block; the stream alone reads it.
   *
   * @param run the run
   */
  byte[] fit(List<LaneSeries> run);

  /**
   * The part of the block with observations that a truth would give in the place of the real ones.
   *
   * @param truth run at the truth
   * @param seed of errors as the assimilation assumes them; empty for observations without errors
   */
  BlockPart observed(List<LaneSeries> truth, OptionalLong seed);

  /** What becomes of one run with derivatives. */
  interface Linearisation extends DailyRows.Observer {
    /** The monthly series whose derivatives are wanted. */
    Set<ModelSeries> monthly();

    /**
     * What the block gives besides its share, see {@link StreamOperator#jacobianLength}.
     *
     * @param run the run, at its end
     */
    double[] jacobian(BlockModel.Jacobian run);
  }
}
