package org.ccdas.observe.local;

import java.io.Serializable;
import org.ccdas.bethy.lane.ModelSeries;

/**
 * What a local stream observes.
 *
 * @param stream name of the stream
 * @param series daily series of the model that it is compared with
 * @param visibility when tiles are seen
 */
public record LocalQuantity(String stream, ModelSeries series, Visibility visibility)
    implements Serializable {
  /** Refuses series that are not daily. */
  public LocalQuantity {
    if (series.interval() != ModelSeries.Interval.DAILY) {
      throw new IllegalArgumentException(stream + " compares with the monthly series " + series);
    }
  }
}
