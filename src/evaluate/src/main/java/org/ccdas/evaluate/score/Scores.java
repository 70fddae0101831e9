package org.ccdas.evaluate.score;

import java.util.Arrays;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Agreement of a modelled monthly series with a reference, by part. Every part is over the months
 * that the reference has.
 *
 * @param months month by month
 * @param season the mean season
 * @param anomaly months less their mean season
 * @param runningMean anomalies as a running mean of 12 months
 * @param years means of calendar years
 * @param amplitude of the mean season, highest less lowest month
 * @param referenceAmplitude that of the reference
 * @param lag months by which the season comes later than the reference's
 * @param ilamb scores
 */
public record Scores(
    Agreement months,
    Agreement season,
    Agreement anomaly,
    Agreement runningMean,
    Agreement years,
    double amplitude,
    double referenceAmplitude,
    double lag,
    IlambScores ilamb) {

  /**
   * The agreement of two monthly series.
   *
   * @param axis months of both
   */
  public static Scores of(MonthAxis axis, double[] model, double[] reference) {
    double[] paired = new double[model.length];
    Arrays.setAll(paired, m -> Double.isFinite(reference[m]) ? model[m] : Double.NaN);
    double[] cycle = Season.cycle(axis, paired);
    double[] other = Season.cycle(axis, reference);
    double[] anomaly = Season.anomaly(axis, paired);
    double[] otherAnomaly = Season.anomaly(axis, reference);
    return new Scores(
        Agreement.of(paired, reference),
        Agreement.of(cycle, other),
        Agreement.of(anomaly, otherAnomaly),
        Agreement.of(Season.runningMean(anomaly), Season.runningMean(otherAnomaly)),
        Agreement.of(Season.years(axis, paired), Season.years(axis, reference)),
        Season.amplitude(cycle),
        Season.amplitude(other),
        Season.lag(cycle, other),
        IlambScores.of(axis, paired, reference));
  }

  /** The agreement of series with a value a year only, in the same order. */
  public static Scores ofYears(double[] model, double[] reference) {
    return new Scores(
        Agreement.NONE,
        Agreement.NONE,
        Agreement.NONE,
        Agreement.NONE,
        Agreement.of(model, reference),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        IlambScores.NONE);
  }
}
