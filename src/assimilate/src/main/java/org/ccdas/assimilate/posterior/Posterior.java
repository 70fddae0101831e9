package org.ccdas.assimilate.posterior;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.NormalSystem;

/**
 * The posterior distribution of the control vector, N(x, C) with C = H^-1, in the linear
 * approximation at the minimum: H = I + sum H_k is the Gauss-Newton Hessian with the prior N(0, I).
 * Spec section 18.5; Tarantola (2005), section 3.2. Gauss-Newton Hessians are positive definite and
 * need no denoising.
 */
public final class Posterior {
  private final double[] x;
  private final NormalSystem normal;
  private final RealMatrix hessian;
  private final CholeskyDecomposition cholesky;
  private final RealMatrix covariance;

  private Posterior(double[] x, NormalSystem normal) {
    int n = normal.parameters();
    if (x.length != n) {
      throw new IllegalArgumentException(x.length + " values for " + n + " parameters");
    }
    this.x = x.clone();
    this.normal = normal;
    this.hessian = LowerTriangle.matrix(normal.hessianWithPrior(), n);
    this.cholesky = new CholeskyDecomposition(hessian, 0, 0);
    RealMatrix inverse = cholesky.getSolver().getInverse();
    // symmetric but for rounding: made exactly so
    this.covariance = inverse.add(inverse.transpose()).scalarMultiply(0.5);
  }

  /**
   * The posterior at a minimum.
   *
   * @param x control vector of the minimum, n values
   * @param normal the observations' system there, finite
   */
  public static Posterior at(double[] x, NormalSystem normal) {
    return new Posterior(x, normal);
  }

  /** The control vector of the minimum, n values. */
  public double[] x() {
    return x.clone();
  }

  /** The observations' system at the minimum. */
  public NormalSystem normal() {
    return normal;
  }

  /** Number of parameters n. */
  public int size() {
    return x.length;
  }

  /** C, in prior standard deviations, n x n. */
  public RealMatrix covariance() {
    return covariance.copy();
  }

  /** H, n x n. */
  public RealMatrix hessian() {
    return hessian.copy();
  }

  /** Posterior standard deviation of each element, in prior standard deviations: 0..1. */
  public double[] sigma() {
    double[] sigma = new double[x.length];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = Math.sqrt(covariance.getEntry(i, i));
    }
    return sigma;
  }

  /** Posterior correlation, n x n. */
  public RealMatrix correlation() {
    double[] sigma = sigma();
    RealMatrix correlation = covariance.copy();
    for (int i = 0; i < sigma.length; i++) {
      for (int j = 0; j < sigma.length; j++) {
        double value = i == j ? 1 : covariance.getEntry(i, j) / (sigma[i] * sigma[j]);
        correlation.setEntry(i, j, value);
      }
    }
    return correlation;
  }

  /** The spectrum of the data Hessian H - I. */
  public Spectrum spectrum() {
    return Spectrum.of(LowerTriangle.matrix(normal.hessian(), x.length));
  }

  /** (a - b)' H (a - b), the squared distance of two control vectors in posterior sigmas. */
  public double squaredDistance(double[] a, double[] b) {
    double[] difference = new double[x.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = a[i] - b[i];
    }
    double sum = 0;
    double[] product = hessian.operate(difference);
    for (int i = 0; i < difference.length; i++) {
      sum += difference[i] * product[i];
    }
    return sum;
  }

  /**
   * A draw from N(x, C).
   *
   * @param random takes n numbers from it
   */
  public double[] draw(NormalStream random) {
    double[] z = random.next(x.length);
    RealMatrix upper = cholesky.getLT();
    double[] draw = new double[x.length];
    // H = L L', cov(L'^-1 z) = (L L')^-1 = C; by back substitution
    for (int i = x.length - 1; i >= 0; i--) {
      double sum = z[i];
      for (int j = i + 1; j < x.length; j++) {
        sum -= upper.getEntry(i, j) * draw[j];
      }
      draw[i] = sum / upper.getEntry(i, i);
    }
    for (int i = 0; i < x.length; i++) {
      draw[i] += x[i];
    }
    return draw;
  }
}
