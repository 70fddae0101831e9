package org.ccdas.bethy.lane;

import java.util.List;
import java.util.Map;

/**
 * The daily series of a lane group at the end of a day, with their derivatives: a row of a Jacobian
 * for every lane. The arrays are those of the running model: read them at once.
 */
public final class DailyRows {
  private final int[] components;
  private final Map<ModelSeries, double[]> values;
  private final Map<ModelSeries, double[][]> derivatives;

  /** Takes arrays and maps as they are. */
  DailyRows(
      int[] components,
      Map<ModelSeries, double[]> values,
      Map<ModelSeries, double[][]> derivatives) {
    this.components = components;
    this.values = values;
    this.derivatives = derivatives;
  }

  /** Watches the days of the window while a run advances. */
  @FunctionalInterface
  public interface Observer {
    /**
     * Called at the end of a day, when all groups have advanced.
     *
     * @param day of the window, from 0
     * @param groups in the order of the block's groups
     */
    void day(int day, List<DailyRows> groups);
  }

  /** For each direction the component of {@link org.ccdas.bethy.process.TileParameters}, rising. */
  public int[] components() {
    return components;
  }

  /**
   * The values of a series by lane, 64 of them, in {@link ModelSeries#units}.
   *
   * @throws IllegalArgumentException when the run does not carry it
   */
  public double[] value(ModelSeries series) {
    return carried(values, series);
  }

  /**
   * The derivatives of a series, {@code [direction][lane]}, per unit of the parameter.
   *
   * @throws IllegalArgumentException when the run does not carry it
   */
  public double[][] derivatives(ModelSeries series) {
    return carried(derivatives, series);
  }

  private static <T> T carried(Map<ModelSeries, T> of, ModelSeries series) {
    T found = of.get(series);
    if (found == null) {
      throw new IllegalArgumentException(series + " is not carried; there is only " + of.keySet());
    }
    return found;
  }
}
