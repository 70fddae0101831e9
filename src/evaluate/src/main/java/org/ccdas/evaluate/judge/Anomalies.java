package org.ccdas.evaluate.judge;

import java.util.Arrays;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.score.Agreement;
import org.ccdas.evaluate.score.Season;

/**
 * How the correlation of monthly anomalies with a reference changes from cell to cell. Cells are
 * told poor from good by the months with odd numbers, and the change is that of the others: were
 * they the same, chance alone would raise what was poor.
 *
 * @param prior correlation of each cell, all months; NaN without enough months
 * @param posterior correlation of each cell, all months
 * @param priorOdd correlation with the prior, odd months only
 * @param changeEven posterior less prior correlation, even months only
 */
public record Anomalies(
    double[] prior, double[] posterior, double[] priorOdd, double[] changeEven) {
  private static final int FEWEST = 12;

  /** Of all cells; the reference is [cell][month]. */
  static Anomalies of(RunFluxes run, Quantity quantity, double[][] reference) {
    double[] all = r(run, quantity, Stage.PRIOR, reference, Part.ALL);
    double[] allAfter = r(run, quantity, Stage.POSTERIOR, reference, Part.ALL);
    double[] before = r(run, quantity, Stage.PRIOR, reference, Part.EVEN);
    double[] after = r(run, quantity, Stage.POSTERIOR, reference, Part.EVEN);
    double[] change = new double[before.length];
    Arrays.setAll(change, c -> after[c] - before[c]);
    return new Anomalies(all, allAfter, r(run, quantity, Stage.PRIOR, reference, Part.ODD), change);
  }

  private enum Part {
    ALL,
    ODD,
    EVEN;

    boolean has(int month) {
      return this == ALL || (month % 2 == 1) == (this == ODD);
    }
  }

  private static double[] r(
      RunFluxes run, Quantity quantity, Stage stage, double[][] reference, Part part) {
    double[][] field = run.field(quantity, stage);
    double[] r = new double[reference.length];
    Arrays.setAll(
        r,
        c -> {
          double[] anomaly = Season.anomaly(run.months(), reference[c]);
          double[] paired = GridComparison.ofCell(field, c);
          Arrays.setAll(paired, m -> Double.isNaN(anomaly[m]) ? Double.NaN : paired[m]);
          double[] own = Season.anomaly(run.months(), paired);
          Arrays.setAll(own, m -> part.has(m) ? own[m] : Double.NaN);
          Agreement agreement = Agreement.of(own, anomaly);
          return agreement.n() >= FEWEST ? agreement.r() : Double.NaN;
        });
    return r;
  }

  /** Median of the change where the prior correlation is below its median. */
  public double changeWherePoor() {
    return median(true);
  }

  /** Median of the change where the prior correlation is not below its median. */
  public double changeWhereGood() {
    return median(false);
  }

  private double median(boolean poor) {
    double limit = median(priorOdd);
    double[] chosen = changeEven.clone();
    Arrays.setAll(
        chosen,
        c -> !Double.isNaN(priorOdd[c]) && (priorOdd[c] < limit) == poor ? chosen[c] : Double.NaN);
    return median(chosen);
  }

  /** Median of those that there are; NaN for none. */
  public static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
