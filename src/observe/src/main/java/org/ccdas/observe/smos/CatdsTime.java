package org.ccdas.observe.smos;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.observe.satellite.EaseGridPart;

/**
 * Times of acquisition: {@code 2000-01-01 + Mean_Acq_Time_Days + Mean_Acq_Time_Seconds / 86400}
 * (spec section 19.1).
 */
final class CatdsTime {
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
  private static final double FURTHEST = 36;

  private CatdsTime() {}

  /**
   * Hours from the start of a day to each acquisition; NaN where a time is missing. Empty when the
   * file has no times.
   *
   * @param retrieved values whose times count; NaN where nothing was retrieved
   * @throws InputException when most retrievals are of another day than the name says
   */
  static Optional<float[]> read(
      NetcdfInput file, EaseGridPart grid, LocalDate date, float[] retrieved) {
    Optional<NetcdfVariable> days = file.find(CatdsVariable.ACQUISITION_DAYS);
    Optional<NetcdfVariable> seconds = file.find(CatdsVariable.ACQUISITION_SECONDS);
    if (days.isEmpty() || seconds.isEmpty()) {
      return Optional.empty();
    }
    // not by their units: the days are counted, the seconds of a day are counted
    float[] hours = grid.floats(days.get());
    float[] second = grid.floats(seconds.get());
    float start = ChronoUnit.DAYS.between(EPOCH, date);
    int count = 0;
    int astray = 0;
    for (int i = 0; i < hours.length; i++) {
      // h = 24 (day - day of the file) + s / 3600; whole days are exact in single precision
      hours[i] = 24 * (hours[i] - start) + second[i] / 3600;
      if (!Float.isNaN(retrieved[i])) {
        count++;
        astray += hours[i] >= -FURTHEST + 24 && hours[i] <= FURTHEST ? 0 : 1;
      }
    }
    if (2L * astray > count) {
      throw days.get()
          .problem(
              "says that " + astray + " of " + count + " retrievals are not of " + date,
              "Check that the file is what its name says",
              null);
    }
    return Optional.of(hours);
  }
}
