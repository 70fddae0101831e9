package org.ccdas.observe.local;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.ccdas.observe.stream.StreamRun;

/**
 * Observed values of one cell against prior and posterior (spec section 20). The change of r is
 * judged against a prior r from other days: r of odd days, change on even days, counted from 1970;
 * the same days would regress to the mean.
 *
 * @param cell index in the order of the cells
 * @param region name of its region
 * @param observed days of the window with a value
 * @param prior modelled on these days, in the units of the stream
 * @param posterior modelled on these days, in the units of the stream
 * @param used the part of the days that enters the misfit
 * @param heldOut the other part
 * @param priorFit on all days
 * @param posteriorFit on all days
 * @param whole the diagnostic with the seasonal cycle
 * @param anomaly the diagnostic without it
 */
record LocalComparison(
    int cell,
    String region,
    LocalSeries observed,
    double[] prior,
    double[] posterior,
    LocalPart used,
    LocalPart heldOut,
    LocalStatistics priorFit,
    LocalStatistics posteriorFit,
    Change whole,
    Change anomaly) {

  /**
   * Change of r against prior r.
   *
   * @param priorOdd r of the prior on odd days
   * @param changeEven r of the posterior minus r of the prior on even days
   */
  record Change(double priorOdd, double changeEven) {}

  /** Every cell of a run, in the order of the blocks; empty when nothing was decided. */
  static List<LocalComparison> of(StreamRun run) {
    List<LocalComparison> all = new ArrayList<>();
    LocalOperator operator = (LocalOperator) run.operator();
    if (!operator.decision().isDecided()) {
      return all;
    }
    for (int block = 0; block < run.prior().fits().size(); block++) {
      LocalFit prior = LocalFit.decode(run.prior().fits().get(block));
      LocalFit posterior = LocalFit.decode(run.posterior().fits().get(block));
      for (int c = 0; c < prior.observed().size(); c++) {
        int cell = all.size();
        all.add(
            of(
                operator,
                cell,
                run.cells().get(cell).cell().id(),
                operator.decision().isAssimilated(block, c),
                prior.observed().get(c),
                prior.modelled().get(c),
                posterior.modelled().get(c)));
      }
    }
    return all;
  }

  private static LocalComparison of(
      LocalOperator operator,
      int cell,
      int id,
      boolean matched,
      LocalSeries observed,
      double[] prior,
      double[] posterior) {
    LocalMisfit misfit = operator.misfit();
    RegionNames regions = misfit.regions();
    LocalDate first = operator.window().firstDay();
    int[] years = operator.years();
    IntPredicate isUsed = day -> matched && !misfit.isHeldOut(id, years[day]);
    int[] seasons =
        Arrays.stream(observed.days()).map(day -> first.plusDays(day).getDayOfYear()).toArray();
    int[] odd = indices(observed, day -> Math.floorMod(first.toEpochDay() + day, 2) == 1);
    int[] even = indices(observed, day -> Math.floorMod(first.toEpochDay() + day, 2) == 0);
    double[] values = observed.value();
    return new LocalComparison(
        cell,
        regions.names().get(regions.of(id)),
        observed,
        prior,
        posterior,
        LocalPart.of(misfit, observed, prior, posterior, indices(observed, isUsed)),
        LocalPart.of(misfit, observed, prior, posterior, indices(observed, isUsed.negate())),
        LocalStatistics.of(values, prior),
        LocalStatistics.of(values, posterior),
        change(values, prior, posterior, odd, even),
        change(
            SeasonalAnomaly.of(seasons, values),
            SeasonalAnomaly.of(seasons, prior),
            SeasonalAnomaly.of(seasons, posterior),
            odd,
            even));
  }

  private static int[] indices(LocalSeries series, IntPredicate day) {
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
    double before = LocalStatistics.of(at(observed, even), at(prior, even)).correlation();
    double after = LocalStatistics.of(at(observed, even), at(posterior, even)).correlation();
    return new Change(
        LocalStatistics.of(at(observed, odd), at(prior, odd)).correlation(), after - before);
  }

  /** Number of values that enter the misfit. */
  int count() {
    return used.count();
  }

  /** How many independent values tell as much of the cell's mean. */
  double effectiveCount() {
    return used.term().effectiveCount();
  }

  /**
   * Estimated offset of the cell at the posterior, in the units of the stream; 0 where none is
   * estimated.
   */
  double offset() {
    return used.term().bias(used.posterior()).offset();
  }

  /** Estimated gain of the cell at the posterior; 1 where none is estimated. */
  double gain() {
    return used.term().bias(used.posterior()).gain();
  }
}
