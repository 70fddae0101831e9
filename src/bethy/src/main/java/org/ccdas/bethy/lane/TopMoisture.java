package org.ccdas.bethy.lane;

import java.util.List;

/**
 * The moisture of the top layer of a lane group at the end of a day, with its derivatives. The
 * arrays are those of the running model: read them at once.
 *
 * @param components for each direction the component of {@link
 *     org.ccdas.bethy.process.TileParameters}, rising
 * @param value m3 m-3, by lane
 * @param derivatives by direction and lane
 */
public record TopMoisture(int[] components, double[] value, double[][] derivatives) {
  /** Watches the days of the window while a run advances. */
  @FunctionalInterface
  public interface Observer {
    /**
     * Called at the end of a day, when all groups have advanced.
     *
     * @param day of the window, from 0
     * @param groups in the order of the block's groups
     */
    void day(int day, List<TopMoisture> groups);
  }
}
