package org.ccdas.inputs.forcing;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Daily weather of a list of cells (spec section 4.4). The arrays are indexed [cell][day] and are
 * not copied: whoever holds them must not change them.
 *
 * @param first first day
 * @param days number of days, at least 1
 * @param tmin minimum air temperature, degC
 * @param tmax maximum air temperature, degC
 * @param precipitation mm d-1
 * @param shortwave downward shortwave radiation at the surface, mean over 24 h, W m-2
 */
public record DailyForcing(
    LocalDate first,
    int days,
    float[][] tmin,
    float[][] tmax,
    float[][] precipitation,
    float[][] shortwave)
    implements Serializable {
  /** Checks the shapes. */
  public DailyForcing {
    if (days < 1) {
      throw new IllegalArgumentException("A forcing needs at least one day, got " + days);
    }
    for (float[][] field : new float[][][] {tmin, tmax, precipitation, shortwave}) {
      if (field.length != tmin.length) {
        throw new IllegalArgumentException("Fields of " + tmin.length + ", " + field.length);
      }
      for (float[] cell : field) {
        if (cell.length != days) {
          throw new IllegalArgumentException(cell.length + " values for " + days + " days");
        }
      }
    }
  }

  /** All fields zero, to be filled by the one who makes it. */
  static DailyForcing empty(int cells, LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("Period from " + first + " to " + last);
    }
    int days = Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    return new DailyForcing(
        first,
        days,
        new float[cells][days],
        new float[cells][days],
        new float[cells][days],
        new float[cells][days]);
  }

  /** Number of cells. */
  public int cells() {
    return tmin.length;
  }

  /** Last day. */
  public LocalDate last() {
    return first.plusDays(days - 1L);
  }
}
