package org.ccdas.observe.co2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.station.Station;
import org.ccdas.observe.station.SampleCounts;
import org.ccdas.observe.station.SamplingType;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.StreamRun;

/**
 * Modelled and observed CO2 of one station.
 *
 * @param observations observed monthly means and their errors
 * @param label whether flasks or an analyser on the spot
 * @param used the months of these that the misfit counts
 * @param prior modelled at x = 0, by month of the window, ppm
 * @param posterior modelled at the minimum
 * @param priorStatistics how {@code prior} compares with the observations
 * @param posteriorStatistics how {@code posterior} compares with them
 * @param chiSquare twice the misfit for each observation; NaN when not assimilated
 * @param samples what became of single samples, when the file holds such
 */
record StationComparison(
    StationObservations observations,
    SamplingType label,
    StationObservations used,
    double[] prior,
    double[] posterior,
    StationStatistics priorStatistics,
    StationStatistics posteriorStatistics,
    PriorPosterior chiSquare,
    Optional<SampleCounts> samples) {

  /** The stations of a run, in the order of the experiment. */
  static List<StationComparison> of(List<StationSeries> stations, StreamRun run) {
    Co2Operator operator = (Co2Operator) run.operator();
    Co2Term term = operator.term();
    double[] atPrior = run.prior().value().modelled();
    double[] atPosterior = run.posterior().value().modelled();
    List<Co2Term.StationMisfit> before = term.perStation(operator.assimilated(atPrior));
    List<Co2Term.StationMisfit> after = term.perStation(operator.assimilated(atPosterior));
    int months = run.window().count();
    List<StationComparison> all = new ArrayList<>();
    for (int s = 0; s < stations.size(); s++) {
      double[] prior = Arrays.copyOfRange(atPrior, s * months, (s + 1) * months);
      double[] posterior = Arrays.copyOfRange(atPosterior, s * months, (s + 1) * months);
      StationObservations observations = stations.get(s).screened().observations();
      all.add(
          new StationComparison(
              observations,
              stations.get(s).record().sampling(),
              term.stations().get(s),
              prior,
              posterior,
              StationStatistics.of(observations.value(), prior),
              StationStatistics.of(observations.value(), posterior),
              new PriorPosterior(before.get(s).chiSquare(), after.get(s).chiSquare()),
              stations.get(s).samples()));
    }
    return all;
  }

  /** Whether the misfit counts any month of the station. */
  boolean assimilated() {
    return used.months().length > 0;
  }

  /** Where. */
  Station station() {
    return observations.station();
  }
}
