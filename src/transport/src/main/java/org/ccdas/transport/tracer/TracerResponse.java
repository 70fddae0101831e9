package org.ccdas.transport.tracer;

import java.util.Arrays;
import java.util.List;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.StartMonths;
import org.ccdas.transport.TransportRegion;

/** Puts the responses of the twelve months together, and says how well mixed their end is. */
public final class TracerResponse {
  private TracerResponse() {}

  /** The response of these receptors to the columns of the grid, in this process. */
  public static Response of(TracerModel model, List<Receptor> receptors, int lags) {
    double[] values = empty(model.grid(), receptors, lags);
    for (int month = 1; month <= 12; month++) {
      put(values, 0, receptors.size(), MonthResponse.of(model, receptors, month, lags));
    }
    return assemble(model.name(), model.grid(), receptors, lags, values);
  }

  /** Room for all values, [receptor][start][lag][region]. */
  public static double[] empty(TracerGrid grid, List<Receptor> receptors, int lags) {
    return new double[Math.multiplyExact(receptors.size() * 12 * lags, grid.columns())];
  }

  /**
   * Puts the response of one month to its place.
   *
   * @param values from {@link #empty}
   * @param first index of the first of the part's receptors
   * @param count number of the part's receptors
   */
  public static void put(double[] values, int first, int count, MonthResponse part) {
    int lags = part.values().length;
    int columns = part.values()[0].length / count;
    for (int s = 0; s < count; s++) {
      for (int lag = 0; lag < lags; lag++) {
        int start = Math.floorMod(part.month() - 1 - lag, 12);
        int to = (((first + s) * 12 + start) * lags + lag) * columns;
        for (int column = 0; column < columns; column++) {
          values[to + column] = part.values()[lag][column * count + s];
        }
      }
    }
  }

  /** The response of filled values. */
  public static Response assemble(
      String source, TracerGrid grid, List<Receptor> receptors, int lags, double[] values) {
    double[] duration = new double[12];
    Arrays.fill(duration, 1.0 / 12);
    List<TransportRegion> regions = TracerRegions.of(grid);
    return new Response(
        source, receptors, regions, new StartMonths.Seasonal(), lags, duration, values);
  }

  /** Largest relative departure from the well-mixed limit at the last lag. */
  public static double tailError(Response response) {
    double worst = 0;
    for (int s = 0; s < response.receptors().size(); s++) {
      for (int start = 0; start < 12; start++) {
        double limit = TracerModel.perKilogram() * response.duration(start);
        for (int region = 0; region < response.regions().size(); region++) {
          double value = response.value(s, start, response.lags() - 1, region);
          worst = Math.max(worst, Math.abs(value / limit - 1));
        }
      }
    }
    return worst;
  }
}
