package org.ccdas.assimilate.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which the shares of blocks are added: sixteen neighbours pairwise, then their sums
 * likewise. Sums in this process and distributed sums use it, so both have the same bits.
 */
public final class FixedTree {
  /** How many neighbours make one branch. */
  public static final int FAN_IN = 16;

  private FixedTree() {}

  /**
   * The sum of any number of vectors.
   *
   * @param terms at least one, of equal length, in the order of the blocks; not changed
   */
  public static double[] sum(List<double[]> terms) {
    List<double[]> level = new ArrayList<>();
    for (int from = 0; from < terms.size(); from += FAN_IN) {
      level.add(pairwise(terms.subList(from, Math.min(terms.size(), from + FAN_IN))));
    }
    return level.size() == 1 ? level.get(0) : sum(level);
  }

  /**
   * The sum of the vectors of one branch: of the sums of its halves, the first of which has the odd
   * vector.
   *
   * @param terms at least one, of equal length, in order; not changed
   */
  public static double[] pairwise(List<double[]> terms) {
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
