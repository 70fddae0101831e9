package org.ccdas.pipelines.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.inputs.station.Station;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.co2.StationObservations;
import org.ccdas.observe.co2.StationStatistics;
import org.ccdas.observe.flask.FlaskRecord;
import org.ccdas.observe.flask.SampleCounts;
import org.ccdas.pipelines.problem.StationSeries;
import org.ccdas.pipelines.run.RunOutcome;

/**
 * Modelled and observed CO2 of one station.
 *
 * @param observations observed monthly means and their errors
 * @param label whether flasks or a continuous analyser
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
    FlaskRecord.Label label,
    StationObservations used,
    double[] prior,
    double[] posterior,
    StationStatistics priorStatistics,
    StationStatistics posteriorStatistics,
    PriorPosterior chiSquare,
    Optional<SampleCounts> samples) {

  /** The stations of a run, in the order of the experiment. */
  static List<StationComparison> of(RunOutcome outcome) {
    Co2Term co2 = outcome.setup().co2();
    List<Co2Term.StationMisfit> before = co2.perStation(assimilated(outcome, outcome.prior()));
    List<Co2Term.StationMisfit> after = co2.perStation(assimilated(outcome, outcome.posterior()));
    List<StationSeries> stations = outcome.problem().stations();
    List<StationComparison> all = new ArrayList<>();
    for (int s = 0; s < stations.size(); s++) {
      double[] prior = series(outcome, outcome.prior(), s);
      double[] posterior = series(outcome, outcome.posterior(), s);
      StationObservations observations = stations.get(s).screened().observations();
      all.add(
          new StationComparison(
              observations,
              stations.get(s).record().label(),
              co2.stations().get(s),
              prior,
              posterior,
              StationStatistics.of(observations.value(), prior),
              StationStatistics.of(observations.value(), posterior),
              new PriorPosterior(before.get(s).chiSquare(), after.get(s).chiSquare()),
              stations.get(s).samples()));
    }
    return all;
  }

  /** The part of the concentrations that the misfit sees. */
  static double[] assimilated(RunOutcome outcome, Evaluation evaluation) {
    return Arrays.copyOf(evaluation.concentrations(), outcome.setup().co2().size());
  }

  private static double[] series(RunOutcome outcome, Evaluation evaluation, int station) {
    int months = outcome.setup().window().count();
    return Arrays.copyOfRange(
        evaluation.concentrations(), station * months, (station + 1) * months);
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
