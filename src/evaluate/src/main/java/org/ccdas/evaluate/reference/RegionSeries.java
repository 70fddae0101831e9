package org.ccdas.evaluate.reference;

import java.util.Arrays;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.time.MonthAxis;

/**
 * A flux summed over a region, month by month or year by year.
 *
 * @param source who made it
 * @param kind how it came about
 * @param quantity which flux
 * @param region over which it is summed
 * @param monthsEach months that a value is of: 1 or 12
 * @param months covered, {@code monthsEach} times as many as values
 * @param values as a rate in {@link Quantity#regionUnit()}, a month being a twelfth of a year; NaN
 *     is missing
 * @param sigma standard deviation of their errors, NaN where the source gives none
 * @param content what is in a net flux
 */
public record RegionSeries(
    String source,
    Kind kind,
    Quantity quantity,
    Region region,
    int monthsEach,
    MonthAxis months,
    double[] values,
    double[] sigma,
    Content content) {
  /** Checks the lengths. */
  public RegionSeries {
    if (monthsEach != 1 && monthsEach != 12) {
      throw new IllegalArgumentException("values of " + monthsEach + " months");
    }
    if (months.count() != monthsEach * values.length || sigma.length != values.length) {
      throw new IllegalArgumentException(
          values.length + " values, " + sigma.length + " errors and " + months.count() + " months");
    }
  }

  /** A series by months without errors. */
  public static RegionSeries monthly(
      String source,
      Kind kind,
      Quantity quantity,
      Region region,
      MonthAxis months,
      double[] values,
      Content content) {
    double[] none = new double[values.length];
    Arrays.fill(none, Double.NaN);
    return new RegionSeries(source, kind, quantity, region, 1, months, values, none, content);
  }

  /** Whether it has a value for every month, not for years only. */
  public boolean isMonthly() {
    return monthsEach == 1;
  }
}
