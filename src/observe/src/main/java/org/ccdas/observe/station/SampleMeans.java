package org.ccdas.observe.station;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Monthly means of samples (spec section 19.3): of flasks all count, both of a pair; of an analyser
 * the mean of each day is one sample. Local outliers ({@link OutlierRule}) are left out. The
 * standard deviation is that of the samples of the month, over n - 1.
 *
 * @param months means of the months that have a sample
 * @param outliers number of values left out, those of a day of an analyser together
 */
record SampleMeans(List<MonthlyMean> months, int outliers) {
  /** Of flasks. */
  static SampleMeans ofFlasks(Map<LocalDate, List<Double>> values) {
    List<Sample> samples = new ArrayList<>();
    values.forEach((day, co2) -> co2.forEach(value -> samples.add(new Sample(day, value))));
    boolean[] outlier = OutlierRule.outliers(samples);
    int out = 0;
    TreeMap<YearMonth, List<Double>> used = new TreeMap<>();
    for (int i = 0; i < outlier.length; i++) {
      if (outlier[i]) {
        out++;
      } else {
        use(used, samples.get(i));
      }
    }
    return new SampleMeans(means(used), out);
  }

  /** Of an analyser. */
  static SampleMeans ofAnalyser(Map<LocalDate, List<Double>> values) {
    List<Sample> days = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    int out = 0;
    for (Map.Entry<LocalDate, List<Double>> day : values.entrySet()) {
      double[] plausible =
          day.getValue().stream()
              .mapToDouble(v -> v)
              .filter(v -> v >= RecordLine.LOWEST && v <= RecordLine.HIGHEST)
              .toArray();
      out += day.getValue().size() - plausible.length;
      if (plausible.length > 0) {
        days.add(new Sample(day.getKey(), mean(plausible)));
        counts.add(plausible.length);
      }
    }
    boolean[] outlier = OutlierRule.outliers(days);
    TreeMap<YearMonth, List<Double>> used = new TreeMap<>();
    for (int i = 0; i < outlier.length; i++) {
      if (outlier[i]) {
        out += counts.get(i);
      } else {
        use(used, days.get(i));
      }
    }
    return new SampleMeans(means(used), out);
  }

  private static void use(Map<YearMonth, List<Double>> used, Sample sample) {
    used.computeIfAbsent(YearMonth.from(sample.day()), month -> new ArrayList<>())
        .add(sample.co2());
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static List<MonthlyMean> means(Map<YearMonth, ? extends Collection<Double>> byMonth) {
    List<MonthlyMean> means = new ArrayList<>();
    byMonth.forEach(
        (month, values) -> {
          int n = values.size();
          double mean = values.stream().mapToDouble(v -> v).sum() / n;
          double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
          double sd = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
          means.add(MonthlyMean.of(month, mean, n, sd));
        });
    return means;
  }
}
