package org.ccdas.observe.co2;

import java.io.Serializable;

/**
 * A station's observations and whether they may be assimilated.
 *
 * @param observations values and errors in the window, also of a station that is not usable, for
 *     comparison
 * @param residual rms residual of the seasonal fit, ppm; NaN when there are too few months for it
 * @param meanStandardDeviation mean of the standard deviations that the file gives, ppm; NaN when
 *     it gives none
 * @param lagOneCorrelation correlation of the residuals of consecutive months; NaN when unknown
 * @param reason why the station is not usable; empty when it is
 */
public record ScreenedStation(
    StationObservations observations,
    double residual,
    double meanStandardDeviation,
    double lagOneCorrelation,
    String reason)
    implements Serializable {
  /** Whether the station has enough months in every year. */
  public boolean usable() {
    return reason.isEmpty();
  }
}
