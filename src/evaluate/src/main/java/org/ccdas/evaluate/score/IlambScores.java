package org.ccdas.evaluate.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Scores of the International Land Model Benchmarking (Collier et al. 2018, Journal of Advances in
 * Modeling Earth Systems 10, 2731-2754), 0 for no agreement to 1 for perfect; NaN where there are
 * too few values.
 *
 * @param bias of the mean, relative to the variability of the reference
 * @param rmse of the centred series, relative to the variability of the reference
 * @param cycle of the timing of the mean season's maximum
 * @param interannual of the size of the anomalies; NaN for less than two years
 * @param distribution of the pattern in space; NaN for a single series
 */
public record IlambScores(
    double bias, double rmse, double cycle, double interannual, double distribution) {
  private static final int YEAR = 12;

  /** No scores. */
  public static final IlambScores NONE =
      new IlambScores(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /**
   * The scores of one place or region.
   *
   * @param months at least a year
   * @param model by month
   * @param reference by month, NaN where there is none
   */
  public static IlambScores of(MonthAxis months, double[] model, double[] reference) {
    double[] paired = new double[model.length];
    double[] other = new double[model.length];
    Arrays.setAll(paired, m -> Double.isFinite(reference[m]) ? model[m] : Double.NaN);
    Arrays.setAll(other, m -> Double.isFinite(model[m]) ? reference[m] : Double.NaN);
    double[] cycle = Season.cycle(months, paired);
    double[] otherCycle = Season.cycle(months, other);
    Agreement agreement = Agreement.of(paired, other);
    if (agreement.n() < YEAR
        || !(agreement.referenceSd() > 0)
        || DoubleStream.of(otherCycle).anyMatch(Double::isNaN)) {
      return NONE;
    }
    // crms = sqrt(mean (v_ref - mean_ref)^2), eps = |bias| / crms, s = exp(-eps)
    double bias = Math.exp(-Math.abs(agreement.bias()) / agreement.referenceSd());
    // crmse = sqrt(mean ((v - mean) - (v_ref - mean_ref))^2), eps = crmse / crms
    double rmse = Math.exp(-agreement.centredRmse() / agreement.referenceSd());
    // s = (1 + cos(2 pi theta / year)) / 2, theta the shift of the maximum
    double shift = greatest(cycle) - greatest(otherCycle);
    double phase = (1 + Math.cos(2 * Math.PI * shift / YEAR)) / 2;
    return new IlambScores(
        bias, rmse, phase, interannual(months, paired, other, agreement.n()), Double.NaN);
  }

  /** iav = sqrt(mean (v - cycle)^2), eps = |iav - iav_ref| / iav_ref, s = exp(-eps). */
  private static double interannual(
      MonthAxis months, double[] model, double[] reference, int pairs) {
    double ours = rms(Season.anomaly(months, model));
    double theirs = rms(Season.anomaly(months, reference));
    return pairs >= 2 * YEAR && theirs > 0
        ? Math.exp(-Math.abs(ours - theirs) / theirs)
        : Double.NaN;
  }

  private static double rms(double[] values) {
    return Math.sqrt(
        Arrays.stream(values)
            .filter(Double::isFinite)
            .map(value -> value * value)
            .average()
            .orElse(Double.NaN));
  }

  private static int greatest(double[] cycle) {
    return IntStream.range(0, YEAR).reduce(0, (a, b) -> cycle[b] > cycle[a] ? b : a);
  }

  /**
   * The score of a pattern of means over places, s = 2 (1 + R) / (sigma + 1/sigma)^2 with sigma the
   * ratio of the standard deviations in space and R the correlation.
   */
  public static double distribution(Agreement ofMeans) {
    double sigma = ofMeans.sd() / ofMeans.referenceSd();
    return 2 * (1 + ofMeans.r()) / ((sigma + 1 / sigma) * (sigma + 1 / sigma));
  }

  /** The mean of scores over places by weight, and the pattern's score. */
  public static IlambScores mean(List<IlambScores> places, double[] weights, Agreement ofMeans) {
    return new IlambScores(
        mean(places.stream().mapToDouble(IlambScores::bias).toArray(), weights),
        mean(places.stream().mapToDouble(IlambScores::rmse).toArray(), weights),
        mean(places.stream().mapToDouble(IlambScores::cycle).toArray(), weights),
        mean(places.stream().mapToDouble(IlambScores::interannual).toArray(), weights),
        distribution(ofMeans));
  }

  private static double mean(double[] values, double[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        sum += weights[i] * values[i];
        all += weights[i];
      }
    }
    return all > 0 ? sum / all : Double.NaN;
  }

  /** The mean of those that there are, that of rmse counting twice, as the paper weights them. */
  public double overall() {
    double[] scores = {bias, rmse, rmse, cycle, interannual, distribution};
    return Arrays.stream(scores).filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
