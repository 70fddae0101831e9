package org.ccdas.transforms.sum;

import java.util.Arrays;

/**
 * One term of a sum of vectors.
 *
 * @param index place of the term in the sum, from 0
 * @param values the vector
 */
public record IndexedVector(int index, double[] values) {
  @Override
  public boolean equals(Object other) {
    return other instanceof IndexedVector that
        && index == that.index
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * index + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "term " + index + " of " + values.length + " values";
  }
}
