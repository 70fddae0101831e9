package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.util.List;

/**
 * Where retrievals were rejected and why: numbers of pixels whose centre lies in a box of the model
 * grid.
 *
 * @param product name of the product
 * @param reasons one a criterion
 * @param retrievals number of retrievals by box
 * @param rejected number of retrievals that failed the criterion, [reason][box]
 */
public record RejectionMap(String product, List<String> reasons, int[] retrievals, int[][] rejected)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Keeps its own list and checks the lengths. */
  public RejectionMap {
    reasons = List.copyOf(reasons);
    if (rejected.length != reasons.size()) {
      throw new IllegalArgumentException(reasons.size() + " reasons, " + rejected.length + " maps");
    }
    for (int[] map : rejected) {
      if (map.length != retrievals.length) {
        throw new IllegalArgumentException(
            "Maps of " + map.length + " and " + retrievals.length + " boxes");
      }
    }
  }

  /** The sum of two; whole numbers, so that the order of adding does not matter. */
  public RejectionMap plus(RejectionMap other) {
    if (!product.equals(other.product)
        || !reasons.equals(other.reasons)
        || retrievals.length != other.retrievals.length) {
      throw new IllegalArgumentException("Maps of " + product + " and " + other.product);
    }
    int[][] sums = new int[rejected.length][];
    for (int reason = 0; reason < sums.length; reason++) {
      sums[reason] = sum(rejected[reason], other.rejected[reason]);
    }
    return new RejectionMap(product, reasons, sum(retrievals, other.retrievals), sums);
  }

  private static int[] sum(int[] a, int[] b) {
    int[] sum = new int[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.addExact(a[i], b[i]);
    }
    return sum;
  }
}
