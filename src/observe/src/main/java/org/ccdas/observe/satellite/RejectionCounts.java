package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.util.List;

/**
 * How many retrievals of a product were rejected for which reason. A retrieval that fails several
 * criteria counts for each, so the rows add up to more than the retrievals rejected.
 *
 * @param product name of the product
 * @param reasons one a criterion
 * @param rejected retrievals that failed the criterion
 * @param alone retrievals that failed this criterion and no other
 * @param retrievals all
 * @param accepted those that failed none
 * @param files number of files counted
 */
public record RejectionCounts(
    String product,
    List<String> reasons,
    long[] rejected,
    long[] alone,
    long retrievals,
    long accepted,
    long files)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Keeps its own list and checks the lengths. */
  public RejectionCounts {
    reasons = List.copyOf(reasons);
    if (rejected.length != reasons.size() || alone.length != reasons.size()) {
      throw new IllegalArgumentException(
          reasons.size() + " reasons, " + rejected.length + " and " + alone.length + " counts");
    }
  }

  /** The sum of two; whole numbers, so that the order of adding does not matter. */
  public RejectionCounts plus(RejectionCounts other) {
    if (!product.equals(other.product) || !reasons.equals(other.reasons)) {
      throw new IllegalArgumentException(
          product + " " + reasons + " and " + other.product + " " + other.reasons);
    }
    return new RejectionCounts(
        product,
        reasons,
        sum(rejected, other.rejected),
        sum(alone, other.alone),
        retrievals + other.retrievals,
        accepted + other.accepted,
        files + other.files);
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = new long[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }
}
