package org.ccdas.pipelines.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.observe.stream.StreamRun;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.report.run.TwinErrors;

/**
 * What the files and the table of a run are made of.
 *
 * @param outcome the run
 * @param prior fluxes at x = 0
 * @param posterior fluxes at the minimum
 * @param streams what became of the observations
 * @param gates plausibility of the land
 * @param twin distance from the truth, of a twin experiment
 */
record RunFindings(
    RunOutcome outcome,
    LandFluxes prior,
    LandFluxes posterior,
    List<StreamFindings> streams,
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
        streams(land, outcome),
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

  private static List<StreamFindings> streams(Land land, RunOutcome outcome) {
    List<StreamFindings> streams = new ArrayList<>();
    for (Observations observed : outcome.problem().observations()) {
      String name = observed.stream();
      streams.add(
          observed.findings(
              new StreamRun(
                  outcome.setup().window(),
                  land.cells(),
                  outcome.setup().stream(name, StreamOperator.class),
                  end(name, outcome, outcome.prior(), outcome.priorFluxes()),
                  end(name, outcome, outcome.posterior(), outcome.posteriorFluxes()))));
    }
    return streams;
  }

  private static StreamRun.End end(
      String stream, RunOutcome outcome, Evaluation evaluation, List<BlockFluxes> blocks) {
    int days = outcome.setup().window().days();
    return new StreamRun.End(
        evaluation.stream(stream),
        blocks.stream().map(block -> block.fit(stream)).toList(),
        (series, cell) -> daily(blocks, series, cell, days));
  }

  private static double[] daily(List<BlockFluxes> blocks, ModelSeries series, int cell, int days) {
    int left = cell;
    for (BlockFluxes block : blocks) {
      double[] values = block.cells(series);
      int cells = values.length / days;
      if (left < cells) {
        return Arrays.copyOfRange(values, left * days, (left + 1) * days);
      }
      left -= cells;
    }
    throw new IllegalArgumentException("There is no cell " + cell);
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
