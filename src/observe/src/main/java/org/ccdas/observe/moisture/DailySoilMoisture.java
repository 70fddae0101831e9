package org.ccdas.observe.moisture;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Observed surface soil moisture of some cells over a period; missing values are NaN.
 *
 * @param first day
 * @param days number of days; 0 when nothing is used
 * @param value m3 m-3, [cell][day], 0..1
 * @param standardError total standard error, m3 m-3, [cell][day], above 0 where there is a value
 */
public record DailySoilMoisture(LocalDate first, int days, float[][] value, float[][] standardError)
    implements Serializable {
  /** Checks the sizes. */
  public DailySoilMoisture {
    if (days < 0 || value.length != standardError.length) {
      throw new IllegalArgumentException(
          days + " days, " + value.length + " and " + standardError.length + " cells");
    }
    for (int cell = 0; cell < value.length; cell++) {
      if (value[cell].length != days || standardError[cell].length != days) {
        throw new IllegalArgumentException("Cell " + cell + " has not " + days + " days");
      }
    }
  }

  /** Nothing observed yet. */
  public static DailySoilMoisture missing(int cells, LocalDate first, int days) {
    float[][] value = new float[cells][days];
    float[][] error = new float[cells][days];
    for (int cell = 0; cell < cells; cell++) {
      Arrays.fill(value[cell], Float.NaN);
      Arrays.fill(error[cell], Float.NaN);
    }
    return new DailySoilMoisture(first, days, value, error);
  }

  /** No days: soil moisture is not used. */
  public static DailySoilMoisture none(int cells) {
    return missing(cells, LocalDate.EPOCH, 0);
  }

  /** Number of cells. */
  public int cells() {
    return value.length;
  }

  /** Number of values that are there. */
  public int count() {
    int count = 0;
    for (float[] series : value) {
      for (float element : series) {
        count += Float.isNaN(element) ? 0 : 1;
      }
    }
    return count;
  }
}
