package org.ccdas.inputs.forcing;

import org.ccdas.inputs.time.MonthAxis;

/**
 * Daily values through a series of months whose means are given: straight lines between the middles
 * of the months, the values at the middles chosen such that the daily values have the wanted means
 * (after Sheng and Zwiers 1998, Climate Dynamics 14:609). Before the first middle and after the
 * last one the line is level. What a mean does to the days fades by a factor of about six a month.
 */
final class SeriesCurve {
  private final MonthAxis months;

  /** Weights of the nodes of the month before, of the month and of the one after in its mean. */
  private final double[] before;

  private final double[] own;
  private final double[] after;

  private SeriesCurve(MonthAxis months) {
    this.months = months;
    before = new double[months.count()];
    own = new double[months.count()];
    after = new double[months.count()];
    for (int m = 0; m < months.count(); m++) {
      int days = months.days(m);
      for (int d = 0; d < days; d++) {
        double share = neighbourShare(m, d) / days;
        (d + 0.5 < 0.5 * days ? before : after)[m] += share;
        own[m] += 1.0 / days - share;
      }
    }
  }

  /** The curves of these months. */
  static SeriesCurve over(MonthAxis months) {
    return new SeriesCurve(months);
  }

  /** Weight of the nearer neighbour's node on day {@code d} of month {@code m}; 0 at the ends. */
  private double neighbourShare(int m, int d) {
    double fromMiddle = Math.abs(d + 0.5 - 0.5 * months.days(m));
    int neighbour = d + 0.5 < 0.5 * months.days(m) ? m - 1 : m + 1;
    return neighbour < 0 || neighbour == months.count()
        ? 0
        : fromMiddle / (0.5 * (months.days(m) + months.days(neighbour)));
  }

  /**
   * Daily values of all months.
   *
   * @param means one a month
   */
  double[] daily(double[] means) {
    if (means.length != months.count()) {
      throw new IllegalArgumentException(means.length + " means of " + months.count() + " months");
    }
    double[] nodes = nodes(means);
    double[] values = new double[months.days()];
    int day = 0;
    for (int m = 0; m < nodes.length; m++) {
      for (int d = 0; d < months.days(m); d++) {
        double share = neighbourShare(m, d);
        int neighbour = d + 0.5 < 0.5 * months.days(m) ? m - 1 : m + 1;
        values[day++] = share == 0 ? nodes[m] : (1 - share) * nodes[m] + share * nodes[neighbour];
      }
    }
    return values;
  }

  /** Solves {@code before x(m-1) + own x(m) + after x(m+1) = mean(m)} by elimination (Thomas). */
  private double[] nodes(double[] means) {
    int count = means.length;
    double[] upper = new double[count];
    double[] nodes = new double[count];
    for (int m = 0; m < count; m++) {
      double pivot = own[m] - (m == 0 ? 0 : before[m] * upper[m - 1]);
      upper[m] = after[m] / pivot;
      nodes[m] = (means[m] - (m == 0 ? 0 : before[m] * nodes[m - 1])) / pivot;
    }
    for (int m = count - 2; m >= 0; m--) {
      nodes[m] -= upper[m] * nodes[m + 1];
    }
    return nodes;
  }
}
