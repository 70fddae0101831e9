package org.ccdas.observe.co2;

import java.util.Arrays;

/**
 * How a modelled CO2 series compares with the observed one, over the months that have both (spec
 * section 20). A statistic that needs more months than there are is NaN.
 *
 * @param count number of months
 * @param rmse root mean square of modelled minus observed, ppm
 * @param bias mean of modelled minus observed, ppm
 * @param correlation Pearson correlation; NaN when a series is constant
 * @param observedAmplitude peak to trough of the observed mean detrended seasonal cycle, ppm
 * @param modelledAmplitude the same of the modelled series
 * @param observedGrowth linear trend of the observed series, ppm yr-1
 * @param modelledGrowth the same of the modelled series
 */
public record StationStatistics(
    int count,
    double rmse,
    double bias,
    double correlation,
    double observedAmplitude,
    double modelledAmplitude,
    double observedGrowth,
    double modelledGrowth) {
  private static final int HARMONICS = 4;

  /**
   * Compares two monthly series.
   *
   * @param observed by month, ppm, NaN when missing
   * @param modelled by month, ppm, as long as {@code observed}
   */
  public static StationStatistics of(double[] observed, double[] modelled) {
    if (observed.length != modelled.length) {
      throw new IllegalArgumentException(observed.length + " and " + modelled.length + " months");
    }
    double[] o = observed.clone();
    double[] m = modelled.clone();
    int n = 0;
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < o.length; k++) {
      if (Double.isNaN(o[k]) || Double.isNaN(m[k])) {
        o[k] = Double.NaN;
        m[k] = Double.NaN;
      } else {
        n++;
        sum += m[k] - o[k];
        squares += (m[k] - o[k]) * (m[k] - o[k]);
      }
    }
    return new StationStatistics(
        n,
        Math.sqrt(squares / n),
        sum / n,
        correlation(o, m, n),
        amplitude(o, n),
        amplitude(m, n),
        growth(o, n),
        growth(m, n));
  }

  private static double correlation(double[] a, double[] b, int n) {
    double meanA = mean(a, n);
    double meanB = mean(b, n);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int k = 0; k < a.length; k++) {
      if (!Double.isNaN(a[k])) {
        ab += (a[k] - meanA) * (b[k] - meanB);
        aa += (a[k] - meanA) * (a[k] - meanA);
        bb += (b[k] - meanB) * (b[k] - meanB);
      }
    }
    return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : Double.NaN;
  }

  private static double mean(double[] values, int n) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).sum() / n;
  }

  private static boolean tooShort(int n, int degree) {
    return n <= SeasonalFit.coefficientCount(degree, HARMONICS);
  }

  // The trend is fitted together with the harmonics: a trend alone would take up part of the season
  // when months are missing.
  private static double growth(double[] values, int n) {
    return tooShort(n, 1) ? Double.NaN : SeasonalFit.of(values, 1, HARMONICS).growthRate();
  }

  private static double amplitude(double[] values, int n) {
    if (tooShort(n, 2)) {
      return Double.NaN;
    }
    SeasonalFit fit = SeasonalFit.of(values, 2, HARMONICS);
    double[] sum = new double[12];
    int[] have = new int[12];
    for (int k = 0; k < values.length; k++) {
      if (!Double.isNaN(values[k])) {
        sum[k % 12] += values[k] - fit.trend(k);
        have[k % 12]++;
      }
    }
    double peak = Double.NEGATIVE_INFINITY;
    double trough = Double.POSITIVE_INFINITY;
    for (int month = 0; month < 12; month++) {
      if (have[month] == 0) {
        // a cycle with a hole has no peak-to-trough
        return Double.NaN;
      }
      peak = Math.max(peak, sum[month] / have[month]);
      trough = Math.min(trough, sum[month] / have[month]);
    }
    return peak - trough;
  }
}
