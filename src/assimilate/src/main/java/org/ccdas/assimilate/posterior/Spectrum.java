package org.ccdas.assimilate.posterior;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Eigenvalues and eigenvectors of a data Hessian: how much more the observations know of a
 * direction than the prior, whose eigenvalues are 1. Spec sections 18.5 and 18.8.
 *
 * @param eigenvalues falling; those of a Gauss-Newton Hessian are not below 0 but for rounding
 * @param eigenvectors {@code [mode][parameter]}, of length 1
 */
public record Spectrum(double[] eigenvalues, double[][] eigenvectors) {
  /** The spectrum of a symmetric matrix. */
  public static Spectrum of(RealMatrix hessian) {
    EigenDecomposition decomposition = new EigenDecomposition(hessian);
    double[] values = decomposition.getRealEigenvalues();
    double[][] vectors = new double[values.length][];
    for (int mode = 0; mode < values.length; mode++) {
      vectors[mode] = decomposition.getEigenvector(mode).toArray();
      orient(vectors[mode]);
    }
    return new Spectrum(values, vectors);
  }

  /** An eigenvector has no sign of its own: its largest element is made positive. */
  private static void orient(double[] vector) {
    int largest = 0;
    for (int i = 0; i < vector.length; i++) {
      largest = Math.abs(vector[i]) > Math.abs(vector[largest]) ? i : largest;
    }
    if (vector[largest] < 0) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = -vector[i];
      }
    }
  }

  /** Degrees of freedom for signal, sum lambda / (1 + lambda): 0 to n. Rodgers (2000), 2.4. */
  public double degreesOfFreedom() {
    double sum = 0;
    for (double value : eigenvalues) {
      sum += value / (1 + value);
    }
    return sum;
  }

  /** Number of leading directions whose eigenvalue is at least this. */
  public int constrained(double least) {
    int count = 0;
    while (count < eigenvalues.length && eigenvalues[count] >= least) {
      count++;
    }
    return count;
  }

  /** Posterior standard deviation along a direction, (1 + lambda)^-1/2. */
  public double sigma(int mode) {
    return 1 / Math.sqrt(1 + eigenvalues[mode]);
  }
}
