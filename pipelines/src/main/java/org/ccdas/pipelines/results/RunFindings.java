package org.ccdas.pipelines.results;

import java.util.List;
import java.util.Optional;
import org.ccdas.pipelines.run.RunOutcome;

/**
 * What the files and the table of a run are made of.
 *
 * @param outcome the run
 * @param prior fluxes at x = 0
 * @param posterior fluxes at the minimum
 * @param stations modelled and observed CO2
 * @param moisture modelled and observed soil moisture of every cell; empty without any
 * @param gates plausibility of the land
 * @param twin distance from the truth, of a twin experiment
 */
record RunFindings(
    RunOutcome outcome,
    LandFluxes prior,
    LandFluxes posterior,
    List<StationComparison> stations,
    List<MoistureComparison> moisture,
    List<Gate> gates,
    Optional<TwinErrors> twin) {
  /** What a climatology that repeats cannot tell; said wherever results are shown. */
  static final String SAME_WEATHER =
      "The weather is the same in every year: these results carry no inter-annual signal.";

  static RunFindings of(RunOutcome outcome, Optional<TwinErrors> twin) {
    Land land = Land.of(outcome);
    LandFluxes prior = LandFluxes.of(land, outcome.setup(), outcome.priorFluxes());
    LandFluxes posterior = LandFluxes.of(land, outcome.setup(), outcome.posteriorFluxes());
    return new RunFindings(
        outcome,
        prior,
        posterior,
        StationComparison.of(outcome),
        MoistureComparison.of(outcome),
        Gate.of(outcome.setup().control(), prior, posterior),
        twin);
  }

  /** Whether all years have the same generated weather. */
  boolean sameWeather() {
    var climatology = outcome.problem().experiment().forcing().climatology();
    return climatology != null && climatology.repeatYear();
  }

  /** What a reader must know to understand the numbers. */
  List<String> notes() {
    return sameWeather() ? List.of(SAME_WEATHER) : List.of();
  }

  /** Twice the CO2 misfit for each observation; null when no CO2 is assimilated. */
  PriorPosterior chiSquare() {
    int n = outcome.setup().co2().count();
    if (n == 0) {
      return null;
    }
    return PriorPosterior.of(outcome.prior(), outcome.posterior(), e -> 2 * e.co2() / n);
  }

  /** Norm of the gradient of the cost at the start and at the minimum. */
  PriorPosterior gradientNorm() {
    double sum = 0;
    for (double element : outcome.minimiser().gradient()) {
      sum += element * element;
    }
    return new PriorPosterior(outcome.minimiser().history().get(0).gradientNorm(), Math.sqrt(sum));
  }
}
