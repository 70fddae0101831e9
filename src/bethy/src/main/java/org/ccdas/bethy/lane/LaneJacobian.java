package org.ccdas.bethy.lane;

import java.util.EnumMap;
import java.util.Map;

/**
 * The derivatives of monthly series of a lane group by the parameters of its lanes. Element
 * (direction d, month m, lane l) of a series stands at {@code [d][m * lanes + l]}; units are those
 * of {@link ModelSeries#units} per unit of the parameter.
 */
public final class LaneJacobian {
  private final int lanes;
  private final int[] components;
  private final Map<ModelSeries, double[][]> derivatives;

  LaneJacobian(int lanes, int[] components, Map<ModelSeries, double[][]> derivatives) {
    this.lanes = lanes;
    this.components = components;
    this.derivatives = new EnumMap<>(ModelSeries.class);
    this.derivatives.putAll(derivatives);
  }

  /** Number of lanes. */
  public int lanes() {
    return lanes;
  }

  /**
   * For each direction the component of {@link org.ccdas.bethy.process.TileParameters}, rising; the
   * array itself.
   */
  public int[] components() {
    return components;
  }

  /**
   * The derivatives of a series, by direction.
   *
   * @throws IllegalArgumentException when it was not asked for
   */
  public double[][] of(ModelSeries series) {
    double[][] rows = derivatives.get(series);
    if (rows == null) {
      throw new IllegalArgumentException(
          "Derivatives of "
              + series
              + " were not asked for; there are only those of "
              + derivatives.keySet());
    }
    return rows;
  }
}
