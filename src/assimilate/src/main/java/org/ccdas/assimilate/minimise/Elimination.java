package org.ccdas.assimilate.minimise;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The elements of a control vector that are not searched: wherever the cost is evaluated, it is
 * minimised over them within the box, exactly, since the modelled observations are affine in their
 * physical values. What is searched is the reduced cost, a function of the others: variable
 * projection. Golub and Pereyra (1973); O'Leary and Rust (2013).
 *
 * @param size n, elements of the control vector
 * @param elements their indices, rising; fewer than all
 * @param bound of the box |x_i| <= bound; above 0
 */
public record Elimination(int size, int[] elements, double bound) implements Serializable {
  /** Checks the indices. */
  public Elimination {
    elements = elements.clone();
    for (int k = 0; k < elements.length; k++) {
      if (elements[k] >= size || elements[k] <= (k == 0 ? -1 : elements[k - 1])) {
        throw new IllegalArgumentException(
            "Elements " + Arrays.toString(elements) + " of " + size + " are not rising indices");
      }
    }
    if (elements.length == size || !(bound > 0)) {
      throw new IllegalArgumentException(
          elements.length + " of " + size + " elements within " + bound);
    }
  }

  @Override
  public int[] elements() {
    return elements.clone();
  }

  /** Number of elements that are not searched. */
  public int count() {
    return elements.length;
  }

  /** Whether an element is not searched. */
  public boolean contains(int element) {
    return Arrays.binarySearch(elements, element) >= 0;
  }

  /** Indices of the elements that are searched, rising. */
  public int[] searched() {
    return IntStream.range(0, size).filter(i -> !contains(i)).toArray();
  }

  /** The elements that are searched, of a vector of all. */
  public double[] searched(double[] x) {
    return Arrays.stream(searched()).mapToDouble(i -> x[i]).toArray();
  }

  /** The elements that are not searched, of a vector of all. */
  public double[] eliminated(double[] x) {
    return Arrays.stream(elements).mapToDouble(i -> x[i]).toArray();
  }

  /** A vector of all elements from those that are searched; the others are 0, their prior. */
  double[] whole(double[] searched) {
    double[] x = new double[size];
    int[] indices = searched();
    for (int k = 0; k < indices.length; k++) {
      x[indices[k]] = searched[k];
    }
    return x;
  }

  /** A candidate's vector whose elements that are not searched are at their best. */
  public double[] atBest(double[] x) {
    return with(x, new double[elements.length]);
  }

  /**
   * A control vector with other values of the elements that are not searched.
   *
   * @param values in the order of the elements
   */
  public double[] with(double[] x, double[] values) {
    double[] changed = x.clone();
    for (int k = 0; k < elements.length; k++) {
      changed[elements[k]] = values[k];
    }
    return changed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Elimination that
        && size == that.size
        && Double.compare(bound, that.bound) == 0
        && Arrays.equals(elements, that.elements);
  }

  @Override
  public int hashCode() {
    return 31 * size + Arrays.hashCode(elements);
  }

  @Override
  public String toString() {
    return "elements " + Arrays.toString(elements) + " of " + size + " within " + bound;
  }
}
