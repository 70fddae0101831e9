package org.ccdas.observe.satellite;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * One field a day from all its overpasses and products: where several have a value, their mean
 * weighted by the area of their valid pixels (spec section 17.2).
 */
public final class OverpassMean {
  private OverpassMean() {}

  /**
   * Merges the fields of one day; their order does not matter.
   *
   * @param overpasses at least one, of one day and grid
   * @return standard errors with representativeness; the valid fraction is the greatest, since the
   *     pixels of two overpasses mostly are the same
   */
  public static SoilMoistureDay merge(List<GriddedRetrievals> overpasses, RegridRule rule) {
    // a fixed order, so that rounding is the same whatever order they come in
    List<GriddedRetrievals> sorted =
        overpasses.stream().sorted((a, b) -> a.identity().compareTo(b.identity())).toList();
    LocalDate date = sorted.get(0).identity().date();
    int size = sorted.get(0).value().length;
    double[] area = new double[size];
    double[] value = new double[size];
    double[] error = new double[size];
    float[] fraction = new float[size];
    Arrays.fill(fraction, Float.NaN);
    for (GriddedRetrievals overpass : sorted) {
      if (!overpass.identity().date().equals(date) || overpass.value().length != size) {
        throw new IllegalArgumentException(
            overpass.identity() + " cannot be merged with " + sorted.get(0).identity());
      }
      for (int box = 0; box < size; box++) {
        if (!Float.isNaN(overpass.value()[box])) {
          double weight = overpass.area()[box];
          area[box] += weight;
          value[box] += weight * overpass.value()[box];
          error[box] += weight * overpass.meanDqx()[box];
          fraction[box] =
              Float.isNaN(fraction[box])
                  ? overpass.validFraction()[box]
                  : Math.max(fraction[box], overpass.validFraction()[box]);
        }
      }
    }
    float[] mean = new float[size];
    float[] standardError = new float[size];
    for (int box = 0; box < size; box++) {
      boolean any = area[box] > 0;
      mean[box] = any ? (float) (value[box] / area[box]) : Float.NaN;
      standardError[box] = any ? (float) rule.standardError(error[box] / area[box]) : Float.NaN;
    }
    return new SoilMoistureDay(mean, standardError, fraction);
  }
}
