package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Whether searches ended at one minimum. Two minima agree when (a - b)'H(a - b) is below {@value
 * #AGREE}. Spec section 18.4.
 *
 * @param ends of the searches, in their order
 */
public record Minima(List<End> ends) {
  /** Squared distance in posterior standard deviations below which two minima are the same. */
  public static final double AGREE = 0.01;

  /**
   * Where a search ended.
   *
   * @param x control vector
   * @param cost J(x)
   * @param converged whether the search found a minimum
   * @param squaredDistance to the lowest, in posterior standard deviations
   */
  public record End(double[] x, double cost, boolean converged, double squaredDistance) {
    /** Whether it is the same minimum as the lowest. */
    public boolean agrees() {
      return squaredDistance < AGREE;
    }
  }

  /**
   * (a - b)'H(a - b) with H = C^-1, the squared distance in posterior standard deviations.
   *
   * @param covariance C at one of them, n x n, positive definite
   * @param a control vector, n values
   * @param b control vector, n values
   */
  public static double squaredDistance(double[][] covariance, double[] a, double[] b) {
    RealVector difference = new ArrayRealVector(a).subtract(new ArrayRealVector(b));
    RealMatrix matrix = new Array2DRowRealMatrix(covariance, false);
    return difference.dotProduct(
        new CholeskyDecomposition(matrix, 1e-9, 0).getSolver().solve(difference));
  }

  /** Number of ends that are not the lowest minimum. */
  public long others() {
    return ends.stream().filter(end -> !end.agrees()).count();
  }

  /**
   * Compares ends with the lowest, where the posterior is made.
   *
   * @param xs control vectors of the ends
   * @param costs their costs
   * @param converged whether each search found a minimum
   */
  public static Minima of(
      Posterior lowest, List<double[]> xs, double[] costs, boolean[] converged) {
    List<End> ends = new ArrayList<>();
    for (int k = 0; k < costs.length; k++) {
      double distance = lowest.squaredDistance(xs.get(k), lowest.x());
      ends.add(new End(xs.get(k).clone(), costs[k], converged[k], distance));
    }
    return new Minima(List.copyOf(ends));
  }
}
