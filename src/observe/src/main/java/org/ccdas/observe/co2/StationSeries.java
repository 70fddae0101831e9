package org.ccdas.observe.co2;

import java.util.Optional;
import org.ccdas.observe.station.SampleCounts;
import org.ccdas.observe.station.StationRecord;

/**
 * The observations of one station and what becomes of them.
 *
 * @param record as in the file
 * @param screened the months of the window with their errors
 * @param used the part of these months that the misfit counts; the others are only compared with
 * @param samples what became of the single samples, when the file holds such
 */
record StationSeries(
    StationRecord record,
    ScreenedStation screened,
    StationObservations used,
    Optional<SampleCounts> samples) {
  /** Whether the misfit counts any month of the station. */
  public boolean assimilated() {
    return used.months().length > 0;
  }

  /** Code of the station. */
  public String code() {
    return screened.observations().station().code();
  }
}
