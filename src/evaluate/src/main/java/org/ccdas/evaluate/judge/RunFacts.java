package org.ccdas.evaluate.judge;

import java.util.Optional;

/**
 * What a run's own summary says of its fit.
 *
 * @param synthetic whether the observations are made by the model
 * @param sameWeatherEveryYear whether differences between years are no result
 * @param soilMoisture how the correlation with soil moisture changed; empty without that stream
 * @param co2Assimilated fit to assimilated CO2; empty without that stream
 * @param co2HeldOut fit to CO2 that was held out; empty without any
 */
public record RunFacts(
    boolean synthetic,
    boolean sameWeatherEveryYear,
    Optional<Change> soilMoisture,
    Optional<Fit> co2Assimilated,
    Optional<Fit> co2HeldOut) {

  /**
   * Change of the correlation of days that the prior correlation was not chosen by.
   *
   * @param wherePoor where the prior correlation is low
   * @param whereGood where it is high
   */
  public record Change(double wherePoor, double whereGood) {}

  /**
   * A fit before and after.
   *
   * @param n values
   * @param priorRmse ppm
   * @param rmse ppm
   * @param chiSquare for each value
   */
  public record Fit(double n, double priorRmse, double rmse, double chiSquare) {}
}
