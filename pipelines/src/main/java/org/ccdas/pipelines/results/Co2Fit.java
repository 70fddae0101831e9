package org.ccdas.pipelines.results;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.co2.StationObservations;
import org.ccdas.pipelines.run.RunOutcome;

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

  /** The fit to what was assimilated; null when that is nothing. */
  static Co2Fit assimilated(RunOutcome outcome) {
    return of(outcome, outcome.setup().co2());
  }

  /** The fit to what was held out, under the same error model; null when that is nothing. */
  static Co2Fit heldOut(RunOutcome outcome) {
    Co2Term used = outcome.setup().co2();
    List<StationObservations> others =
        outcome.problem().stations().stream()
            .map(station -> station.screened().observations().without(station.used()))
            .toList();
    return of(outcome, used.observing(others));
  }

  private static Co2Fit of(RunOutcome outcome, Co2Term part) {
    if (part.count() == 0) {
      return null;
    }
    double[] prior = Arrays.copyOf(outcome.prior().concentrations(), part.size());
    double[] posterior = Arrays.copyOf(outcome.posterior().concentrations(), part.size());
    return new Co2Fit(
        part.count(),
        (int) part.stations().stream().filter(s -> s.months().length > 0).count(),
        PriorPosterior.of(prior, posterior, part::chiSquare),
        PriorPosterior.of(prior, posterior, c -> Math.sqrt(mean(part.residuals(c), r -> r * r))),
        PriorPosterior.of(prior, posterior, c -> mean(part.residuals(c), r -> r)));
  }

  private static double mean(double[] residuals, DoubleUnaryOperator of) {
    return Arrays.stream(residuals).filter(r -> !Double.isNaN(r)).map(of).average().orElseThrow();
  }
}
