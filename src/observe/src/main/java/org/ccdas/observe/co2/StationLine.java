package org.ccdas.observe.co2;

import org.ccdas.observe.station.SampleCounts;
import org.ccdas.observe.stream.PriorPosterior;

/**
 * A station as {@code summary.json} has it, in the list {@value #KEY}.
 *
 * @param lat degrees north
 * @param lon degrees east
 * @param label what a table says of the station
 * @param assimilated whether any of its months is in the cost
 * @param n months that are compared with
 * @param chiSquare squared misfit for each of them in units of its error
 * @param rmse root mean square of model less observed, ppm
 * @param bias mean of model less observed, ppm
 * @param r correlation
 * @param amplitude peak to trough of the mean season, ppm
 * @param growth ppm a year
 * @param samples how many flasks there are; null where the record does not tell
 */
public record StationLine(
    String code,
    String name,
    double lat,
    double lon,
    String label,
    boolean assimilated,
    int n,
    PriorPosterior chiSquare,
    PriorPosterior rmse,
    PriorPosterior bias,
    PriorPosterior r,
    Compared amplitude,
    Compared growth,
    SampleCounts samples) {
  /** Key of the list of stations. */
  public static final String KEY = "stations";

  static StationLine of(StationComparison station) {
    StationStatistics prior = station.priorStatistics();
    StationStatistics posterior = station.posteriorStatistics();
    return new StationLine(
        station.station().code(),
        station.station().name(),
        station.station().lat(),
        station.station().lon(),
        station.label().toString(),
        station.assimilated(),
        prior.count(),
        station.chiSquare(),
        PriorPosterior.of(prior, posterior, StationStatistics::rmse),
        PriorPosterior.of(prior, posterior, StationStatistics::bias),
        PriorPosterior.of(prior, posterior, StationStatistics::correlation),
        new Compared(
            prior.observedAmplitude(), prior.modelledAmplitude(), posterior.modelledAmplitude()),
        new Compared(prior.observedGrowth(), prior.modelledGrowth(), posterior.modelledGrowth()),
        station.samples().orElse(null));
  }

  /** A number of the observations and of both ends of a run. */
  public record Compared(double observed, double prior, double posterior) {
    /** Both ends of the run. */
    public PriorPosterior modelled() {
      return new PriorPosterior(prior, posterior);
    }
  }
}
