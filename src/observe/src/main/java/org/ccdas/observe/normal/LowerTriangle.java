package org.ccdas.observe.normal;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Symmetric n x n matrices as packed lower triangles: row by row, element (i, j) with j &lt;= i at
 * i (i + 1) / 2 + j; n (n + 1) / 2 values.
 */
public final class LowerTriangle {
  private LowerTriangle() {}

  /** Number of values of a matrix of order n. */
  public static int length(int n) {
    return n * (n + 1) / 2;
  }

  /** Where element (i, j) stands, in either order. */
  public static int index(int i, int j) {
    return i >= j ? length(i) + j : length(j) + i;
  }

  /**
   * Adds {@code factor v v'}.
   *
   * @param packed n (n + 1) / 2 values, changed
   * @param v n values
   */
  public static void addOuter(double[] packed, double factor, double[] v) {
    require(packed, v.length);
    int next = 0;
    for (int i = 0; i < v.length; i++) {
      double scaled = factor * v[i];
      for (int j = 0; j <= i; j++) {
        packed[next++] += scaled * v[j];
      }
    }
  }

  /** Adds {@code factor} to the diagonal of a matrix of order n, which is changed. */
  public static void addDiagonal(double[] packed, int n, double factor) {
    require(packed, n);
    for (int i = 0; i < n; i++) {
      packed[index(i, i)] += factor;
    }
  }

  /** Adds {@code factor} times another matrix of the same order, element by element. */
  public static void add(double[] packed, double factor, double[] other) {
    if (packed.length != other.length) {
      throw new IllegalArgumentException(
          "Triangles of " + packed.length + " and " + other.length + " values");
    }
    for (int k = 0; k < packed.length; k++) {
      packed[k] += factor * other[k];
    }
  }

  /** The matrix times a vector of n values. */
  public static double[] times(double[] packed, double[] v) {
    require(packed, v.length);
    double[] product = new double[v.length];
    int next = 0;
    for (int i = 0; i < v.length; i++) {
      double sum = 0;
      for (int j = 0; j < i; j++) {
        double element = packed[next++];
        sum += element * v[j];
        product[j] += element * v[i];
      }
      product[i] += sum + packed[next++] * v[i];
    }
    return product;
  }

  /** v' A v. */
  public static double quadratic(double[] packed, double[] v) {
    double[] product = times(packed, v);
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i] * product[i];
    }
    return sum;
  }

  /** The whole matrix, n x n. */
  public static RealMatrix matrix(double[] packed, int n) {
    require(packed, n);
    RealMatrix matrix = MatrixUtils.createRealMatrix(n, n);
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix.setEntry(i, j, packed[next]);
        matrix.setEntry(j, i, packed[next++]);
      }
    }
    return matrix;
  }

  /** The lower triangle of a square matrix. */
  public static double[] of(RealMatrix matrix) {
    int n = matrix.getRowDimension();
    double[] packed = new double[length(n)];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        packed[next++] = matrix.getEntry(i, j);
      }
    }
    return packed;
  }

  private static void require(double[] packed, int n) {
    if (packed.length != length(n)) {
      throw new IllegalArgumentException(
          "A triangle of " + packed.length + " values is none of order " + n);
    }
  }
}
