package org.ccdas.verify.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.co2.StationObservations;

/**
 * CO2 observations that a truth would give: the modelled concentrations at the stations and months
 * that are observed, with or without errors of the assumed covariance. Spec section 18.8.
 *
 * @param real stations, months, errors and error model to copy; may have no stations
 */
public record TwinObservations(Co2Term real) {
  /** Key of the errors of CO2 within a draw. */
  private static final long STREAM = 1;

  /**
   * Observations without errors.
   *
   * @param concentrations of the truth, in the order of the term, ppm; more may follow
   */
  public Co2Term perfect(double[] concentrations) {
    return observed(concentrations, null);
  }

  /**
   * Observations with errors drawn from the assumed covariance.
   *
   * @param concentrations of the truth, in the order of the term, ppm; more may follow
   * @param seed of the draw
   */
  public Co2Term noisy(double[] concentrations, long seed) {
    return observed(concentrations, NormalStream.of(seed, STREAM));
  }

  private Co2Term observed(double[] concentrations, NormalStream noise) {
    if (real.stations().isEmpty()) {
      return real;
    }
    List<StationObservations> observed = new ArrayList<>();
    for (StationObservations station : real.stations()) {
      int months = station.window().count();
      int from = observed.size() * months;
      double[] value = new double[months];
      Arrays.fill(value, Double.NaN);
      int[] with = station.months();
      double[] errors = new double[with.length];
      if (noise != null) {
        errors = real.error().whitening(station).colour(noise.next(with.length));
      }
      for (int k = 0; k < with.length; k++) {
        // d = c(x_t) + e
        value[with[k]] = concentrations[from + with[k]] + errors[k];
      }
      observed.add(station.withValues(value));
    }
    return new Co2Term(observed, real.error());
  }
}
