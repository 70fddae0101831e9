package org.ccdas.pipelines.problem;

import java.util.Optional;
import org.ccdas.core.flask.FlaskRecord;
import org.ccdas.core.flask.SampleCounts;
import org.ccdas.core.observation.ScreenedStation;

/**
 * The observations of one station and what becomes of them.
 *
 * @param record as in the file
 * @param screened the months of the window with their errors
 * @param assimilated whether the misfit counts them; else they are only compared with
 * @param samples what became of the single samples, when the file holds such
 */
public record StationSeries(
    FlaskRecord record,
    ScreenedStation screened,
    boolean assimilated,
    Optional<SampleCounts> samples) {
  /** Code of the station. */
  public String code() {
    return screened.observations().station().code();
  }
}
