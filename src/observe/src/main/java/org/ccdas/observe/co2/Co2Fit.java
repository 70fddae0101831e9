package org.ccdas.observe.co2;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.StreamRun;

/**
 * How modelled CO2 fits a part of the observations, the stations taken together.
 *
 * @param n number of monthly means, at least 1
 * @param stations that have one
 * @param chiSquare twice the whitened misfit for each of them
 * @param rmse root mean square of modelled less observed, ppm
 * @param bias mean of modelled less observed, ppm
 */
record Co2Fit(
    int n, int stations, PriorPosterior chiSquare, PriorPosterior rmse, PriorPosterior bias) {

  /** The fit to what was assimilated; empty when that is nothing. */
  static Optional<Co2Fit> assimilated(StreamRun run) {
    return of(run, ((Co2Operator) run.operator()).term());
  }

  /** The fit to what was held out, under the same error model; empty when that is nothing. */
  static Optional<Co2Fit> heldOut(List<StationSeries> stations, StreamRun run) {
    List<StationObservations> others =
        stations.stream()
            .map(station -> station.screened().observations().without(station.used()))
            .toList();
    return of(run, ((Co2Operator) run.operator()).term().observing(others));
  }

  private static Optional<Co2Fit> of(StreamRun run, Co2Term part) {
    if (part.count() == 0) {
      return Optional.empty();
    }
    double[] prior = Arrays.copyOf(run.prior().value().modelled(), part.size());
    double[] posterior = Arrays.copyOf(run.posterior().value().modelled(), part.size());
    return Optional.of(
        new Co2Fit(
            part.count(),
            (int) part.stations().stream().filter(s -> s.months().length > 0).count(),
            PriorPosterior.of(prior, posterior, part::chiSquare),
            PriorPosterior.of(
                prior, posterior, c -> Math.sqrt(mean(part.residuals(c), r -> r * r))),
            PriorPosterior.of(prior, posterior, c -> mean(part.residuals(c), r -> r))));
  }

  private static double mean(double[] residuals, DoubleUnaryOperator of) {
    return Arrays.stream(residuals).filter(r -> !Double.isNaN(r)).map(of).average().orElseThrow();
  }
}
