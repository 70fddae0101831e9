package org.ccdas.pipelines.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.BlockMoistureFit;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.MoistureSetup;
import org.ccdas.observe.moisture.MoistureSeries;
import org.ccdas.observe.moisture.MoistureStatistics;
import org.ccdas.observe.moisture.SeasonalAnomaly;
import org.ccdas.pipelines.run.RunOutcome;

/**
 * Observed soil moisture of one cell against prior and posterior (spec section 20). The change of r
 * is judged against a prior r from other days: r of odd days, change on even days, counted from
 * 1970; the same days would regress to the mean.
 *
 * @param cell index in the order of the cells
 * @param region name of its region
 * @param observed days of the window with a value
 * @param prior modelled on these days, m3 m-3
 * @param posterior modelled on these days, m3 m-3
 * @param used the part of the days that enters the misfit
 * @param heldOut the other part
 * @param priorFit on all days
 * @param posteriorFit on all days
 * @param whole the diagnostic with the seasonal cycle
 * @param anomaly the diagnostic without it
 */
record MoistureComparison(
    int cell,
    String region,
    MoistureSeries observed,
    double[] prior,
    double[] posterior,
    MoisturePart used,
    MoisturePart heldOut,
    MoistureStatistics priorFit,
    MoistureStatistics posteriorFit,
    Change whole,
    Change anomaly) {

  /**
   * Change of r against prior r.
   *
   * @param priorOdd r of the prior on odd days
   * @param changeEven r of the posterior minus r of the prior on even days
   */
  record Change(double priorOdd, double changeEven) {}

  /** Every cell of a run, in the order of the manifest; empty without soil moisture. */
  static List<MoistureComparison> of(RunOutcome outcome) {
    List<MoistureComparison> all = new ArrayList<>();
    EvaluationSetup setup = outcome.setup();
    if (!setup.moisture().isActive()) {
      return all;
    }
    int cell = 0;
    for (int b = 0; b < outcome.priorFluxes().size(); b++) {
      BlockFluxes block = outcome.priorFluxes().get(b);
      BlockMoistureFit prior = block.moisture();
      BlockMoistureFit posterior = outcome.posteriorFluxes().get(b).moisture();
      for (int c = 0; c < prior.observed().size(); c++, cell++) {
        boolean matched = setup.moisture().isAssimilated(block.index(), c);
        int id = outcome.problem().cells().get(cell).cell().id();
        all.add(
            of(
                setup,
                cell,
                id,
                setup.moisture().regions().names().get(setup.moisture().regions().of(id)),
                matched,
                prior.observed().get(c),
                prior.modelled().get(c),
                posterior.modelled().get(c)));
      }
    }
    return all;
  }

  private static MoistureComparison of(
      EvaluationSetup setup,
      int cell,
      int id,
      String region,
      boolean matched,
      MoistureSeries observed,
      double[] prior,
      double[] posterior) {
    MoistureSetup moisture = setup.moisture();
    LocalDate first = setup.window().firstDay();
    int[] years = setup.windowYears();
    IntPredicate isUsed = day -> matched && !moisture.isHeldOut(id, years[day]);
    int[] seasons =
        Arrays.stream(observed.days()).map(day -> first.plusDays(day).getDayOfYear()).toArray();
    int[] odd = indices(observed, day -> Math.floorMod(first.toEpochDay() + day, 2) == 1);
    int[] even = indices(observed, day -> Math.floorMod(first.toEpochDay() + day, 2) == 0);
    double[] values = observed.value();
    return new MoistureComparison(
        cell,
        region,
        observed,
        prior,
        posterior,
        MoisturePart.of(moisture, observed, prior, posterior, indices(observed, isUsed)),
        MoisturePart.of(moisture, observed, prior, posterior, indices(observed, isUsed.negate())),
        MoistureStatistics.of(values, prior),
        MoistureStatistics.of(values, posterior),
        change(values, prior, posterior, odd, even),
        change(
            SeasonalAnomaly.of(seasons, values),
            SeasonalAnomaly.of(seasons, prior),
            SeasonalAnomaly.of(seasons, posterior),
            odd,
            even));
  }

  private static int[] indices(MoistureSeries series, IntPredicate day) {
    int[] found = new int[series.count()];
    int count = 0;
    for (int k = 0; k < found.length; k++) {
      if (day.test(series.days()[k])) {
        found[count++] = k;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static double[] at(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(k -> values[k]).toArray();
  }

  private static Change change(
      double[] observed, double[] prior, double[] posterior, int[] odd, int[] even) {
    double before = MoistureStatistics.of(at(observed, even), at(prior, even)).correlation();
    double after = MoistureStatistics.of(at(observed, even), at(posterior, even)).correlation();
    return new Change(
        MoistureStatistics.of(at(observed, odd), at(prior, odd)).correlation(), after - before);
  }

  /** Number of values that enter the misfit. */
  int count() {
    return used.count();
  }

  /** How many independent values tell as much of the cell's mean. */
  double effectiveCount() {
    return used.term().effectiveCount();
  }

  /** Estimated offset of the cell at the posterior, m3 m-3; 0 where none is estimated. */
  double offset() {
    return used.term().bias(used.posterior()).offset();
  }

  /** Estimated gain of the cell at the posterior; 1 where none is estimated. */
  double gain() {
    return used.term().bias(used.posterior()).gain();
  }
}
