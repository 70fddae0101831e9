package org.ccdas.transport.proof;

/** Statistics of monthly series that may have gaps (NaN). */
final class Series {
  private static final int LEAST_MONTHS = 8;

  private Series() {}

  /** Mean of a year's months that {@code like} has too; NaN when there are fewer than eight. */
  static double yearMean(double[] values, double[] like, int january) {
    double sum = 0;
    int count = 0;
    for (int k = january; k < january + 12; k++) {
      if (Double.isFinite(like[k]) && Double.isFinite(values[k])) {
        sum += values[k];
        count++;
      }
    }
    return count >= LEAST_MONTHS ? sum / count : Double.NaN;
  }

  /** Mean over a range of months that both series have; NaN when there are none. */
  static double mean(double[] values, double[] like, int from, int to) {
    double sum = 0;
    int count = 0;
    for (int k = from; k < to; k++) {
      if (Double.isFinite(like[k]) && Double.isFinite(values[k])) {
        sum += values[k];
        count++;
      }
    }
    return count > 0 ? sum / count : Double.NaN;
  }

  /**
   * Mean seasonal cycle: departures from the centred mean over twelve months, where that and the
   * month exist in both series; by calendar month, January first.
   */
  static double[] season(double[] values, double[] like, int from, int to) {
    double[] sum = new double[12];
    int[] count = new int[12];
    for (int k = from + 6; k < to - 6; k++) {
      double smooth = smooth(values, k);
      if (Double.isFinite(smooth + smooth(like, k) + like[k] + values[k])) {
        sum[k % 12] += values[k] - smooth;
        count[k % 12]++;
      }
    }
    for (int month = 0; month < 12; month++) {
      sum[month] = count[month] > 0 ? sum[month] / count[month] : Double.NaN;
    }
    return sum;
  }

  /** Centred mean over twelve months, the outer two half; NaN near a gap. */
  static double smooth(double[] values, int k) {
    if (k < 6 || k + 6 >= values.length) {
      return Double.NaN;
    }
    double sum = (values[k - 6] + values[k + 6]) / 2;
    for (int j = k - 5; j <= k + 5; j++) {
      sum += values[j];
    }
    return sum / 12;
  }

  /** Largest less smallest. */
  static double amplitude(double[] season) {
    double high = Double.NEGATIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    for (double value : season) {
      high = Math.max(high, value);
      low = Math.min(low, value);
    }
    return Double.isFinite(high - low) ? high - low : Double.NaN;
  }

  /** Correlation over the months that both have. */
  static double correlation(double[] a, double[] b) {
    double n = 0;
    double sa = 0;
    double sb = 0;
    double saa = 0;
    double sbb = 0;
    double sab = 0;
    for (int k = 0; k < a.length; k++) {
      if (Double.isFinite(a[k] + b[k])) {
        n++;
        sa += a[k];
        sb += b[k];
        saa += a[k] * a[k];
        sbb += b[k] * b[k];
        sab += a[k] * b[k];
      }
    }
    return (n * sab - sa * sb) / Math.sqrt((n * saa - sa * sa) * (n * sbb - sb * sb));
  }

  /** Slope per year of a straight line through the months of a range that both have. */
  static double trend(double[] values, double[] like, int from, int to) {
    double n = 0;
    double st = 0;
    double sv = 0;
    double stt = 0;
    double stv = 0;
    for (int k = from; k < to; k++) {
      if (Double.isFinite(values[k] + like[k])) {
        double t = (k - from) / 12.0;
        n++;
        st += t;
        sv += values[k];
        stt += t * t;
        stv += t * values[k];
      }
    }
    return (n * stv - st * sv) / (n * stt - st * st);
  }
}
