package org.ccdas.evaluate.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.evaluate.reference.CellSeries;
import org.ccdas.evaluate.reference.Kind;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.score.Agreement;
import org.ccdas.evaluate.score.IlambScores;

/**
 * A quantity of a run beside a reference on its cells.
 *
 * @param source who made the reference
 * @param kind how it came about
 * @param quantity which flux
 * @param reference mean of each cell (unit of {@link CellSeries}) over the months that the
 *     reference has; NaN without any
 * @param prior the run's mean over the same months
 * @param posterior the run's mean over the same months
 * @param anomalies agreement of the monthly anomalies of each cell
 * @param priorScores ILAMB's, cells by area
 * @param posteriorScores ILAMB's, cells by area
 */
public record GridComparison(
    String source,
    Kind kind,
    Quantity quantity,
    double[] reference,
    double[] prior,
    double[] posterior,
    Anomalies anomalies,
    IlambScores priorScores,
    IlambScores posteriorScores) {

  /** The comparison of a series with the run, cell by cell. */
  public static GridComparison of(RunFluxes run, CellSeries series) {
    int cells = run.cells().size();
    double[][] reference = new double[cells][];
    for (int c = 0; c < cells; c++) {
      int cell = c;
      double[] own = Arrays.stream(series.values()).mapToDouble(map -> map[cell]).toArray();
      reference[c] = SameMeaning.on(run.months(), series.months(), own);
    }
    double[] means = new double[cells];
    Arrays.setAll(means, c -> mean(reference[c], reference[c]));
    double[] prior = means(run.field(series.quantity(), Stage.PRIOR), reference);
    double[] posterior = means(run.field(series.quantity(), Stage.POSTERIOR), reference);
    return new GridComparison(
        series.source(),
        series.kind(),
        series.quantity(),
        means,
        prior,
        posterior,
        Anomalies.of(run, series.quantity(), reference),
        scores(run, series.quantity(), Stage.PRIOR, reference, prior, means),
        scores(run, series.quantity(), Stage.POSTERIOR, reference, posterior, means));
  }

  private static IlambScores scores(
      RunFluxes run,
      Quantity quantity,
      Stage stage,
      double[][] reference,
      double[] means,
      double[] referenceMeans) {
    double[][] field = run.field(quantity, stage);
    List<IlambScores> places = new ArrayList<>();
    double[] areas = new double[reference.length];
    for (int c = 0; c < reference.length; c++) {
      places.add(IlambScores.of(run.months(), ofCell(field, c), reference[c]));
      areas[c] = run.cells().get(c).area();
    }
    return IlambScores.mean(places, areas, Agreement.of(means, referenceMeans));
  }

  static double[] ofCell(double[][] field, int cell) {
    return Arrays.stream(field).mapToDouble(map -> map[cell]).toArray();
  }

  private static double[] means(double[][] field, double[][] reference) {
    double[] means = new double[reference.length];
    Arrays.setAll(means, c -> mean(ofCell(field, c), reference[c]));
    return means;
  }

  /** Mean over the months that a mask has. */
  private static double mean(double[] values, double[] mask) {
    double sum = 0;
    int count = 0;
    for (int m = 0; m < values.length; m++) {
      if (Double.isFinite(mask[m])) {
        sum += values[m];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** The run's means of a stage. */
  public double[] means(Stage stage) {
    return stage == Stage.PRIOR ? prior : posterior;
  }

  /** ILAMB's scores of a stage. */
  public IlambScores scores(Stage stage) {
    return stage == Stage.PRIOR ? priorScores : posteriorScores;
  }
}
