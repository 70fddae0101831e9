package org.ccdas.core.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which the shares of blocks are added: sixteen neighbours pairwise, then their sums
 * likewise. The distributed sum uses the same order, so both have the same bits.
 */
final class FixedTree {
  private static final int FAN_IN = 16;

  private FixedTree() {}

  /**
   * The sum of vectors of equal length.
   *
   * @param terms at least one, in the order of the blocks; not changed
   */
  static double[] sum(List<double[]> terms) {
    List<double[]> level = new ArrayList<>();
    for (int from = 0; from < terms.size(); from += FAN_IN) {
      level.add(pairwise(terms.subList(from, Math.min(terms.size(), from + FAN_IN))));
    }
    return level.size() == 1 ? level.get(0) : sum(level);
  }

  private static double[] pairwise(List<double[]> terms) {
    if (terms.size() == 1) {
      return terms.get(0).clone();
    }
    int middle = (terms.size() + 1) / 2;
    double[] sum = pairwise(terms.subList(0, middle));
    double[] right = pairwise(terms.subList(middle, terms.size()));
    if (sum.length != right.length) {
      throw new IllegalArgumentException("Vectors of " + sum.length + " and " + right.length);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] += right[i];
    }
    return sum;
  }
}
