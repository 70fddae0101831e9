package org.ccdas.observe.local;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.ccdas.observe.stream.PriorPosterior;

/**
 * A local stream of a run as {@code summary.json} has it.
 *
 * @param observations values in the misfit
 * @param effectiveObservations independent values that tell as much of the cells' means
 * @param cells with a value in the misfit
 * @param chiSquare 2 J for each value, without the determinant of a gain
 * @param errorInflation the factor of the standard errors that makes the posterior's chi-square 1
 * @param r median over cells of the correlation
 * @param rmse median over cells, in the units of the stream
 * @param unbiasedRmse median over cells, in the units of the stream
 * @param bias mean over cells, in the units of the stream
 * @param offset mean and sample standard deviation over cells of the estimated offset, in the units
 *     of the stream
 * @param gain mean and sample standard deviation over cells of the estimated gain
 * @param change of r against prior r, by different days
 * @param changeOfAnomaly the same without the mean seasonal cycle
 * @param regions counts by region
 */
record LocalSummary(
    int observations,
    double effectiveObservations,
    int cells,
    PriorPosterior chiSquare,
    double errorInflation,
    PriorPosterior r,
    PriorPosterior rmse,
    PriorPosterior unbiasedRmse,
    PriorPosterior bias,
    Spread offset,
    Spread gain,
    Diagnostic change,
    Diagnostic changeOfAnomaly,
    Map<String, Counts> regions) {

  /** Over cells; the standard deviation of one cell is NaN. */
  record Spread(double mean, double standardDeviation) {}

  record Counts(int cells, int observations, double effectiveObservations) {}

  /**
   * The change of r on even days against the prior's r on odd days.
   *
   * @param cells with both
   * @param wherePoor mean change in the half of the cells with the lower prior r
   * @param whereGood mean change in the other half
   * @param slope of the change against prior r
   */
  record Diagnostic(int cells, double wherePoor, double whereGood, double slope) {
    static Diagnostic of(List<LocalComparison.Change> changes) {
      List<LocalComparison.Change> valid =
          changes.stream()
              .filter(c -> Double.isFinite(c.priorOdd()) && Double.isFinite(c.changeEven()))
              .sorted((a, b) -> Double.compare(a.priorOdd(), b.priorOdd()))
              .toList();
      SimpleRegression line = new SimpleRegression();
      valid.forEach(c -> line.addData(c.priorOdd(), c.changeEven()));
      int half = valid.size() / 2;
      return new Diagnostic(
          valid.size(),
          mean(valid.subList(0, half)),
          mean(valid.subList(valid.size() - half, valid.size())),
          line.getSlope());
    }

    private static double mean(List<LocalComparison.Change> changes) {
      return changes.stream()
          .mapToDouble(LocalComparison.Change::changeEven)
          .average()
          .orElse(Double.NaN);
    }
  }

  /** Null when nothing was compared with. */
  static LocalSummary of(List<LocalComparison> all) {
    List<LocalComparison> seen = all.stream().filter(c -> c.observed().count() > 0).toList();
    if (seen.isEmpty()) {
      return null;
    }
    List<LocalComparison> used = seen.stream().filter(c -> c.count() > 0).toList();
    int n = used.stream().mapToInt(LocalComparison::count).sum();
    double before = used.stream().mapToDouble(c -> c.used().misfit(c.used().prior())).sum();
    double after = used.stream().mapToDouble(c -> c.used().misfit(c.used().posterior())).sum();
    Map<String, Counts> regions = new LinkedHashMap<>();
    for (LocalComparison cell : used) {
      regions.merge(
          cell.region(),
          new Counts(1, cell.count(), cell.effectiveCount()),
          (a, b) ->
              new Counts(
                  a.cells + b.cells,
                  a.observations + b.observations,
                  a.effectiveObservations + b.effectiveObservations));
    }
    double chi = n == 0 ? Double.NaN : 2 * after / n;
    return new LocalSummary(
        n,
        used.stream().mapToDouble(LocalComparison::effectiveCount).sum(),
        used.size(),
        new PriorPosterior(n == 0 ? Double.NaN : 2 * before / n, chi),
        Math.sqrt(chi),
        median(seen, c -> c.priorFit().correlation(), c -> c.posteriorFit().correlation()),
        median(seen, c -> c.priorFit().rmse(), c -> c.posteriorFit().rmse()),
        median(seen, c -> c.priorFit().unbiasedRmse(), c -> c.posteriorFit().unbiasedRmse()),
        new PriorPosterior(
            mean(values(seen, c -> c.priorFit().bias())),
            mean(values(seen, c -> c.posteriorFit().bias()))),
        spread(values(used, LocalComparison::offset)),
        spread(values(used, LocalComparison::gain)),
        diagnostic(seen, LocalComparison::whole),
        diagnostic(seen, LocalComparison::anomaly),
        regions);
  }

  private static Diagnostic diagnostic(
      List<LocalComparison> cells, Function<LocalComparison, LocalComparison.Change> change) {
    return Diagnostic.of(new ArrayList<>(cells.stream().map(change).toList()));
  }

  private static double[] values(
      List<LocalComparison> cells, ToDoubleFunction<LocalComparison> value) {
    return cells.stream().mapToDouble(value).filter(Double::isFinite).toArray();
  }

  private static PriorPosterior median(
      List<LocalComparison> cells,
      ToDoubleFunction<LocalComparison> prior,
      ToDoubleFunction<LocalComparison> posterior) {
    return new PriorPosterior(
        new Median().evaluate(values(cells, prior)),
        new Median().evaluate(values(cells, posterior)));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static Spread spread(double[] values) {
    // the cells are a sample: divided by n - 1
    double deviation = values.length < 2 ? Double.NaN : new StandardDeviation().evaluate(values);
    return new Spread(mean(values), deviation);
  }

  /** A line for people. */
  @JsonIgnore
  String counted() {
    return String.format(
        Locale.ROOT,
        "%d values in %d cells, %.0f effective",
        observations,
        cells,
        effectiveObservations);
  }
}
