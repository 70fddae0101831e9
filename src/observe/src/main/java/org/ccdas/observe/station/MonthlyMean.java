package org.ccdas.observe.station;

import java.io.Serializable;
import java.time.YearMonth;

/**
 * The monthly mean of one station and month.
 *
 * @param month calendar month
 * @param co2 dry-air mole fraction, ppm; NaN when missing
 * @param samples number of samples in the mean; -1 when not given
 * @param standardDeviation standard deviation of the samples, ppm; NaN when not given
 * @param flag quality flag as in the file, {@link #NO_FLAG} when not given
 * @param quality what the flag says
 */
public record MonthlyMean(
    YearMonth month,
    double co2,
    int samples,
    double standardDeviation,
    String flag,
    Quality quality)
    implements Serializable {
  /** What files write where no flag is given. */
  public static final String NO_FLAG = "-99";

  /** A good mean without flag. */
  public static MonthlyMean of(YearMonth month, double co2, int samples, double standardDeviation) {
    return new MonthlyMean(month, co2, samples, standardDeviation, NO_FLAG, Quality.GOOD);
  }

  /** A good mean without number of samples, standard deviation and flag. */
  public static MonthlyMean of(YearMonth month, double co2) {
    return of(month, co2, -1, Double.NaN);
  }

  /** Whether there is a value and its flag does not reject it. */
  public boolean valid() {
    return !Double.isNaN(co2) && usable();
  }

  /** Whether the flag does not reject the value; means of all valid air are used. */
  boolean usable() {
    return quality == Quality.GOOD || quality == Quality.NOT_BACKGROUND;
  }
}
