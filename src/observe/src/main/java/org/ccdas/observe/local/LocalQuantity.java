package org.ccdas.observe.local;

import java.io.Serializable;
import org.ccdas.bethy.lane.ModelSeries;

/**
 * What a local stream observes.
 *
 * @param stream name of the stream
 * @param series daily series of the model that it is compared with
 * @param visibility when tiles are seen
 * @param leastError smallest standard error of a value that is matched to the prior run, in the
 *     units of the stream, above 0; scaling must not make errors smaller than representation allows
 */
public record LocalQuantity(
    String stream, ModelSeries series, Visibility visibility, double leastError)
    implements Serializable {
  /** Refuses series that are not daily. */
  public LocalQuantity {
    if (!(leastError > 0)) {
      throw new IllegalArgumentException(stream + " has a least error of " + leastError);
    }
    if (series.interval() != ModelSeries.Interval.DAILY) {
      throw new IllegalArgumentException(stream + " compares with the monthly series " + series);
    }
  }
}
