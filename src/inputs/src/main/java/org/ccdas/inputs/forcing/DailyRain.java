package org.ccdas.inputs.forcing;

/**
 * Precipitation of the days of a month [CHOICE]. Days are wet with probability
 *
 * <pre>p = 0.9 (1 - exp(-0.45 (P/N)^0.75)),  P mm in N days,</pre>
 *
 * and follow each other as a Markov chain, wet after dry with 0.75 p, wet after wet with 0.25 +
 * 0.75 p (Geng et al. 1986, Agricultural and Forest Meteorology 36:363), so that the share of wet
 * days is p. Amounts of wet days are exponential, then scaled to the total P.
 */
final class DailyRain {
  /** Part of the key of its random numbers. */
  static final int STREAM = 1;

  private DailyRain() {}

  /** Probability that a day is wet. */
  static double wetProbability(double total, int days) {
    return total > 0 ? 0.9 * -StrictMath.expm1(-0.45 * StrictMath.pow(total / days, 0.75)) : 0;
  }

  /**
   * Daily amounts, mm, that sum to the total; at least one day is wet unless the total is 0.
   *
   * @param total mm in the month
   */
  static double[] draw(KeyedRandom random, double total, int days) {
    return draw(random, total, wetProbability(total, days), days);
  }

  /**
   * The same with a given share of wet days.
   *
   * @param wet probability that a day is wet, 0..1
   */
  static double[] draw(KeyedRandom random, double total, double wet, int days) {
    double[] amounts = new double[days];
    double sum = 0;
    double lowest = 2;
    int wettest = 0;
    double threshold = wet;
    for (int d = 0; d < days; d++) {
      double chance = random.uniform();
      double amount = random.exponential();
      if (chance < threshold) {
        amounts[d] = amount;
        sum += amount;
      }
      threshold = chance < threshold ? 0.25 + 0.75 * wet : 0.75 * wet;
      if (chance < lowest) {
        lowest = chance;
        wettest = d;
      }
    }
    if (total > 0 && sum == 0) {
      amounts[wettest] = 1;
      sum = 1;
    }
    for (int d = 0; d < days; d++) {
      amounts[d] = sum > 0 ? amounts[d] * (total / sum) : 0;
    }
    return amounts;
  }
}
