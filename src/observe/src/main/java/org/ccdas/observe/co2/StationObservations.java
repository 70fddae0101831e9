package org.ccdas.observe.co2;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Monthly CO2 observations of one station in the assimilation window.
 *
 * @param station where
 * @param window months
 * @param value monthly means by month of the window, ppm; NaN when missing
 * @param sigma standard deviations of their errors, ppm; above 0 wherever there is a value
 */
public record StationObservations(Station station, MonthAxis window, double[] value, double[] sigma)
    implements Serializable {
  /** Takes its own copies of the arrays and checks lengths and errors. */
  public StationObservations {
    Objects.requireNonNull(station, "station");
    value = value.clone();
    sigma = sigma.clone();
    if (value.length != window.count() || sigma.length != window.count()) {
      throw new IllegalArgumentException(
          station.code()
              + ": "
              + value.length
              + " values and "
              + sigma.length
              + " errors for "
              + window.count()
              + " months");
    }
    for (int month = 0; month < value.length; month++) {
      if (!Double.isNaN(value[month]) && !(sigma[month] > 0 && Double.isFinite(sigma[month]))) {
        throw new IllegalArgumentException(
            station.code() + ": error " + sigma[month] + " ppm in " + window.at(month));
      }
    }
  }

  /** A copy of the monthly means, ppm. */
  @Override
  public double[] value() {
    return value.clone();
  }

  /** A copy of the error standard deviations, ppm. */
  @Override
  public double[] sigma() {
    return sigma.clone();
  }

  /** Indices of the months that have a value, rising. */
  public int[] months() {
    int[] months = new int[value.length];
    int n = 0;
    for (int month = 0; month < value.length; month++) {
      if (!Double.isNaN(value[month])) {
        months[n++] = month;
      }
    }
    return Arrays.copyOf(months, n);
  }

  /** The same months and errors with other values, for synthetic observations. */
  public StationObservations withValues(double[] newValue) {
    return new StationObservations(station, window, newValue, sigma);
  }

  /** The same without the months of these calendar years. */
  public StationObservations withoutYears(Set<Integer> years) {
    return where(month -> !years.contains(window.at(month).getYear()));
  }

  /** The same with the months only that the other one lacks. */
  public StationObservations without(StationObservations other) {
    return where(month -> Double.isNaN(other.value[month]));
  }

  /** The same without any value. */
  public StationObservations emptied() {
    return where(month -> false);
  }

  private StationObservations where(IntPredicate kept) {
    double[] some = value.clone();
    for (int month = 0; month < some.length; month++) {
      some[month] = kept.test(month) ? some[month] : Double.NaN;
    }
    return withValues(some);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StationObservations o
        && station.equals(o.station)
        && window.equals(o.window)
        && Arrays.equals(value, o.value)
        && Arrays.equals(sigma, o.sigma);
  }

  @Override
  public int hashCode() {
    return Objects.hash(station, window, Arrays.hashCode(value), Arrays.hashCode(sigma));
  }

  @Override
  public String toString() {
    return station.code()
        + ", "
        + months().length
        + " of "
        + window.count()
        + " months from "
        + window.first();
  }
}
