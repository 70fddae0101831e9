package org.ccdas.observe.flask;

import java.io.Serializable;
import java.time.YearMonth;

/**
 * The monthly mean of one station and month.
 *
 * @param month calendar month
 * @param co2 dry-air mole fraction, ppm; NaN when missing
 * @param samples number of samples in the mean; -1 when not given
 * @param standardDeviation standard deviation of the samples, ppm; NaN when not given
 * @param flag quality flag as in the file, {@link #NO_FLAG} when not given; a first character other
 *     than {@code .} rejects the value
 */
public record FlaskMonth(
    YearMonth month, double co2, int samples, double standardDeviation, String flag)
    implements Serializable {
  /** What files write where no flag is given. */
  public static final String NO_FLAG = "-99";

  /** A mean without number of samples, standard deviation and flag. */
  public static FlaskMonth of(YearMonth month, double co2) {
    return new FlaskMonth(month, co2, -1, Double.NaN, NO_FLAG);
  }

  /** Whether there is a value and its flag does not reject it. */
  public boolean valid() {
    return !Double.isNaN(co2) && (flag.equals(NO_FLAG) || flag.startsWith("."));
  }
}
