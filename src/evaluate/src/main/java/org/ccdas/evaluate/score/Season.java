package org.ccdas.evaluate.score;

import java.time.YearMonth;
import java.util.Arrays;
import org.ccdas.inputs.time.MonthAxis;

/** Parts of a monthly series: mean season, anomalies, running mean, years. */
public final class Season {
  private static final int YEAR = 12;

  private Season() {}

  /**
   * The mean of each month of the year, from January; NaN for one without a value.
   *
   * @param values by month of the axis, NaN is passed over
   */
  public static double[] cycle(MonthAxis months, double[] values) {
    double[] sum = new double[YEAR];
    int[] count = new int[YEAR];
    for (int m = 0; m < values.length; m++) {
      if (Double.isFinite(values[m])) {
        sum[of(months, m)] += values[m];
        count[of(months, m)]++;
      }
    }
    double[] cycle = new double[YEAR];
    Arrays.setAll(cycle, k -> count[k] == 0 ? Double.NaN : sum[k] / count[k]);
    return cycle;
  }

  private static int of(MonthAxis months, int index) {
    return months.at(index).getMonthValue() - 1;
  }

  /** Each value less the mean of all of its month of the year. */
  public static double[] anomaly(MonthAxis months, double[] values) {
    double[] cycle = cycle(months, values);
    double[] anomaly = new double[values.length];
    Arrays.setAll(anomaly, m -> values[m] - cycle[of(months, m)]);
    return anomaly;
  }

  /**
   * Mean of the twelve months about each month, of 13 months of which the first and the last count
   * half; NaN where one is missing.
   */
  public static double[] runningMean(double[] values) {
    double[] mean = new double[values.length];
    Arrays.fill(mean, Double.NaN);
    int half = YEAR / 2;
    for (int i = half; i + half < values.length; i++) {
      double sum = (values[i - half] + values[i + half]) / 2;
      for (int j = i - half + 1; j < i + half; j++) {
        sum += values[j];
      }
      mean[i] = sum / YEAR;
    }
    return mean;
  }

  /** Means of the calendar years that begin within the axis; NaN where a month is missing. */
  public static double[] years(MonthAxis months, double[] values) {
    MonthAxis years = wholeYears(months);
    double[] means = new double[years == null ? 0 : years.count() / YEAR];
    for (int y = 0; y < means.length; y++) {
      int first = months.indexOf(years.at(y * YEAR));
      means[y] = Arrays.stream(values, first, first + YEAR).sum() / YEAR;
    }
    return means;
  }

  /** The months of the whole calendar years of an axis; null when it has none. */
  public static MonthAxis wholeYears(MonthAxis months) {
    int first = months.first().getYear() + (months.first().getMonthValue() == 1 ? 0 : 1);
    int last = months.last().getYear() - (months.last().getMonthValue() == YEAR ? 0 : 1);
    return last < first ? null : MonthAxis.of(YearMonth.of(first, 1), YearMonth.of(last, YEAR));
  }

  /** Highest less lowest month of a mean season; NaN when a month is missing. */
  public static double amplitude(double[] cycle) {
    return complete(cycle)
        ? Arrays.stream(cycle).max().getAsDouble() - Arrays.stream(cycle).min().getAsDouble()
        : Double.NaN;
  }

  /**
   * Months by which the first harmonic of a mean season comes after that of another, -6..6; NaN
   * when a month is missing.
   */
  public static double lag(double[] cycle, double[] reference) {
    if (!complete(cycle) || !complete(reference)) {
      return Double.NaN;
    }
    return Math.IEEEremainder(phase(cycle) - phase(reference), YEAR);
  }

  /** Where the maximum of the first harmonic is, months after the middle of January. */
  private static double phase(double[] cycle) {
    double cosine = 0;
    double sine = 0;
    for (int k = 0; k < YEAR; k++) {
      cosine += cycle[k] * Math.cos(2 * Math.PI * k / YEAR);
      sine += cycle[k] * Math.sin(2 * Math.PI * k / YEAR);
    }
    return Math.atan2(sine, cosine) * YEAR / (2 * Math.PI);
  }

  private static boolean complete(double[] cycle) {
    return Arrays.stream(cycle).allMatch(Double::isFinite);
  }
}
