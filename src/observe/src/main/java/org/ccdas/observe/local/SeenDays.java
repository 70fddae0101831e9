package org.ccdas.observe.local;

import java.util.Arrays;

/**
 * What is seen of one cell: the observations that the mask allows, and the days and tiles that each
 * of them is a mean of. The operator is linear in the series of the tiles.
 *
 * @param series the observations as they enter the misfit (matched, where observations are); of an
 *     interval it has the middle day
 * @param begin where the days of each observation begin in {@code days}; one more at the end
 * @param days of the window that are seen, rising
 * @param weights of the tiles on these days, {@code [day * tiles + tile]}; over the days and tiles
 *     of an observation they sum to 1
 */
record SeenDays(LocalSeries series, int[] begin, int[] days, double[] weights) {
  /**
   * What is seen of a cell.
   *
   * @param field the observations
   * @param cell index of the cell in the field
   * @param fraction cover fraction of each tile
   * @param visible for each tile whether it is visible, by day
   * @param rule how much of a cell must be visible
   * @param matching of the observations; null for none
   */
  static SeenDays of(
      ObservedField field,
      int cell,
      double[] fraction,
      boolean[][] visible,
      Visibility rule,
      Matching matching) {
    Builder builder = new Builder(fraction, visible, rule.leastShare());
    float[] value = field.value()[cell];
    for (int i = 0; i < value.length; i++) {
      if (!Float.isNaN(value[i])) {
        builder.add(field.from()[i], field.to()[i], value[i], field.standardError()[cell][i]);
      }
    }
    return builder.build(matching);
  }

  /** The observations of one cell while they are gathered. */
  private static final class Builder {
    private final double[] fraction;
    private final boolean[][] visible;
    private final double leastShare;
    private final double total;
    private final int windowDays;
    private int[] middle = new int[16];
    private double[] value = new double[16];
    private double[] sigma = new double[16];
    private int[] begin = new int[17];
    private int[] days = new int[16];
    private double[] weights;
    private int count;
    private int dayCount;

    Builder(double[] fraction, boolean[][] visible, double leastShare) {
      this.fraction = fraction;
      this.visible = visible;
      this.leastShare = leastShare;
      this.windowDays = visible.length == 0 ? 0 : visible[0].length;
      this.weights = new double[16 * fraction.length];
      double sum = 0;
      for (double share : fraction) {
        sum += share;
      }
      this.total = sum;
    }

    private double seen(int day) {
      double seen = 0;
      for (int t = 0; t < fraction.length; t++) {
        seen += visible[t][day] ? fraction[t] : 0;
      }
      return seen > 0 && seen >= leastShare * total ? seen : 0;
    }

    /** Takes an observation, if at least half of its days are seen. */
    void add(int from, int to, double observed, double error) {
      if (to >= windowDays) {
        return;
      }
      int start = dayCount;
      for (int day = from; day <= to; day++) {
        double seen = seen(day);
        if (seen > 0) {
          if (dayCount == days.length) {
            days = Arrays.copyOf(days, 2 * dayCount);
            weights = Arrays.copyOf(weights, 2 * weights.length);
          }
          for (int t = 0; t < fraction.length; t++) {
            // H = sum frac s / sum frac over visible tiles
            weights[dayCount * fraction.length + t] = visible[t][day] ? fraction[t] / seen : 0;
          }
          days[dayCount++] = day;
        }
      }
      int seenDays = dayCount - start;
      if (2 * seenDays < to - from + 1 || seenDays == 0) {
        dayCount = start;
        return;
      }
      if (seenDays > 1) {
        // the mean over the days of an interval
        for (int i = start * fraction.length; i < dayCount * fraction.length; i++) {
          weights[i] /= seenDays;
        }
      }
      if (count == middle.length) {
        middle = Arrays.copyOf(middle, 2 * count);
        value = Arrays.copyOf(value, 2 * count);
        sigma = Arrays.copyOf(sigma, 2 * count);
        begin = Arrays.copyOf(begin, 2 * count + 1);
      }
      middle[count] = (from + to) / 2;
      value[count] = observed;
      sigma[count] = error;
      begin[++count] = dayCount;
    }

    SeenDays build(Matching matching) {
      for (int k = 0; matching != null && k < count; k++) {
        value[k] = matching.apply(value[k]);
        sigma[k] = matching.error(sigma[k]);
      }
      return new SeenDays(
          new LocalSeries(
              Arrays.copyOf(middle, count),
              Arrays.copyOf(value, count),
              Arrays.copyOf(sigma, count)),
          Arrays.copyOf(begin, count + 1),
          Arrays.copyOf(days, dayCount),
          Arrays.copyOf(weights, dayCount * fraction.length));
    }
  }
}
